from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.checklists.forms import StepFilter
from committee.checklists.models import ChecklistStep
from committee.members.models import Member


class ChecklistStepSerializer(serializers.ModelSerializer[ChecklistStep]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    standing = serializers.SerializerMethodField()

    class Meta:
        model = ChecklistStep
        exclude = ["created_at", "done_by"]

    def get_standing(self, step: ChecklistStep) -> str:
        """`open`, `done` or `late` today, in the reader's city."""
        return step.standing(cast(Member, self.context["request"].user).today).value


class ChecklistStepViewSet(viewsets.ReadOnlyModelViewSet[ChecklistStep]):
    """Steps towards the meetings, those that come first first."""

    serializer_class = ChecklistStepSerializer
    filterset_class = StepFilter

    def get_queryset(self) -> QuerySet[ChecklistStep]:
        return ChecklistStep.objects.select_related("city", "meeting")
