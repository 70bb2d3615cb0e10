"""Alerts as episodes, what was decided of them before, and how far each city's air was judged."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.cities.models import City
from environment.measurements.models import Delivery, Pollutant, WorkedThrough
from environment.naming.standards import name_of_stage
from environment.sources.clock import LocalClock
from environment.threads.models import AlertThread


class Grammar(models.TextChoices):
    """How a city's rule speaks: of measured hours of a pollutant, or of days by their index."""

    HOURS = "hours", _("measured hours")
    DAYS = "days", _("days of the index")


class Decided(models.Model):
    """What was decided of an episode from the air as it was known at `decided_at`.

    Hours are UTC ends in hours since 1970. An alert of hours is on from `start_hour`, which raised it, to
    `until_hour`, which ended it; one of days from the first hour of its first day to the last of its last.
    While it is in force `until_hour` is the last hour known. `decisions` holds each step with the values
    that decided it.
    """

    class State(models.TextChoices):
        IN_FORCE = "in_force", pgettext_lazy("state of an alert", "in force")
        ENDED = "ended", pgettext_lazy("state of an alert", "ended")
        WITHOUT_DATA = "without_data", pgettext_lazy("state of an alert", "ended without data")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of an alert", "withdrawn")

    state = models.CharField(_("state"), max_length=20, choices=State.choices)
    start_hour = models.IntegerField(_("start"))
    until_hour = models.IntegerField(_("end"))
    stage = models.CharField(_("last stage"), max_length=20)
    highest_stage = models.CharField(_("highest stage"), max_length=20)
    peak_value = models.FloatField(_("peak"))
    peak_hour = models.IntegerField(_("time of the peak"))
    unit = models.CharField(_("unit"), max_length=10, blank=True)
    rule = models.CharField(_("rule"), max_length=40)
    is_verified = models.BooleanField()
    # Decided by the city's published mean where its stations did not answer.
    is_published_mean = models.BooleanField(default=False)
    decisions = models.JSONField(_("decisions"))
    decided_at = models.DateTimeField(_("decided"))
    # What the air was changed by, where one delivery did it; null when a rule was mended or time ran out.
    delivery = models.ForeignKey(
        Delivery,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("delivery"),
    )

    class Meta:
        abstract = True

    @property
    def facts(self) -> Mapping[str, Any]:
        """What makes one decision differ from another one."""
        return {name: getattr(self, name) for name in FACTS}

    @property
    def is_over(self) -> bool:
        """Whether it has an end; one that was withdrawn has the last one known."""
        return self.state != Decided.State.IN_FORCE

    @property
    def stages(self) -> Sequence[str]:
        """The stages passed through, in their order."""
        return [each["stage"] for each in self.decisions if each["act"] != "ended"]

    @property
    def stages_in_words(self) -> str:
        return " → ".join(name_of_stage(stage) for stage in self.stages)

    @property
    def highest_stage_in_words(self) -> str:
        return name_of_stage(self.highest_stage)

    @property
    def stage_in_words(self) -> str:
        return name_of_stage(self.stage)


FACTS = (
    "state",
    "start_hour",
    "until_hour",
    "stage",
    "highest_stage",
    "peak_value",
    "peak_hour",
    "unit",
    "rule",
    "is_verified",
    "is_published_mean",
    "decisions",
)


class EpisodeQuerySet(models.QuerySet["Episode"]):
    def standing(self) -> "EpisodeQuerySet":
        """Those that the air as it is known now still bears out."""
        return self.exclude(state=Episode.State.WITHDRAWN)

    def in_force(self) -> "EpisodeQuerySet":
        return self.filter(state=Episode.State.IN_FORCE)

    def touching(self, first_hour: int, last_hour: int) -> "EpisodeQuerySet":
        return self.filter(start_hour__lte=last_hour, until_hour__gte=first_hour)

    def begun_between(self, city: City, first: datetime.date, last: datetime.date) -> "EpisodeQuerySet":
        """Those of a city that began on its local days from `first` through `last`."""
        clock = LocalClock(city.time_zone)
        return self.filter(city=city, start_hour__gt=clock.start(first), start_hour__lte=clock.end(last))


class Episode(Decided):
    """One alert of a city from being raised to its end; it stays the same one when it is decided anew."""

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="episodes", verbose_name=_("city"))
    grammar = models.CharField(_("way of judging"), max_length=10, choices=Grammar.choices)
    pollutant = models.CharField(_("pollutant"), max_length=10, choices=Pollutant.choices, blank=True)
    number = models.PositiveIntegerField(_("number of the decision"), default=1)
    is_illustrative = models.BooleanField(default=False)
    # Where the liaison officers write about it; none of what was history when it was computed.
    thread = models.OneToOneField(
        AlertThread, on_delete=models.PROTECT, null=True, blank=True, related_name="episode"
    )

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        ordering = ["-start_hour", "-pk"]
        verbose_name = _("alert episode")
        verbose_name_plural = _("alert episodes")
        indexes = [models.Index(fields=["city", "start_hour"], name="episodes_of_a_city")]
        constraints = [
            models.UniqueConstraint(
                fields=["city", "grammar", "pollutant", "start_hour"],
                condition=~Q(state="withdrawn"),
                name="episode_begins_once",
            ),
            models.CheckConstraint(
                condition=Q(until_hour__gte=F("start_hour")), name="episode_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(grammar="hours") & ~Q(pollutant="") | Q(grammar="days", pollutant=""),
                name="episode_of_hours_has_a_pollutant",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city}, {self.subject}: {self.highest_stage_in_words}, {self.start}"

    def get_absolute_url(self) -> str:
        return reverse("episode", args=[self.pk])

    @property
    def clock(self) -> LocalClock:
        return LocalClock(self.city.time_zone)

    @property
    def subject(self) -> str:
        """What is judged: the pollutant, or the index of days."""
        return str(Pollutant(self.pollutant).label) if self.pollutant else str(_("AQI"))

    @property
    def start(self) -> str:
        return self.written(self.start_hour)

    @property
    def until(self) -> str:
        return self.written(self.until_hour)

    def written(self, hour: int) -> str:
        """Write an hour on the city's clock, or the day in which it lies where days are judged."""
        if self.grammar == Grammar.DAYS:
            return self.clock.day(hour).isoformat()
        return self.clock.moment(hour).strftime("%Y-%m-%d %H:%M %Z")

    def exactly(self, hour: int) -> str:
        """Write the same for machines: the hour's end with its offset, or the day."""
        if self.grammar == Grammar.DAYS:
            return self.clock.day(hour).isoformat()
        return self.clock.moment(hour).isoformat()


class EarlierDecision(Decided):
    """What had been decided of an episode before the air it was decided by was changed."""

    episode = models.ForeignKey(Episode, on_delete=models.CASCADE, related_name="earlier_decisions")
    number = models.PositiveIntegerField(_("number of the decision"))

    class Meta:
        ordering = ["episode", "-number"]
        verbose_name = _("earlier decision")
        verbose_name_plural = _("earlier decisions")
        constraints = [
            models.UniqueConstraint(fields=["episode", "number"], name="earlier_decision_once"),
            models.CheckConstraint(
                condition=Q(until_hour__gte=F("start_hour")), name="earlier_decision_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.episode_id}: {self.number}"


class JudgedUpTo(WorkedThrough):
    """The last change of a city's air that its alerts were judged by."""

    class Meta:
        verbose_name = _("how far alerts were judged")
        verbose_name_plural = _("how far alerts were judged")
