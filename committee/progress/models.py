import datetime
import hashlib
import json
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.cities.models import City
from committee.documents.models import Documented
from committee.history.actions import plain
from committee.history.models import Record
from committee.languages.models import in_some_language
from committee.languages.wording import Trilingual, columns
from committee.members.models import Member, Role
from committee.progress import wording
from committee.projects.models import Indicator, Milestone, Project

# What a city writes of a project; the rest of an update says who wrote and answered it, and when.
WRITTEN = ["period_from", "period_until", "course", *columns("narrative", "next_steps")]


class UpdateQuerySet(models.QuerySet["ProgressUpdate"]):
    def visible_to(self, member: Member) -> "UpdateQuerySet":
        """A draft is seen by its own city only; everything submitted by every member."""
        return self.filter(~Q(state=ProgressUpdate.State.DRAFT) | Q(city=member.city_id))

    def in_brief(self) -> "UpdateQuerySet":
        """With the people and cities that say where an update stands."""
        people = ["author", "submitted_by", "answered_by", "city", "answering_city"]
        return self.select_related("project__subcommittee", "correction", *people)

    def in_full(self) -> "UpdateQuerySet":
        """With everything that a page or a report says of an update, in a fixed number of queries."""
        rows = ["reported_milestones__milestone", "reported_values__indicator"]
        return self.in_brief().prefetch_related(*rows)

    def awaiting(self, member: Member) -> "UpdateQuerySet":
        """Submitted ones that `member` may confirm or return today."""
        led = [post.subcommittee_id for post in member.posts_now if post.role == Role.CO_LEAD]
        asked = self.filter(state=ProgressUpdate.State.SUBMITTED, answering_city=member.city_id)
        return asked.filter(project__subcommittee__in=led).exclude(author=member).exclude(submitted_by=member)

    def released(self) -> "UpdateQuerySet":
        """Those a report may print: submitted or confirmed."""
        return self.filter(state__in=[ProgressUpdate.State.SUBMITTED, ProgressUpdate.State.CONFIRMED])

    def current(self) -> "UpdateQuerySet":
        """Without those that a confirmed correction has replaced."""
        return self.exclude(correction__state=ProgressUpdate.State.CONFIRMED)

    def reporting_on(self, start: datetime.date | None, end: datetime.date) -> "UpdateQuerySet":
        """Whose period ends after `start` (a day, or None for ever) and up to and including `end`."""
        until = self.filter(period_until__lte=end)
        return until.filter(period_until__gt=start) if start else until


class ProgressUpdate(Record, Documented):
    """What one city reports of a project for a period; it counts once the other city has confirmed it."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of a progress update", "draft")
        SUBMITTED = "submitted", _("submitted")
        RETURNED = "returned", _("returned")
        CONFIRMED = "confirmed", _("confirmed")

    class Course(models.TextChoices):
        ON_TRACK = "on_track", _("on track")
        AT_RISK = "at_risk", _("at risk")
        LATE = "late", _("late")
        DONE = "done", _("done")

    project = models.ForeignKey(
        Project,
        on_delete=models.PROTECT,
        editable=False,
        related_name="updates",
        verbose_name=_("project"),
    )
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        editable=False,
        related_name="updates",
        verbose_name=_("reporting city"),
    )
    answering_city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        editable=False,
        related_name="updates_to_answer",
        verbose_name=_("city that confirms"),
    )
    author = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        editable=False,
        related_name="authored_updates",
        verbose_name=_("author"),
    )
    period_from = models.DateField(_("period from"))
    period_until = models.DateField(_("period until"))
    course = models.CharField(_("course"), max_length=20, choices=Course.choices)
    narrative_ko = models.TextField(_("narrative in Korean"), blank=True)
    narrative_zh_hans = models.TextField(_("narrative in Chinese"), blank=True)
    narrative_en = models.TextField(_("narrative in English"), blank=True)
    next_steps_ko = models.TextField(_("next steps in Korean"), blank=True)
    next_steps_zh_hans = models.TextField(_("next steps in Chinese"), blank=True)
    next_steps_en = models.TextField(_("next steps in English"), blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.DRAFT, editable=False
    )
    submitted_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="submitted_updates",
        verbose_name=_("submitted by"),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="answered_updates",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True, editable=False)
    return_comment = models.TextField(_("comment on the return"), blank=True, editable=False)
    confirmed_hash = models.CharField(
        _("fingerprint of what was confirmed"), max_length=64, blank=True, editable=False
    )
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="correction",
        verbose_name=_("corrects"),
    )

    narrative = Trilingual("narrative", _("narrative"))
    next_steps = Trilingual("next_steps", _("next steps"))
    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-period_until", "-pk"]
        verbose_name = _("progress update")
        verbose_name_plural = _("progress updates")
        indexes = [
            models.Index(fields=["-period_until", "-id"], name="update_latest_first"),
            models.Index(fields=["state", "city", "-period_until", "-id"], name="update_by_state"),
        ]
        constraints = [
            in_some_language("narrative"),
            models.CheckConstraint(
                condition=~Q(city=F("answering_city")), name="update_answered_by_the_other_city"
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True)
                | (~Q(answered_by=F("author")) & ~Q(answered_by=F("submitted_by"))),
                name="update_answered_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(period_until__gte=F("period_from")),
                name="update_ends_after_it_starts",
                violation_error_message=_("The period ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(state="draft", submitted_at__isnull=True, submitted_by__isnull=True)
                | (~Q(state="draft") & Q(submitted_at__isnull=False, submitted_by__isnull=False)),
                name="update_submitted_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["returned", "confirmed"], answered_at__isnull=False, answered_by__isnull=False
                )
                | Q(state__in=["draft", "submitted"], answered_at__isnull=True, answered_by__isnull=True),
                name="update_answered_by_someone",
            ),
            models.CheckConstraint(
                condition=(Q(state="confirmed") & ~Q(confirmed_hash=""))
                | (~Q(state="confirmed") & Q(confirmed_hash="")),
                name="update_confirmed_with_its_hash",
            ),
            models.CheckConstraint(
                condition=(Q(state="returned") & ~Q(return_comment=""))
                | (~Q(state="returned") & Q(return_comment="")),
                name="update_returned_with_a_comment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} · {self.city} · {self.period_from} – {self.period_until}"

    def get_absolute_url(self) -> str:
        return reverse("update", args=[self.pk])

    @property
    def printable_state(self) -> str:
        return wording.printable_state(self)

    @property
    def is_replaced(self) -> bool:
        """Whether a confirmed correction stands in its place."""
        return hasattr(self, "correction") and self.correction.state == self.State.CONFIRMED

    def content(self) -> dict[str, Any]:
        """What the update says and the other city confirms; not who wrote or answered it, nor when."""
        milestones = [(row.milestone_id, plain(row.done_on)) for row in self.reported_milestones.all()]
        values = [(row.indicator_id, plain(row.on), plain(row.value)) for row in self.reported_values.all()]
        return {
            "project": self.project_id,
            "city": self.city_id,
            **{name: plain(getattr(self, name)) for name in WRITTEN},
            "milestones": sorted(milestones),
            "values": sorted(values),
        }

    def fingerprint(self) -> str:
        """Return the SHA-256 of the content in one fixed spelling; equal content, equal fingerprint."""
        spelled = json.dumps(self.content(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(spelled.encode()).hexdigest()

    @property
    def is_intact(self) -> bool:
        """Whether a confirmed update still says what was confirmed; tampering past the actions shows here."""
        return self.confirmed_hash == self.fingerprint()


class ReportedQuerySet(models.QuerySet[Any]):
    def in_force(self) -> "ReportedQuerySet":
        """What both cities have confirmed and no confirmed correction has replaced."""
        confirmed = ProgressUpdate.State.CONFIRMED
        return self.filter(update__state=confirmed).exclude(update__correction__state=confirmed)


class ReportedMilestone(models.Model):
    """What an update says of a milestone: that it was done, and when."""

    update = models.ForeignKey(ProgressUpdate, on_delete=models.CASCADE, related_name="reported_milestones")
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="reports")
    done_on = models.DateField(_("done on"))

    objects = ReportedQuerySet.as_manager()

    class Meta:
        ordering = ["update", "milestone__due_on", "milestone"]
        verbose_name = _("reported milestone")
        verbose_name_plural = _("reported milestones")
        constraints = [
            models.UniqueConstraint(fields=["update", "milestone"], name="milestone_once_an_update"),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.done_on}"


class ReportedValue(models.Model):
    """The value of an indicator that an update reports."""

    update = models.ForeignKey(ProgressUpdate, on_delete=models.CASCADE, related_name="reported_values")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="reports")
    on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=3)

    objects = ReportedQuerySet.as_manager()

    class Meta:
        ordering = ["update", "indicator", "on"]
        verbose_name = _("reported value")
        verbose_name_plural = _("reported values")
        constraints = [
            models.UniqueConstraint(fields=["update", "indicator"], name="indicator_once_an_update"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value.normalize():f} ({self.on})"
