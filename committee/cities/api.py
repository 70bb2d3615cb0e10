from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.cities.forms import CityFilter
from committee.cities.models import City


class CitySerializer(serializers.ModelSerializer[City]):
    class Meta:
        model = City
        exclude = ["created_at"]


class CityViewSet(viewsets.ReadOnlyModelViewSet[City]):
    """The cities of the committee."""

    serializer_class = CitySerializer
    filterset_class = CityFilter

    def get_queryset(self) -> QuerySet[City]:
        return City.objects.all()
