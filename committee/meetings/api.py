from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.meetings.forms import MeetingFilter
from committee.meetings.models import GeneralMeeting


class MeetingSerializer(serializers.ModelSerializer[GeneralMeeting]):
    host = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = GeneralMeeting
        exclude = ["created_at"]


class MeetingViewSet(viewsets.ReadOnlyModelViewSet[GeneralMeeting]):
    """General meetings, the newest first."""

    serializer_class = MeetingSerializer
    filterset_class = MeetingFilter

    def get_queryset(self) -> QuerySet[GeneralMeeting]:
        return GeneralMeeting.objects.select_related("host")
