"""What everything has in common that a worker builds into a PDF: a report's edition, a delegation's book."""

import datetime
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.languages.sentences import in_a_row

BuiltType = TypeVar("BuiltType", bound="Built")

READY_HAS_ITS_PDF = (Q(state="ready") & ~Q(pdf="") & ~Q(sha256="") & Q(finished_at__isnull=False)) | ~Q(
    state="ready"
)
FAILED_SAYS_WHY = (Q(state="failed") & ~Q(failure="")) | (~Q(state="failed") & Q(failure=""))
UNDER_WAY = Q(state__in=["queued", "building"])


class BuiltQuerySet(models.QuerySet[BuiltType]):
    def silent_since(self, moment: datetime.datetime) -> Self:
        """Under way without a sign of life since `moment`: the worker was killed or the message lost."""
        return self.under_way().filter(seen_alive_at__lt=moment)

    def under_way(self) -> Self:
        return self.filter(UNDER_WAY)

    def ready(self) -> Self:
        return self.filter(state=Built.State.READY)


class Built(models.Model):
    """One build: the row is the job, then the content as it was, then its PDF."""

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting to be built")
        BUILDING = "building", _("being built")
        READY = "ready", _("ready")
        FAILED = "failed", _("failed")
        STOPPED = "stopped", _("stopped")

    class Step(models.TextChoices):
        GATHER = "gather", _("gathering the content")
        OFFICE = "office", _("writing the files for offices")
        CHARTS = "charts", _("drawing the charts")
        LAYOUT = "layout", _("laying out the pages")
        PDF = "pdf", _("writing the PDF")

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.QUEUED)
    # Raised by every claim: a worker that finds another number here has lost the build to another one.
    attempt = models.PositiveSmallIntegerField(default=0)
    step = models.CharField(_("step"), max_length=20, choices=Step.choices, blank=True)
    # The dotted path of the section being gathered, later the heading of the chapter being laid out.
    section = models.CharField(_("section"), max_length=200, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_total = models.PositiveSmallIntegerField(default=0)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="requested_%(class)ss",
        verbose_name=_("asked for by"),
    )
    requested_at = models.DateTimeField(_("asked for"))
    seen_alive_at = models.DateTimeField()
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    failure = models.TextField(_("what went wrong"), blank=True)
    # A report as `snapshot.to_json` keeps it; it names no live record.
    content = models.JSONField(default=dict, blank=True)
    pdf = models.FileField(_("file"), upload_to="reports/", blank=True)
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, blank=True)
    # Versions and checksums of what the bytes depend on besides the content, by name.
    printed_with = models.JSONField(default=dict, blank=True)
    pages = models.PositiveSmallIntegerField(_("pages"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.BUILDING)

    @property
    def has_ended(self) -> bool:
        """Over without a PDF: it may be built again."""
        return self.state in (self.State.FAILED, self.State.STOPPED)

    @property
    def end_in_words(self) -> str:
        """Why it is over without a PDF, with the step and the section in which it broke; '' for any other."""
        if self.state == self.State.STOPPED:
            return gettext("The build was stopped before it was finished.")
        if self.state != self.State.FAILED:
            return ""
        if not self.step:
            return self.failure
        words = gettext("It broke while %(step)s.")
        if self.section:
            words = gettext("It broke while %(step)s, in “%(section)s”.")
        where = {"step": self.get_step_display(), "section": self.section_title}
        return in_a_row([words % where, self.failure])

    @property
    def stored_content(self) -> dict[str, Any]:
        """What is printed, as `snapshot.to_json` keeps it."""
        content: dict[str, Any] = self.content
        return content

    @property
    def stored_name(self) -> str:
        """Under which name the file is kept; nobody reads it."""
        raise NotImplementedError

    @property
    def section_title(self) -> str:
        """The name of the section being gathered, or that broke the build; empty in the other steps."""
        raise NotImplementedError
