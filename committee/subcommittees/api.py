from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.subcommittees.forms import SubcommitteeFilter
from committee.subcommittees.models import Subcommittee


class SubcommitteeSerializer(serializers.ModelSerializer[Subcommittee]):
    class Meta:
        model = Subcommittee
        exclude = ["created_at"]


class SubcommitteeViewSet(viewsets.ReadOnlyModelViewSet[Subcommittee]):
    """The subcommittees in their order."""

    serializer_class = SubcommitteeSerializer
    filterset_class = SubcommitteeFilter

    def get_queryset(self) -> QuerySet[Subcommittee]:
        return Subcommittee.objects.all()
