from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.events.forms import EventFilter
from committee.events.models import Event, EventFigure
from committee.members.models import Member


class EventFigureSerializer(serializers.ModelSerializer[EventFigure]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = EventFigure
        fields = ["figure", "city", "number"]


class EventSerializer(serializers.ModelSerializer[Event]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    figures = EventFigureSerializer(many=True, read_only=True)

    class Meta:
        model = Event
        exclude = ["created_at"]


class EventViewSet(viewsets.ReadOnlyModelViewSet[Event]):
    """Events of projects with what each city counted there; `figure` is one of the project's kind."""

    queryset = Event.objects.none()  # names the model to the API's description
    serializer_class = EventSerializer
    filterset_class = EventFilter

    def get_queryset(self) -> QuerySet[Event]:
        return Event.objects.visible_to(cast(Member, self.request.user)).prefetch_related(
            "city", "figures__city"
        )
