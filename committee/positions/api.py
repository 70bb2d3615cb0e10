from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.positions.forms import PositionFilter
from committee.positions.models import Position


class PositionSerializer(serializers.ModelSerializer[Position]):
    """On a commitment or on a point of an agenda: one of both is given."""

    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = Position
        exclude = ["created_at", "released_by"]


class PositionViewSet(viewsets.ReadOnlyModelViewSet[Position]):
    """The positions of one's own city, and what the other one has released."""

    serializer_class = PositionSerializer
    filterset_class = PositionFilter
    queryset = Position.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[Position]:
        return Position.objects.visible_to(cast(Member, self.request.user)).select_related("city")
