"""Promised hours that did not come, what the sending city says of them and how the other one closes it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.cities.models import City
from committee.history.models import Record
from environment.measurements.models import Pollutant
from environment.sources.clock import LocalClock, moment_of
from environment.stations.models import Station


class GapNoticeQuerySet(models.QuerySet["GapNotice"]):
    def growing(self) -> "GapNoticeQuerySet":
        """Those that take in the hours that follow; a closed one has been settled as it was."""
        return self.filter(state__in=[GapNotice.State.OPEN, GapNotice.State.ANSWERED])

    def reaching(self, first_hour: int) -> "GapNoticeQuerySet":
        return self.filter(last_hour__gte=first_hour)


class GapNotice(Record):
    """One gap: promised hours of a station, or of the whole city, that follow one another and did not come.

    It grows while the gap lasts, and fills by itself when the hours come late. `first_hour` and `last_hour`
    are UTC ends in hours since 1970; hours that nobody promised may lie between them.
    """

    meaning_of = {"pollutants": Pollutant.in_words, "first_hour": moment_of, "last_hour": moment_of}

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a gap notice", "waits for an answer")
        ANSWERED = "answered", pgettext_lazy("state of a gap notice", "answered")
        CLOSED = "closed", pgettext_lazy("state of a gap notice", "closed")
        FILLED = "filled", pgettext_lazy("state of a gap notice", "came late")

    class Reason(models.TextChoices):
        INSTRUMENT = "instrument", _("the instrument failed")
        MAINTENANCE = "maintenance", _("maintenance or calibration")
        POWER = "power", _("power cut")
        TRANSMISSION = "transmission", _("the transmission failed")
        REVIEW = "review", _("values are held back for review")
        STATION = "station", _("the station was moved or closed")
        OTHER = "other", _("another reason")

    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="gap_notices", verbose_name=_("city")
    )
    station = models.ForeignKey(
        Station,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gap_notices",
        verbose_name=_("station"),
    )
    pollutants = models.JSONField(_("pollutants"), default=list)
    first_hour = models.IntegerField(_("first hour"))
    last_hour = models.IntegerField(_("last hour"))
    values_missing = models.PositiveIntegerField(_("values missing"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gaps_answered",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    closing_note = models.TextField(_("closing note"), blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gaps_closed",
        verbose_name=_("closed by"),
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    filled_at = models.DateTimeField(_("came late"), null=True, blank=True)

    objects = GapNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-first_hour", "-pk"]
        verbose_name = _("gap notice")
        verbose_name_plural = _("gap notices")
        constraints = [
            models.UniqueConstraint(
                fields=["city", "first_hour"], condition=Q(station__isnull=True), name="gap_of_a_city_once"
            ),
            models.UniqueConstraint(
                fields=["station", "first_hour"],
                condition=Q(station__isnull=False),
                name="gap_of_a_station_once",
            ),
            models.CheckConstraint(
                condition=Q(last_hour__gte=F("first_hour")), name="gap_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(reason="", answered_at__isnull=True, answered_by__isnull=True)
                | (~Q(reason="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="gap_answer_has_reason_and_author",
            ),
            models.CheckConstraint(
                condition=(Q(state="closed", closed_at__isnull=False, closed_by__isnull=False))
                & ~Q(closing_note="")
                | (~Q(state="closed") & Q(closed_at__isnull=True, closed_by__isnull=True, closing_note="")),
                name="gap_closed_has_note_and_author",
            ),
            models.CheckConstraint(
                condition=~Q(state="filled") | Q(filled_at__isnull=False, values_missing=0),
                name="gap_filled_lacks_nothing",
            ),
            models.CheckConstraint(
                condition=~Q(state="open", answered_at__isnull=False)
                & ~Q(state="answered", answered_at__isnull=True),
                name="gap_answered_has_an_answer",
            ),
        ]
        indexes = [models.Index(fields=["city", "state"], name="gaps_of_a_city")]

    def __str__(self) -> str:
        return f"{self.place}, {self.first_moment}"

    def get_absolute_url(self) -> str:
        return reverse("gap", args=[self.pk])

    @property
    def place(self) -> str:
        return str(self.station) if self.station else str(self.city)

    @property
    def clock(self) -> LocalClock:
        return LocalClock(self.city.time_zone)

    @property
    def first_moment(self) -> str:
        """When the first missing hour ended, in the city's time."""
        return self.clock.moment(self.first_hour).strftime("%Y-%m-%d %H:%M %Z")

    @property
    def last_moment(self) -> str:
        return self.clock.moment(self.last_hour).strftime("%Y-%m-%d %H:%M %Z")

    @property
    def pollutants_in_words(self) -> str:
        return Pollutant.names_of(self.pollutants)
