from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.meetings.forms import MeetingFilter
from committee.meetings.models import Meeting


class MeetingSerializer(serializers.ModelSerializer[Meeting]):
    """`start_time` and `end_time` are by the clock of the host city, `starts_at` and `ends_at` moments."""

    host = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    subcommittee = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    starts_at = serializers.DateTimeField(read_only=True)
    ends_at = serializers.DateTimeField(read_only=True)

    class Meta:
        model = Meeting
        exclude = ["created_at"]


class MeetingViewSet(viewsets.ReadOnlyModelViewSet[Meeting]):
    """General meetings, meetings of subcommittees and working meetings, the latest first."""

    serializer_class = MeetingSerializer
    filterset_class = MeetingFilter

    def get_queryset(self) -> QuerySet[Meeting]:
        return Meeting.objects.select_related("host", "subcommittee")
