from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.models import Titled
from committee.languages.wording import Trilingual
from committee.meetings.models import Meeting


class ProgrammeQuerySet(models.QuerySet["ProgrammeEntry"]):
    def in_full(self) -> "ProgrammeQuerySet":
        return self.select_related("meeting__host", "meeting__subcommittee").prefetch_related("cities")


class ProgrammeEntry(Record, Titled):
    """One thing on the programme of a meeting: what, when, where, and for whose delegations."""

    part_of = "meeting"

    class Kind(models.TextChoices):
        SESSION = "session", _("session")
        VISIT = "visit", _("visit")
        MEAL = "meal", _("meal")
        TRANSFER = "transfer", _("transfer")

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="programme", verbose_name=_("meeting")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.SESSION)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place_ko = models.CharField(_("place in Korean"), max_length=300, blank=True)
    place_zh_hans = models.CharField(_("place in Chinese"), max_length=300, blank=True)
    place_en = models.CharField(_("place in English"), max_length=300, blank=True)
    cities = models.ManyToManyField(
        City, related_name="programme", verbose_name=_("delegations that take part")
    )

    place = Trilingual("place", _("place"))
    objects = ProgrammeQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["starts_at", "ends_at", "pk"]
        verbose_name = _("programme entry")
        verbose_name_plural = _("programme entries")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="programme_entry_ends_after_it_begins",
                violation_error_message=_("It ends before it begins."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{reverse('programme', args=[self.meeting_id])}#entry-{self.pk}"

    def overlaps(self, other: "ProgrammeEntry") -> bool:
        """Whether both go on at one moment; one may begin when the other ends."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at
