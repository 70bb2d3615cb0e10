from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.project_kinds.forms import KindFilter
from committee.project_kinds.models import KindFigure, KindIndicator, ProjectKind


class KindFigureSerializer(serializers.ModelSerializer[KindFigure]):
    class Meta:
        model = KindFigure
        exclude = ["kind", "created_at"]


class KindIndicatorSerializer(serializers.ModelSerializer[KindIndicator]):
    class Meta:
        model = KindIndicator
        exclude = ["kind", "created_at"]


class KindSerializer(serializers.ModelSerializer[ProjectKind]):
    figures = KindFigureSerializer(many=True, read_only=True)
    indicators = KindIndicatorSerializer(many=True, read_only=True)

    class Meta:
        model = ProjectKind
        exclude = ["created_at"]


class KindViewSet(viewsets.ReadOnlyModelViewSet[ProjectKind]):
    """The kinds of projects with what is counted at their events and the indicators they offer."""

    serializer_class = KindSerializer
    filterset_class = KindFilter

    def get_queryset(self) -> QuerySet[ProjectKind]:
        return ProjectKind.objects.in_full()
