"""The episodes under `/api/v1/air/episodes/`."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers, viewsets

from environment.alerts.forms import EpisodeFilter
from environment.alerts.models import Episode


class EpisodeSerializer(serializers.ModelSerializer[Episode]):
    """An alert with the values that decided it.

    `start`, `end` and `peak_at` are moments with the city's offset, ends of hours, where hours are judged;
    where days are, they are days of the city's calendar, and `end` is the last day. `end` is null while the
    alert is in force. Hours in `decisions` are UTC ends in whole hours since 1970, of days their last one.
    """

    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    start = serializers.SerializerMethodField()
    end = serializers.SerializerMethodField()
    peak_at = serializers.SerializerMethodField()
    stages = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Episode
        fields = [
            "id",
            "city",
            "grammar",
            "pollutant",
            "state",
            "start",
            "end",
            "stage",
            "highest_stage",
            "stages",
            "peak_value",
            "peak_at",
            "unit",
            "rule",
            "is_verified",
            "is_published_mean",
            "is_illustrative",
            "number",
            "decided_at",
            "delivery",
            "thread",
            "decisions",
        ]

    def get_start(self, episode: Episode) -> str:
        return episode.exactly(episode.start_hour)

    @extend_schema_field(OpenApiTypes.STR)
    def get_end(self, episode: Episode) -> str | None:
        return episode.exactly(episode.until_hour) if episode.is_over else None

    def get_peak_at(self, episode: Episode) -> str:
        return episode.exactly(episode.peak_hour)


class EpisodeViewSet(viewsets.ReadOnlyModelViewSet[Episode]):
    """Alert episodes of both cities, the latest first."""

    serializer_class = EpisodeSerializer
    filterset_class = EpisodeFilter

    def get_queryset(self) -> QuerySet[Episode, Any]:
        return Episode.objects.select_related("city")
