from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class EditionQuerySet(models.QuerySet["ReportEdition"]):
    def under_way(self) -> "EditionQuerySet":
        return self.filter(state__in=[ReportEdition.State.QUEUED, ReportEdition.State.BUILDING])

    def ready(self) -> "EditionQuerySet":
        return self.filter(state=ReportEdition.State.READY)


class ReportEdition(models.Model):
    """The report of one general meeting in one language: its build, its content as it was, its PDF."""

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting to be built")
        BUILDING = "building", _("being built")
        READY = "ready", _("ready")
        FAILED = "failed", _("failed")

    class Step(models.TextChoices):
        GATHER = "gather", _("gathering the content")
        CHARTS = "charts", _("drawing the charts")
        LAYOUT = "layout", _("laying out the pages")
        PDF = "pdf", _("writing the PDF")

    meeting = models.ForeignKey("committee.GeneralMeeting", on_delete=models.PROTECT, related_name="editions")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.QUEUED)
    step = models.CharField(_("step"), max_length=20, choices=Step.choices, blank=True)
    section = models.CharField(_("section"), max_length=200, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps_total = models.PositiveSmallIntegerField(default=0)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="requested_editions"
    )
    requested_at = models.DateTimeField()
    seen_alive_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    failure = models.TextField(blank=True)
    content = models.JSONField(default=dict)
    pdf = models.FileField(upload_to="reports/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveSmallIntegerField(null=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("report edition")
        verbose_name_plural = _("report editions")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "language"],
                condition=Q(state__in=["queued", "building"]),
                name="edition_built_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="ready") & ~Q(pdf="") & ~Q(sha256="") & Q(finished_at__isnull=False))
                | ~Q(state="ready"),
                name="edition_ready_has_its_pdf",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(failure="")) | (~Q(state="failed") & Q(failure="")),
                name="edition_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.get_language_display()}"

    def get_absolute_url(self) -> str:
        return reverse("report", args=[self.pk])
