"""What a report said in each round of its review, and the translations that were waived for it."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.languages.sentences import in_a_row
from committee.members.models import Member
from committee.report_outlines.titles import title_of_section


class RoundQuerySet(models.QuerySet["ReportRound"]):
    def in_brief(self) -> "RoundQuerySet":
        """With who asked, without the texts, which may be large."""
        contents = models.Prefetch("contents", RoundContent.objects.defer("text"))
        return self.select_related("asked_by__city").prefetch_related(contents)

    def under_way(self) -> "RoundQuerySet":
        return self.filter(state__in=[ReportRound.State.ASKED, ReportRound.State.FREEZING])


class ReportRound(models.Model):
    """One round of a review: the row is the job that gathers, then what was gathered. Never changed after."""

    class State(models.TextChoices):
        ASKED = "asked", _("waiting to be gathered")
        FREEZING = "freezing", _("being gathered and checked")
        FROZEN = "frozen", _("in review")
        REFUSED = "refused", _("not ready for review")
        FAILED = "failed", _("failed")
        STOPPED = "stopped", _("stopped")

    report = models.ForeignKey(
        "committee.MeetingReport",
        on_delete=models.CASCADE,
        related_name="rounds",
        verbose_name=_("report to a meeting"),
    )
    number = models.PositiveSmallIntegerField(_("round"))
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("sent to review by")
    )
    asked_at = models.DateTimeField(_("sent to review at"))
    # Raised by every claim: a worker that finds another number here has lost the work to another one.
    attempt = models.PositiveSmallIntegerField(default=0)
    seen_alive_at = models.DateTimeField()
    # What is being gathered, or was when the work broke off: the dotted path of a section in a language;
    # both are empty until the first is asked and from the last step on.
    section = models.CharField(_("section"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_total = models.PositiveSmallIntegerField(default=0)
    frozen_at = models.DateTimeField(_("gathered at"), null=True, blank=True)
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, blank=True)
    # Why it was refused: what `checking.Problem` holds, as JSON keeps it.
    problems = models.JSONField(default=list, blank=True)
    failure = models.TextField(_("what went wrong"), blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["report", "-number"]
        verbose_name = _("round of a review")
        verbose_name_plural = _("rounds of a review")
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_round_number_once"),
            models.CheckConstraint(
                condition=(Q(state="frozen", frozen_at__isnull=False) & ~Q(sha256=""))
                | (~Q(state="frozen") & Q(frozen_at__isnull=True, sha256="")),
                name="report_round_frozen_with_its_checksum",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(failure="")) | (~Q(state="failed") & Q(failure="")),
                name="report_round_failed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(section="", language="") | (~Q(section="") & ~Q(language="")),
                name="report_round_section_in_a_language",
            ),
        ]

    def __str__(self) -> str:
        return gettext("round %(number)s") % {"number": self.number}

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.ASKED, self.State.FREEZING)

    @property
    def step_in_words(self) -> str:
        """What the work is at; '' while it waits, before it asks the first section, and once it is over."""
        if self.state != self.State.FREEZING:
            return ""
        if not self.section:
            return gettext("comparing figures and translations") if self.steps_done else ""
        return self._gathering

    @property
    def failure_in_words(self) -> str:
        """What went wrong, with the section and language in which it did; '' for one that did not fail."""
        if not self.section or not self.failure:
            return self.failure
        return in_a_row([gettext("It broke while %(step)s.") % {"step": self._gathering}, self.failure])

    @property
    def _gathering(self) -> str:
        words = gettext("gathering the content: %(section)s (%(language)s)")
        return words % {"section": title_of_section(self.section), "language": self.get_language_display()}

    @property
    def is_frozen(self) -> bool:
        return self.state == self.State.FROZEN


class RoundContent(models.Model):
    """What a round says in one language, to the letter: editions are printed from this text alone."""

    round = models.ForeignKey(
        ReportRound, on_delete=models.CASCADE, related_name="contents", verbose_name=_("round of a review")
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    # A text and no JSON column: PostgreSQL keeps JSON in an order and with numbers of its own.
    text = models.TextField()
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64)
    identifier = models.CharField(_("identifier"), max_length=60)

    class Meta:
        ordering = ["round", "pk"]
        verbose_name = _("content of a report")
        verbose_name_plural = _("contents of a report")
        constraints = [
            models.UniqueConstraint(fields=["round", "language"], name="report_round_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.identifier

    @property
    def content(self) -> dict[str, Any]:
        """The report as `snapshot.from_json` reads it."""
        content: dict[str, Any] = json.loads(self.text)
        return content

    @property
    def is_intact(self) -> bool:
        """Whether the text is the one the checksum is of; tampering past the actions shows here."""
        return hashlib.sha256(self.text.encode()).hexdigest() == self.sha256


class TranslationWaiver(models.Model):
    """That somebody takes it upon himself or herself to print texts that a language lacks. Never changed."""

    report = models.ForeignKey(
        "committee.MeetingReport",
        on_delete=models.CASCADE,
        related_name="waivers",
        verbose_name=_("report to a meeting"),
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    # The gaps it was given for, by their keys; a gap that opens later is not waived.
    covers = models.JSONField()
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name=_("waived by"))
    at = models.DateTimeField(_("waived at"))

    class Meta:
        ordering = ["report", "pk"]
        verbose_name = _("waiver of a translation")
        verbose_name_plural = _("waivers of translations")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="report_waiver_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.get_language_display()}"
