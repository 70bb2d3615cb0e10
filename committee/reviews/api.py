from typing import Any, cast

from django.conf import settings
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from committee.members.models import Member
from committee.pages.permissions import require
from committee.reports import drafting, publication
from committee.reports.meeting_report import MeetingReport
from committee.reports.rounds import ReportRound, RoundContent
from committee.reviews import actions
from committee.reviews.models import CityApproval, CommentAnswer, ReviewComment
from committee.reviews.permissions import works_on_review


class ContentSerializer(serializers.ModelSerializer[RoundContent]):
    class Meta:
        model = RoundContent
        fields = ["language", "identifier", "sha256"]


class ApprovalSerializer(serializers.ModelSerializer[CityApproval]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = CityApproval
        fields = ["city", "at", "sha256"]


class RoundSerializer(serializers.ModelSerializer[ReportRound]):
    contents = ContentSerializer(many=True, read_only=True)
    approvals = ApprovalSerializer(many=True, read_only=True)

    class Meta:
        model = ReportRound
        fields = [
            "number",
            "state",
            "asked_at",
            "steps_done",
            "steps_total",
            "frozen_at",
            "sha256",
            "failure",
            "contents",
            "approvals",
        ]


class AnswerSerializer(serializers.ModelSerializer[CommentAnswer]):
    class Meta:
        model = CommentAnswer
        fields = ["id", "by", "text", "mentioned", "created_at"]
        read_only_fields = ["by", "mentioned"]


class ReviewCommentSerializer(serializers.ModelSerializer[ReviewComment]):
    answers = AnswerSerializer(many=True, read_only=True)

    class Meta:
        model = ReviewComment
        fields = [
            "id",
            "section",
            "text",
            "by",
            "mentioned",
            "created_at",
            "settled_by",
            "settled_at",
            "answers",
        ]
        read_only_fields = ["by", "mentioned", "settled_by", "settled_at"]


class MeetingReportSerializer(serializers.ModelSerializer[MeetingReport]):
    rounds = RoundSerializer(many=True, read_only=True)

    class Meta:
        model = MeetingReport
        fields = [
            "id",
            "meeting",
            "number",
            "state",
            "corrects",
            "correction",
            "approved_sha256",
            "published_at",
            "withdrawn_at",
            "withdrawn_because",
            "version",
            "rounds",
        ]


class SeenChecksumSerializer(serializers.Serializer[Any]):
    """The `sha256` of the round that was read and is approved."""

    seen = serializers.CharField()


class ReasonSerializer(serializers.Serializer[Any]):
    reason = serializers.CharField()


class WaiverSerializer(serializers.Serializer[Any]):
    """The edition whose missing translations are waived, and why."""

    language = serializers.ChoiceField(choices=settings.LANGUAGES)
    reason = serializers.CharField()


class NewCommentSerializer(serializers.Serializer[Any]):
    """The `key` of the section of the content in review, and what is said of it; `@name` tells a member."""

    section = serializers.CharField()
    text = serializers.CharField()


class MeetingReportViewSet(viewsets.ReadOnlyModelViewSet[MeetingReport]):
    """Reports to general meetings on their way: rounds, approvals, publication."""

    queryset = MeetingReport.objects.none()  # names the model to the API's description
    serializer_class = MeetingReportSerializer
    filterset_fields = ["meeting", "state"]

    def get_queryset(self) -> QuerySet[MeetingReport]:
        visible = MeetingReport.objects.visible_to(self._member).in_brief()
        return visible.prefetch_related("rounds__approvals__city")

    @extend_schema(request=None, responses=MeetingReportSerializer)
    @action(detail=True, methods=["post"], url_path="send-to-review")
    def send_to_review(self, request: Request, pk: str) -> Response:
        """Have the content of today gathered and frozen; the new round says how it ends."""
        drafting.send_to_review(by=self._member, report=self.get_object())
        return self._answer(status=202)

    @extend_schema(request=None, responses=MeetingReportSerializer)
    @action(detail=True, methods=["post"], url_path="stop-gathering")
    def stop_gathering(self, request: Request, pk: str) -> Response:
        """End what `send-to-review` began, while its round is not frozen."""
        drafting.stop_gathering(by=self._member, report=self.get_object())
        return self._answer()

    @extend_schema(request=WaiverSerializer, responses=MeetingReportSerializer)
    @action(detail=True, methods=["post"])
    def waive(self, request: Request, pk: str) -> Response:
        report = self.get_object()
        given = _checked(WaiverSerializer(data=request.data))
        drafting.waive_translations(by=self._member, report=report, **given)
        return self._answer()

    @extend_schema(request=ReasonSerializer, responses=MeetingReportSerializer)
    @action(detail=True, methods=["post"], url_path="return-to-draft")
    def return_to_draft(self, request: Request, pk: str) -> Response:
        report = self.get_object()
        given = _checked(ReasonSerializer(data=request.data))
        drafting.return_to_draft(by=self._member, report=report, **given)
        return self._answer()

    @extend_schema(request=SeenChecksumSerializer, responses=MeetingReportSerializer)
    @action(detail=True, methods=["post"])
    def approve(self, request: Request, pk: str) -> Response:
        """Approve for one's city the round whose checksum was read."""
        report = self.get_object()
        given = _checked(SeenChecksumSerializer(data=request.data))
        actions.approve(by=self._member, report=report, **given)
        return self._answer()

    @extend_schema(request=None, responses=MeetingReportSerializer)
    @action(detail=True, methods=["post"])
    def publish(self, request: Request, pk: str) -> Response:
        """Have the editions built; once all are ready they are laid open together."""
        publication.publish(by=self._member, report=self.get_object())
        return self._answer(status=202)

    @extend_schema(request=ReasonSerializer, responses=MeetingReportSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: str) -> Response:
        report = self.get_object()
        given = _checked(ReasonSerializer(data=request.data))
        publication.withdraw(by=self._member, report=report, **given)
        return self._answer()

    @extend_schema(methods=["get"], responses=ReviewCommentSerializer(many=True))
    @extend_schema(methods=["post"], request=NewCommentSerializer, responses=ReviewCommentSerializer)
    @action(detail=True, methods=["get", "post"], pagination_class=None)
    def comments(self, request: Request, pk: str) -> Response:
        """The comments on a report with their answers; post one on a section of what is in review."""
        report = self.get_object()
        require(works_on_review(self._member))
        if request.method == "GET":
            found = ReviewComment.objects.filter(report=report).in_full()
            return Response(ReviewCommentSerializer(found, many=True).data)
        given = _checked(NewCommentSerializer(data=request.data))
        comment = actions.comment_on(by=self._member, report=report, **given)
        return Response(ReviewCommentSerializer(comment).data, status=201)

    @property
    def _member(self) -> Member:
        return cast(Member, self.request.user)

    def _answer(self, status: int = 200) -> Response:
        return Response(self.get_serializer(self.get_object()).data, status=status)


class ReviewCommentViewSet(viewsets.GenericViewSet[ReviewComment]):
    """Comments on reports: answered, and settled by whoever made them."""

    queryset = ReviewComment.objects.none()
    serializer_class = ReviewCommentSerializer

    def get_queryset(self) -> QuerySet[ReviewComment]:
        visible = MeetingReport.objects.visible_to(cast(Member, self.request.user))
        return ReviewComment.objects.filter(report__in=visible).in_full()

    @extend_schema(request=AnswerSerializer, responses=AnswerSerializer)
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, pk: str) -> Response:
        comment = self.get_object()
        given = _checked(AnswerSerializer(data=request.data))
        member = cast(Member, self.request.user)
        made = actions.answer_comment(by=member, comment=comment, **given)
        return Response(AnswerSerializer(made).data, status=201)

    @extend_schema(request=None, responses=ReviewCommentSerializer)
    @action(detail=True, methods=["post"])
    def settle(self, request: Request, pk: str) -> Response:
        member = cast(Member, self.request.user)
        settled = actions.settle_comment(by=member, comment=self.get_object())
        return Response(ReviewCommentSerializer(settled).data)


def _checked(serializer: serializers.Serializer[Any]) -> dict[str, Any]:
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)
