"""The report to one meeting as both cities see it through."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.members.models import Member, Role
from committee.reports.rounds import ReportRound

WORKING_ROLES = [role for role in Role if role != Role.OBSERVER]


class MeetingReportQuerySet(models.QuerySet["MeetingReport"]):
    def visible_to(self, member: Member) -> "MeetingReportQuerySet":
        """Who works on the cooperation sees every report; an observer what was published once."""
        return self if member.holds(*WORKING_ROLES) else self.laid_open()

    def laid_open(self) -> "MeetingReportQuerySet":
        """Those that were published once, also when they were withdrawn or corrected since."""
        return self.filter(state__in=MeetingReport.LAID_OPEN)

    def public(self) -> "MeetingReportQuerySet":
        """What anybody may know of; nothing where the site has no public part."""
        return self.laid_open() if settings.PUBLIC_PART else self.none()

    def in_brief(self) -> "MeetingReportQuerySet":
        """With what says where reports stand, in a fixed number of queries."""
        people = ["published_by__city", "withdrawn_by__city"]
        related = self.select_related("meeting__host", "corrects__meeting", "corrected_by__meeting", *people)
        return related.prefetch_related(models.Prefetch("rounds", ReportRound.objects.in_brief()))


class MeetingReport(Record):
    """The report to one general meeting, from its draft to what both cities have published."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of a report", "draft")
        REVIEW = "review", pgettext_lazy("state of a report", "in review")
        APPROVED = "approved", pgettext_lazy("state of a report", "approved by both cities")
        PUBLISHING = "publishing", pgettext_lazy("state of a report", "being published")
        PUBLISHED = "published", pgettext_lazy("state of a report", "published")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a report", "withdrawn")
        CORRECTED = "corrected", pgettext_lazy("state of a report", "replaced by a corrected report")

    LAID_OPEN = (State.PUBLISHED, State.WITHDRAWN, State.CORRECTED)
    AT_WORK = (State.DRAFT, State.REVIEW, State.APPROVED, State.PUBLISHING)

    meeting = models.ForeignKey(
        "committee.GeneralMeeting",
        on_delete=models.PROTECT,
        editable=False,
        related_name="reports",
        verbose_name=_("general meeting"),
    )
    number = models.PositiveSmallIntegerField(_("number"), default=1, editable=False)
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.DRAFT, editable=False
    )
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="corrected_by",
        verbose_name=_("corrects"),
    )
    correction = models.TextField(_("what is corrected"), blank=True)
    approved_sha256 = models.CharField(
        _("checksum of what was approved"), max_length=64, blank=True, editable=False
    )
    published_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("published by"),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_because = models.TextField(_("reason of the withdrawal"), blank=True)

    objects = MeetingReportQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting__ordinal", "-number"]
        verbose_name = _("report to a meeting")
        verbose_name_plural = _("reports to meetings")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="report_number_once_a_meeting"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(state__in=["draft", "review", "approved", "publishing"]),
                name="report_one_at_work_a_meeting",
            ),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(state="published"), name="report_one_in_force_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, correction="")
                | (Q(corrects__isnull=False) & ~Q(correction="")),
                name="report_corrects_with_a_reason",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=["draft", "review"]) & Q(approved_sha256=""))
                | (~Q(state__in=["draft", "review"]) & ~Q(approved_sha256="")),
                name="report_approved_with_its_checksum",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "review", "approved"], published_by__isnull=True)
                | Q(
                    state__in=["publishing", "published", "withdrawn", "corrected"],
                    published_by__isnull=False,
                ),
                name="report_published_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["published", "withdrawn", "corrected"], published_at__isnull=False)
                | (~Q(state__in=["published", "withdrawn", "corrected"]) & Q(published_at__isnull=True)),
                name="report_laid_open_at_some_time",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state="withdrawn", withdrawn_by__isnull=False, withdrawn_at__isnull=False)
                    & ~Q(withdrawn_because="")
                )
                | (
                    ~Q(state="withdrawn")
                    & Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawn_because="")
                ),
                name="report_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        title = gettext("Report to %(meeting)s") % {"meeting": self.meeting.title}
        if self.number == 1:
            return title
        return gettext("%(report)s, no. %(number)s") % {"report": title, "number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("meeting_report", args=[self.pk])

    @property
    def title(self) -> str:
        return str(self)

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_at_work(self) -> bool:
        return self.state in self.AT_WORK

    @property
    def is_frozen(self) -> bool:
        """Whether editions are made of the round that was frozen, not of today's records."""
        return not self.is_draft

    @property
    def published_editions(self) -> list[Any]:
        """Its editions that were laid open, in the order of the languages; reads what is prefetched."""
        contents = (content for begun in self.rounds.all() for content in begun.contents.all())
        return [each for content in contents for each in content.editions.all() if each.identifier]

    @cached_property
    def latest(self) -> "ReportRound | None":
        """The round begun last, frozen or not."""
        return max(self.rounds.all(), key=lambda each: each.number, default=None)

    @cached_property
    def latest_frozen(self) -> "ReportRound | None":
        """The round that is in review, was approved or published; that of the last review in a draft."""
        frozen = (each for each in self.rounds.all() if each.state == ReportRound.State.FROZEN)
        return max(frozen, key=lambda each: each.number, default=None)
