from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.delegation_books.forms import BookFilter
from committee.delegation_books.models import DelegationBook
from committee.members.models import Member


class BookSerializer(serializers.ModelSerializer[DelegationBook]):
    section = serializers.CharField(source="section_title", read_only=True)

    class Meta:
        model = DelegationBook
        fields = [
            "id",
            "delegation",
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
        ]


class BookViewSet(viewsets.ReadOnlyModelViewSet[DelegationBook]):
    """The books of one's own city's delegations, the newest first."""

    serializer_class = BookSerializer
    filterset_class = BookFilter
    queryset = DelegationBook.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[DelegationBook]:
        return DelegationBook.objects.visible_to(cast(Member, self.request.user)).for_pages()
