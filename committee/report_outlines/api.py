from typing import cast

import django_filters
from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.report_outlines.models import OutlineSection
from committee.report_outlines.outline import general_meetings


class OutlineSectionFilter(django_filters.FilterSet):
    meeting = django_filters.ModelChoiceFilter(
        field_name="outline__meeting",
        # A function, because the meetings' room is not loaded yet; the stubs know a queryset only.
        queryset=lambda _request: general_meetings(),  # type: ignore[arg-type]
    )

    class Meta:
        model = OutlineSection
        fields: list[str] = []


class OutlineSectionSerializer(serializers.ModelSerializer[OutlineSection]):
    """`section` names what says it; `title` is its name in the reader's language."""

    meeting = serializers.IntegerField(source="outline.meeting_id", read_only=True)
    title = serializers.CharField(read_only=True)

    class Meta:
        model = OutlineSection
        exclude = ["created_at", "outline"]


class OutlineSectionViewSet(viewsets.ReadOnlyModelViewSet[OutlineSection]):
    """The sections of reports that the secretariats have arranged, in their order."""

    serializer_class = OutlineSectionSerializer
    filterset_class = OutlineSectionFilter
    queryset = OutlineSection.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[OutlineSection]:
        member = cast(Member, self.request.user)
        return OutlineSection.objects.visible_to(member).select_related("outline")
