"""What a machine is told of a file by its checksum."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from committee.reports.models import ReportEdition
from committee.verification.verdicts import Verdict, verify
from committee.verification.views import reader_of


class EditionInBrief(serializers.ModelSerializer[ReportEdition]):
    title = serializers.CharField(source="report", read_only=True)
    published_at = serializers.DateTimeField(source="report.published_at", read_only=True, allow_null=True)

    class Meta:
        model = ReportEdition
        fields = ["identifier", "language", "second_language", "title", "published_at", "pages", "sha256"]


class VerifiedSerializer(serializers.Serializer[Any]):
    """A file that is known here: which edition it is, and whether it is in force."""

    sha256 = serializers.CharField()
    verdict = serializers.ChoiceField(
        choices=[each for each in Verdict.choices if each[0] != Verdict.ALTERED]
    )
    reason = serializers.CharField(help_text="Why it is in force no more; empty where it is.")
    edition = EditionInBrief()
    current = EditionInBrief(allow_null=True, help_text="The edition in force, where it is another one.")


class EditionByChecksum(APIView):
    """Which edition of a report has this checksum; 404 where none has."""

    permission_classes = [AllowAny]  # `open_to_visitors` asks whether there is a public part

    @extend_schema(responses=VerifiedSerializer)
    def get(self, request: Request, sha256: str) -> Response:
        verified = verify(sha256.lower(), reader=reader_of(request))
        if verified.edition is None:
            raise Http404
        return Response(VerifiedSerializer(verified).data)
