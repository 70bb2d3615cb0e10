import django_filters
from rest_framework import serializers, viewsets

from committee.forewords.models import Foreword
from committee.meetings.models import GeneralMeeting


class ForewordFilter(django_filters.FilterSet):
    meeting = django_filters.ModelChoiceFilter(queryset=GeneralMeeting.objects.get_queryset())

    class Meta:
        model = Foreword
        fields: list[str] = []


class ForewordSerializer(serializers.ModelSerializer[Foreword]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = Foreword
        exclude = ["created_at"]


class ForewordViewSet(viewsets.ReadOnlyModelViewSet[Foreword]):
    """What the heads of the cities say in the reports."""

    serializer_class = ForewordSerializer
    filterset_class = ForewordFilter
    queryset = Foreword.objects.select_related("city")
