from typing import cast

from django.db.models import QuerySet
from django.http import FileResponse
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request

from committee.documents.downloads import answer_with
from committee.documents.forms import DocumentFilter
from committee.documents.models import Document, DocumentFile
from committee.members.models import Member


class DocumentFileSerializer(serializers.ModelSerializer[DocumentFile]):
    class Meta:
        model = DocumentFile
        fields = ["number", "language", "name", "size_bytes", "sha256", "media_type", "uploaded_at"]


class DocumentSerializer(serializers.ModelSerializer[Document]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    files = DocumentFileSerializer(many=True, read_only=True)

    class Meta:
        model = Document
        exclude = ["created_at", "added_by", "withdrawn_by"]


class DocumentViewSet(viewsets.ReadOnlyModelViewSet[Document]):
    """Documents that one may read, with all their versions, the newest first; those with a topic are the
    library's."""

    serializer_class = DocumentSerializer
    filterset_class = DocumentFilter
    queryset = Document.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[Document]:
        return Document.objects.visible_to(cast(Member, self.request.user)).with_files()

    @extend_schema(
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY},
        parameters=[OpenApiParameter("number", int, OpenApiParameter.PATH)],
    )
    @action(detail=True, url_path=r"files/(?P<number>\d+)", url_name="file")
    def file(self, _request: Request, pk: str, number: str) -> FileResponse:
        """Answer with one version as it was handed in."""
        return answer_with(get_object_or_404(self.get_object().files, number=number))
