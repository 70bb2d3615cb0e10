from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.commitments.forms import CommitmentFilter
from committee.commitments.models import Commitment
from committee.members.models import Member


class CommitmentSerializer(serializers.ModelSerializer[Commitment]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    subcommittee = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    is_overdue = serializers.SerializerMethodField()

    class Meta:
        model = Commitment
        exclude = ["created_at"]

    def get_is_overdue(self, commitment: Commitment) -> bool:
        """Whether its day had passed today, in the reader's city."""
        return commitment.is_overdue(cast(Member, self.context["request"].user).today)


class CommitmentViewSet(viewsets.ReadOnlyModelViewSet[Commitment]):
    """Commitments in the order of their subcommittees."""

    serializer_class = CommitmentSerializer
    filterset_class = CommitmentFilter

    def get_queryset(self) -> QuerySet[Commitment]:
        return Commitment.objects.select_related("city", "subcommittee")
