"""Progress updates over the API: the same actions and permissions as on the pages."""

from typing import Any, cast

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from committee.members.models import Member
from committee.pages.forms import WITHIN_REACH
from committee.progress import actions, mending, statements
from committee.progress.content import STATED
from committee.progress.forms import UpdateFilter
from committee.progress.mending import WORDING
from committee.progress.models import ProgressUpdate
from committee.progress.reported import Measured
from committee.progress.reported_parts import ReportedMilestone, ReportedValue
from committee.projects.models import Project


def within_reach(*days: str) -> dict[str, dict[str, Any]]:
    """Refuse the days that the forms refuse."""
    return {day: {"validators": WITHIN_REACH} for day in days}


class ReportedMilestoneSerializer(serializers.ModelSerializer[ReportedMilestone]):
    class Meta:
        model = ReportedMilestone
        fields = ["milestone", "done_on"]
        extra_kwargs = within_reach("done_on")


class ReportedValueSerializer(serializers.ModelSerializer[ReportedValue]):
    class Meta:
        model = ReportedValue
        fields = ["indicator", "on", "value"]
        extra_kwargs = within_reach("on")


class ProjectInSight(serializers.PrimaryKeyRelatedField[Project]):
    """The key of a project that the one who asks may see."""

    queryset = Project.objects.all()

    def get_queryset(self) -> QuerySet[Project]:
        return Project.objects.visible_to(self.context["request"].user)


class UpdateSerializer(serializers.ModelSerializer[ProgressUpdate]):
    """`reported_milestones` and `reported_values`, where given, replace what was said before.

    Give the `version` that was read as `seen_version`: what others changed since is then refused, not lost.
    """

    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    answering_city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    project = ProjectInSight()
    on_behalf_of = serializers.PrimaryKeyRelatedField(
        queryset=Member.objects.all(), required=False, allow_null=True
    )
    entered_by = serializers.CharField(read_only=True)
    last_word = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    printable_state = serializers.CharField(read_only=True)
    whose_turn = serializers.CharField(read_only=True)
    fingerprint_of_both = serializers.CharField(read_only=True)
    fingerprint = serializers.CharField(read_only=True)
    seen_version = serializers.IntegerField(write_only=True, required=False, min_value=1)
    reported_milestones = ReportedMilestoneSerializer(many=True, required=False)
    reported_values = ReportedValueSerializer(many=True, required=False)

    class Meta:
        model = ProgressUpdate
        exclude = ["created_at"]
        extra_kwargs = within_reach("period_from", "period_until")
        read_only_fields = [
            "version",
            "author",
            "state",
            "submitted_by",
            "submitted_at",
            "answered_by",
            "answered_at",
            "one_sided_at",
            "mended_at",
            *STATED,
            "closed_by",
            "closed_at",
            "return_comment",
            "confirmed_hash",
            "corrects",
            "is_illustrative",
        ]

    def create(self, given: dict[str, Any]) -> ProgressUpdate:
        given.pop("seen_version", None)
        return actions.create_update(by=self._member, **_as_said(given, None))

    def update(self, update: ProgressUpdate, given: dict[str, Any]) -> ProgressUpdate:
        given.pop("project", None)
        given.pop("on_behalf_of", None)
        return actions.edit_update(by=self._member, update=update, **_as_said(given, update))

    @property
    def _member(self) -> Member:
        return cast(Member, self.context["request"].user)


class StatementSerializer(serializers.ModelSerializer[ProgressUpdate]):
    """The answering city's own statement; once it stands, what is left out stays as it is."""

    seen_version = serializers.IntegerField(write_only=True, required=False, min_value=1)

    class Meta:
        model = ProgressUpdate
        fields = [*STATED, "seen_version"]


class WordingSerializer(serializers.ModelSerializer[ProgressUpdate]):
    """Texts whose wording is corrected; what is left out stays as it is.

    `others_follow` marks the other languages as outdated.
    """

    seen_version = serializers.IntegerField(write_only=True, required=False, min_value=1)
    others_follow = serializers.BooleanField(write_only=True, default=False)

    class Meta:
        model = ProgressUpdate
        fields = [*WORDING, "seen_version", "others_follow"]


class SeenSerializer(serializers.Serializer[Any]):
    """The `fingerprint` of the content that was read and is confirmed."""

    seen = serializers.CharField()


class CommentSerializer(serializers.Serializer[Any]):
    """Why the update is returned."""

    comment = serializers.CharField()


class UpdateViewSet(
    mixins.CreateModelMixin,
    mixins.RetrieveModelMixin,
    mixins.UpdateModelMixin,
    mixins.ListModelMixin,
    viewsets.GenericViewSet[ProgressUpdate],
):
    """Progress updates: written by one city, confirmed or returned by the other."""

    queryset = ProgressUpdate.objects.none()
    serializer_class = UpdateSerializer
    filterset_class = UpdateFilter
    http_method_names = ["get", "post", "patch", "head", "options"]

    def get_queryset(self) -> QuerySet[ProgressUpdate]:
        return ProgressUpdate.objects.visible_to(self._member).in_full().select_related("last_word")

    @extend_schema(request=None, responses=UpdateSerializer)
    @action(detail=True, methods=["post"])
    def submit(self, request: Request, pk: str) -> Response:
        return self._answer(actions.submit_update(by=self._member, update=self.get_object()))

    @extend_schema(request=None, responses=UpdateSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: str) -> Response:
        return self._answer(actions.withdraw_update(by=self._member, update=self.get_object()))

    @extend_schema(request=SeenSerializer, responses=UpdateSerializer)
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, pk: str) -> Response:
        update = self.get_object()
        given = _checked(SeenSerializer(data=request.data))
        return self._answer(actions.confirm_update(by=self._member, update=update, **given))

    @extend_schema(request=CommentSerializer, responses=UpdateSerializer)
    @action(detail=True, methods=["post"], url_path="return")
    def send_back(self, request: Request, pk: str) -> Response:
        update = self.get_object()
        given = _checked(CommentSerializer(data=request.data))
        return self._answer(actions.return_update(by=self._member, update=update, **given))

    @extend_schema(request=StatementSerializer, responses=UpdateSerializer)
    @action(detail=True, methods=["post"])
    def statement(self, request: Request, pk: str) -> Response:
        """Set the answering city's own statement beside the update, or change it."""
        update = self.get_object()
        given = _checked(StatementSerializer(data=request.data))
        return self._answer(statements.state_otherwise(by=self._member, update=update, **given))

    @extend_schema(request=WordingSerializer, responses=UpdateSerializer)
    @action(detail=True, methods=["post"])
    def wording(self, request: Request, pk: str) -> Response:
        """Correct the wording of a confirmed update; the confirmation stands and the other city is told."""
        update = self.get_object()
        given = _checked(WordingSerializer(data=request.data))
        return self._answer(mending.mend_wording(by=self._member, update=update, **given))

    @extend_schema(request=SeenSerializer, responses=UpdateSerializer)
    @action(detail=True, methods=["post"])
    def close(self, request: Request, pk: str) -> Response:
        """Leave it at two statements; `seen` is the `fingerprint_of_both` that was read."""
        update = self.get_object()
        given = _checked(SeenSerializer(data=request.data))
        return self._answer(statements.close_update(by=self._member, update=update, **given))

    @extend_schema(request=None, responses=UpdateSerializer)
    @action(detail=True, methods=["post"])
    def correct(self, request: Request, pk: str) -> Response:
        return self._answer(actions.correct_update(by=self._member, update=self.get_object()), status=201)

    @property
    def _member(self) -> Member:
        return cast(Member, self.request.user)

    def _answer(self, update: ProgressUpdate, status: int = 200) -> Response:
        return Response(self.get_serializer(update).data, status=status)


def _checked(serializer: serializers.Serializer[Any]) -> dict[str, Any]:
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)


def _as_said(given: dict[str, Any], update: ProgressUpdate | None) -> dict[str, Any]:
    """Turn the nested rows into what the actions take; rows left out of a given list are taken back."""
    said: dict[str, Any] = {name: value for name, value in given.items() if not name.startswith("reported_")}
    if "reported_milestones" in given:
        known = update.reported_milestones.all() if update else []
        said["milestones"] = {row.milestone: None for row in known}
        said["milestones"] |= {row["milestone"]: row["done_on"] for row in given["reported_milestones"]}
    if "reported_values" in given:
        measured = update.reported_values.all() if update else []
        said["values"] = {row.indicator: None for row in measured}
        said["values"] |= {
            row["indicator"]: Measured(row["on"], row["value"]) for row in given["reported_values"]
        }
    return said
