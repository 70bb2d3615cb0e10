from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from committee.cities.models import City
from committee.members.models import Member
from committee.printing.bilingual import bilingual
from committee.printing.built import FAILED_SAYS_WHY, READY_HAS_ITS_PDF, UNDER_WAY, Built, BuiltQuerySet
from committee.printing.snapshot import from_json, to_json
from committee.report_outlines.titles import title_of_section
from committee.reports.identifiers import identifier_of_both
from committee.reports.meeting_report import WORKING_ROLES, MeetingReport
from committee.reports.pairs import code_of, name_of
from committee.reports.rounds import RoundContent


class EditionQuerySet(BuiltQuerySet["ReportEdition"]):
    def visible_to(self, member: Member) -> "EditionQuerySet":
        """Who works on the cooperation sees every edition; an observer what is ready and not in review."""
        if member.holds(*WORKING_ROLES):
            return self
        return self.ready().exclude(frozen__isnull=False, identifier="")

    def for_lists(self) -> "EditionQuerySet":
        """With the meeting, without the stored content, which may be large."""
        related = self.select_related("meeting", "requested_by__city", "frozen__round__report")
        return related.defer("content", "frozen__text")

    def of_report(self, report: MeetingReport) -> "EditionQuerySet":
        """Those made of what was frozen for the report, in any of its rounds."""
        return self.filter(frozen__round__report=report)

    def laid_open(self) -> "EditionQuerySet":
        """Those that were published, also when their report was withdrawn or corrected since."""
        return self.exclude(identifier="")

    def public(self) -> "EditionQuerySet":
        """What anybody may read; nothing where the site has no public part."""
        in_force = self.laid_open().filter(frozen__round__report__state=MeetingReport.State.PUBLISHED)
        return in_force if settings.PUBLIC_PART else self.none()


class ReportEdition(Built):
    """The report of one general meeting in one language or two: its build, its content as it was, its PDF."""

    meeting = models.ForeignKey(
        "committee.GeneralMeeting",
        on_delete=models.PROTECT,
        related_name="editions",
        verbose_name=_("general meeting"),
    )
    # The one on the right, where an edition has two side by side.
    second_language = models.CharField(
        _("second language"), max_length=10, choices=settings.LANGUAGES, blank=True
    )
    # What it is printed of; an edition without one is a draft, made of the records of its day. One in two
    # languages is printed of this content and that of the same round in the second language.
    frozen = models.ForeignKey(
        RoundContent,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="editions",
        verbose_name=_("content of a report"),
    )
    # Given when its report is published, and never taken away.
    identifier = models.CharField(_("identifier"), max_length=60, blank=True)
    # No longer written, since a report is published as a whole; to be removed with the next release.
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="published_editions",
        verbose_name=_("published by"),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("report edition")
        verbose_name_plural = _("report editions")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "language", "second_language"],
                condition=UNDER_WAY & Q(frozen__isnull=True),
                name="edition_built_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["frozen", "second_language"],
                condition=UNDER_WAY & Q(frozen__isnull=False),
                name="edition_of_a_round_built_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["identifier"], condition=~Q(identifier=""), name="edition_identifier_once"
            ),
            models.CheckConstraint(
                condition=Q(identifier="") | Q(state="ready", frozen__isnull=False),
                name="edition_identified_when_ready_and_frozen",
            ),
            models.CheckConstraint(
                condition=~Q(language=F("second_language")), name="edition_in_two_languages_or_one"
            ),
            models.CheckConstraint(
                condition=READY_HAS_ITS_PDF,
                name="edition_ready_has_its_pdf",
            ),
            models.CheckConstraint(
                condition=FAILED_SAYS_WHY,
                name="edition_failed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False, state="ready"),
                name="edition_published_when_ready",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.languages_in_words}"

    def get_absolute_url(self) -> str:
        return reverse("report", args=[self.pk])

    @property
    def report(self) -> MeetingReport | None:
        """The report it belongs to; None for a draft."""
        return self.frozen.round.report if self.frozen else None

    @property
    def stored_content(self) -> dict[str, Any]:
        if self.frozen is None:
            return super().stored_content
        if not self.second_language:
            return self.frozen.content
        first, second = from_json(self.frozen.content), from_json(self._second_frozen.content)
        return to_json(bilingual(first, second, identifier=self.identifier_when_published))

    @property
    def code(self) -> str:
        """What it is in, see `pairs`."""
        return code_of(self.language, self.second_language)

    @property
    def languages_in_words(self) -> str:
        return name_of(self.code)

    @property
    def identifier_when_published(self) -> str:
        """The identifier it has once its report is published; empty for a draft."""
        if self.frozen is None:
            return ""
        if not self.second_language:
            return self.frozen.identifier
        return identifier_of_both(self.frozen.identifier, self.second_language)

    @property
    def _second_frozen(self) -> RoundContent:
        assert self.frozen is not None, "a draft keeps its own content"
        second: RoundContent = self.frozen.round.contents.get(language=self.second_language)
        return second

    @property
    def stored_name(self) -> str:
        return f"report-{self.meeting.ordinal}-{self.code}-{self.pk}.pdf"

    @property
    def section_title(self) -> str:
        """The name of the section being gathered, or that broke the build; empty in the other steps."""
        return title_of_section(self.section)

    @property
    def file_name(self) -> str:
        return self.file_named("pdf")

    def file_named(self, ending: str) -> str:
        """Return the name of a downloaded file, in its first language; one in two names both."""
        with override(self.language):
            committee = " · ".join(city.name.plain for city in City.objects.all())
            report = _("Report to %(meeting)s") % {"meeting": self.meeting.title}
            languages = f" ({self.languages_in_words})" if self.second_language else ""
            # No sign that one of the systems of its readers refuses in a name.
            return f"{committee} – {report}{languages}.{ending}".replace("/", "-").replace("|", "·")


class MentionQuerySet(models.QuerySet["EditionMention"]):
    def shown_to(self, member: Member) -> "MentionQuerySet":
        """Those of finished editions that `member` may read, by meeting, the newest last."""
        editions = ReportEdition.objects.visible_to(member).ready()
        found = self.filter(edition__in=editions).select_related("edition__meeting")
        return found.defer("edition__content").order_by(
            "edition__meeting__ordinal", "edition__finished_at", "pk"
        )


class EditionMention(models.Model):
    """That an edition printed a record in a state; read from its content, so that it can be found."""

    edition = models.ForeignKey(ReportEdition, on_delete=models.CASCADE, related_name="mentions")
    # As the content names it, without a key into a live table: `commitment-7`.
    record = models.CharField(max_length=60)
    state = models.CharField(_("state"), max_length=20)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "pk"]
        verbose_name = _("mention in a report")
        verbose_name_plural = _("mentions in reports")
        constraints = [
            models.UniqueConstraint(fields=["record", "edition"], name="mentioned_once_in_an_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.record}: {self.state}"
