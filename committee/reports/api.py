from typing import cast

from django.db.models import QuerySet
from django.urls import reverse
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.reports.edition_files import EditionFile
from committee.reports.forms import EditionFilter
from committee.reports.models import ReportEdition


class EditionFileSerializer(serializers.ModelSerializer[EditionFile]):
    """One of the files beside the PDF, and the address that hands it out."""

    address = serializers.SerializerMethodField()

    class Meta:
        model = EditionFile
        fields = ["kind", "sha256", "address"]

    def get_address(self, file: EditionFile) -> str:
        return reverse("report_file", args=[file.edition_id, file.kind])


class EditionSerializer(serializers.ModelSerializer[ReportEdition]):
    report = serializers.IntegerField(source="frozen.round.report_id", read_only=True, default=None)
    files = EditionFileSerializer(many=True, read_only=True)
    section = serializers.CharField(source="section_title", read_only=True)

    class Meta:
        model = ReportEdition
        fields = [
            "id",
            "meeting",
            "language",
            "second_language",
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
            "files",
            "report",
        ]


class EditionViewSet(viewsets.ReadOnlyModelViewSet[ReportEdition]):
    """Editions of the reports to general meetings, the newest first."""

    serializer_class = EditionSerializer
    filterset_class = EditionFilter
    queryset = ReportEdition.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[ReportEdition]:
        return (
            ReportEdition.objects.visible_to(cast(Member, self.request.user))
            .for_lists()
            .prefetch_related("files")
        )
