from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.reports.forms import EditionFilter
from committee.reports.models import ReportEdition


class EditionSerializer(serializers.ModelSerializer[ReportEdition]):
    report = serializers.IntegerField(source="frozen.round.report_id", read_only=True, default=None)
    section = serializers.CharField(source="section_title", read_only=True)

    class Meta:
        model = ReportEdition
        fields = [
            "id",
            "meeting",
            "language",
            "state",
            "step",
            "section",
            "steps_done",
            "steps_total",
            "requested_at",
            "finished_at",
            "failure",
            "pages",
            "sha256",
            "identifier",
            "report",
        ]


class EditionViewSet(viewsets.ReadOnlyModelViewSet[ReportEdition]):
    """Editions of the reports to general meetings, the newest first."""

    serializer_class = EditionSerializer
    filterset_class = EditionFilter
    queryset = ReportEdition.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[ReportEdition]:
        return ReportEdition.objects.visible_to(cast(Member, self.request.user)).for_lists()
