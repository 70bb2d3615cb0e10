from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.members.models import Member
from committee.reports.meeting_report import MeetingReport
from committee.reports.rounds import ReportRound


class CityApproval(models.Model):
    """That one city's secretariat approved one round of a report, to the letter. Never changed."""

    round = models.ForeignKey(
        ReportRound, on_delete=models.PROTECT, related_name="approvals", verbose_name=_("round of a review")
    )
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+", verbose_name=_("city"))
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="approved_reports", verbose_name=_("approved by")
    )
    at = models.DateTimeField(_("approved at"))
    # Of the content that was read, which is the round's.
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64)

    class Meta:
        ordering = ["round", "pk"]
        verbose_name = _("approval of a report")
        verbose_name_plural = _("approvals of a report")
        constraints = [
            models.UniqueConstraint(fields=["round", "city"], name="report_approved_once_a_city"),
            models.UniqueConstraint(fields=["round", "member"], name="report_approved_once_a_member"),
            models.CheckConstraint(condition=~Q(sha256=""), name="report_approval_is_of_a_content"),
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.city}"


class CommentQuerySet(models.QuerySet["ReviewComment"]):
    def open(self) -> "CommentQuerySet":
        return self.filter(settled_at__isnull=True)

    def in_full(self) -> "CommentQuerySet":
        related = self.select_related("by__city", "settled_by__city", "round")
        answers = CommentAnswer.objects.select_related("by__city").prefetch_related("mentioned")
        return related.prefetch_related("mentioned", models.Prefetch("answers", answers))


class ReviewComment(Record):
    """What is remarked on a section of a report in review; it stays open until it is settled."""

    part_of = "report"

    report = models.ForeignKey(
        MeetingReport,
        on_delete=models.PROTECT,
        editable=False,
        related_name="comments",
        verbose_name=_("report to a meeting"),
    )
    round = models.ForeignKey(
        ReportRound,
        on_delete=models.PROTECT,
        editable=False,
        related_name="comments",
        verbose_name=_("round of a review"),
    )
    # The key of the section, which is the same in every language and round.
    section = models.CharField(_("section"), max_length=200, editable=False)
    text = models.TextField(_("comment"))
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, editable=False, related_name="+", verbose_name=_("written by")
    )
    mentioned = models.ManyToManyField(
        Member, blank=True, editable=False, related_name="+", verbose_name=_("mentioned")
    )
    settled_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("settled by"),
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["report", "pk"]
        verbose_name = _("comment on a report")
        verbose_name_plural = _("comments on a report")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="report_comment_says_something"),
            models.CheckConstraint(
                condition=Q(settled_by__isnull=True, settled_at__isnull=True)
                | Q(settled_by__isnull=False, settled_at__isnull=False),
                name="report_comment_settled_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} · {self.by}"

    def get_absolute_url(self) -> str:
        return f"{reverse('report_section', args=[self.report_id, self.section])}#comment-{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.settled_at is None


class CommentAnswer(Record):
    """An answer to a comment on a report."""

    part_of = "comment"

    comment = models.ForeignKey(
        ReviewComment,
        on_delete=models.PROTECT,
        editable=False,
        related_name="answers",
        verbose_name=_("comment on a report"),
    )
    text = models.TextField(_("answer"))
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, editable=False, related_name="+", verbose_name=_("answered by")
    )
    mentioned = models.ManyToManyField(
        Member, blank=True, editable=False, related_name="+", verbose_name=_("mentioned")
    )

    class Meta:
        ordering = ["comment", "pk"]
        verbose_name = _("answer to a comment")
        verbose_name_plural = _("answers to a comment")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="report_answer_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.comment} · {self.by}"

    def get_absolute_url(self) -> str:
        return self.comment.get_absolute_url()
