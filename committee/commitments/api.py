from typing import Any, cast

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers, viewsets

from committee.commitments.forms import CommitmentFilter
from committee.commitments.models import Commitment
from committee.commitments.standings import Standing
from committee.commitments.thread import CarriedOut, Printed, thread_of
from committee.commitments.turns import whose_turn, with_turn
from committee.members.models import Member


class ReportedUpdateSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(source="pk")
    city = serializers.CharField(source="city.code")
    period_from = serializers.DateField()
    period_until = serializers.DateField()
    state = serializers.CharField()
    course = serializers.CharField()


class CarriedOutSerializer(serializers.Serializer[CarriedOut]):
    """A project, and the updates that the cities submitted last."""

    id = serializers.IntegerField(source="project.pk")
    state = serializers.CharField(source="project.state")
    updates = ReportedUpdateSerializer(many=True)


class PrintedSerializer(serializers.Serializer[Printed]):
    """How the report to a meeting printed the commitment; `before` is what the report before it had said."""

    meeting = serializers.IntegerField(source="meeting.pk")
    editions = serializers.ListField(child=serializers.IntegerField(), source="edition_ids")
    standing = serializers.ChoiceField(Standing.choices)
    before = serializers.ChoiceField(Standing.choices, allow_null=True)


class ThreadSerializer(serializers.Serializer[Any]):
    projects = CarriedOutSerializer(many=True)
    reports = PrintedSerializer(many=True)


class CommitmentSerializer(serializers.ModelSerializer[Commitment]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    subcommittee = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    standing = serializers.ChoiceField(Standing.choices, read_only=True)
    is_overdue = serializers.SerializerMethodField()
    whose_turn = serializers.SerializerMethodField()

    class Meta:
        model = Commitment
        exclude = ["created_at"]

    def get_is_overdue(self, commitment: Commitment) -> bool:
        """Whether its day had passed today, in the reader's city."""
        return commitment.is_overdue(cast(Member, self.context["request"].user).today)

    def get_whose_turn(self, commitment: Commitment) -> str:
        """Who is waited for, and for what, in words."""
        return whose_turn(commitment)


class WholeCommitmentSerializer(CommitmentSerializer):
    """One commitment with its meeting and what follows it."""

    meeting = serializers.IntegerField(source="agreement.meeting_id", read_only=True, allow_null=True)
    thread = serializers.SerializerMethodField()

    @extend_schema_field(ThreadSerializer)
    def get_thread(self, commitment: Commitment) -> dict[str, Any]:
        return ThreadSerializer(thread_of(commitment, self.context["request"].user)).data


class CommitmentViewSet(viewsets.ReadOnlyModelViewSet[Commitment]):
    """Commitments in the order of their subcommittees, with how each stands today in the reader's city."""

    filterset_class = CommitmentFilter
    queryset = Commitment.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[Commitment]:
        reader = cast(Member, self.request.user)
        found = Commitment.objects.with_standing(reader.today)
        return with_turn(found.select_related("city", "subcommittee", "agreement"))

    def get_serializer_class(self) -> type[CommitmentSerializer]:
        return WholeCommitmentSerializer if self.action == "retrieve" else CommitmentSerializer
