from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.programmes.forms import ProgrammeFilter
from committee.programmes.models import ProgrammeEntry


class ProgrammeEntrySerializer(serializers.ModelSerializer[ProgrammeEntry]):
    cities = serializers.SlugRelatedField("code", many=True, read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = ProgrammeEntry
        exclude = ["created_at"]


class ProgrammeViewSet(viewsets.ReadOnlyModelViewSet[ProgrammeEntry]):
    """Entries of the programmes of all meetings, by time."""

    serializer_class = ProgrammeEntrySerializer
    filterset_class = ProgrammeFilter

    def get_queryset(self) -> QuerySet[ProgrammeEntry]:
        return ProgrammeEntry.objects.in_full()
