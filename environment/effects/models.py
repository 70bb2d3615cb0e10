"""What became of the air beside projects: one standing a link, and every computation that was ever made."""

import datetime
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from environment.effects.findings import AirFinding as AirFinding
from environment.effects.findings import DaysAbove as DaysAbove
from environment.effects.findings import Estimate as Estimate
from environment.effects.findings import MonthOfAir as MonthOfAir
from environment.measurements.models import WorkedThrough
from environment.project_links.models import ProjectAirLink


class AirEffectQuerySet(models.QuerySet["AirEffect"]):
    def due(self, now: datetime.datetime) -> "AirEffectQuerySet":
        return self.filter(state=AirEffect.State.WAITING, due_at__lte=now)

    def silent_since(self, moment: datetime.datetime) -> "AirEffectQuerySet":
        """Computed without a sign of life since `moment`: the worker was killed."""
        return self.filter(state=AirEffect.State.COMPUTING, seen_alive_at__lt=moment)

    def of(self, links: Iterable[ProjectAirLink]) -> "AirEffectQuerySet":
        """Those of some links, with all that a page or a report shows, whatever their number."""
        return self.filter(link__in=links).with_figures()

    def with_figures(self) -> "AirEffectQuerySet":
        return self.select_related("finding").prefetch_related(
            "finding__estimates", "finding__days_above", "finding__months", "finding__controls"
        )


class AirEffect(models.Model):
    """Where the computation for one link stands. The row is the job: the queue only says “look at it”.

    `finding` is the latest result, also while a newer one is computed. `asked_version` and `asked_change` say
    which version of the link and which change of the air it is to take in.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("state of a computation", "waiting to be computed")
        COMPUTING = "computing", pgettext_lazy("state of a computation", "being computed")
        DONE = "done", pgettext_lazy("state of a computation", "computed")
        NOT_ENOUGH = "not_enough", pgettext_lazy("state of a computation", "not enough data")
        FAILED = "failed", pgettext_lazy("state of a computation", "failed")

    link = models.OneToOneField(
        ProjectAirLink, on_delete=models.CASCADE, primary_key=True, related_name="effect"
    )
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.WAITING)
    asked_version = models.PositiveIntegerField()
    asked_change = models.BigIntegerField(default=0)
    # When the city's weather had last changed.
    asked_weather = models.DateTimeField(null=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # Up to which change of the air the finding was compared with the values.
    found_change = models.BigIntegerField(default=0)
    # Raised by every claim: a worker that finds another number here has lost the work to another one.
    claims = models.PositiveIntegerField(default=0)
    broken_off = models.PositiveSmallIntegerField(default=0)
    seen_alive_at = models.DateTimeField(null=True)
    failure = models.TextField(_("what went wrong"), blank=True)
    finding = models.ForeignKey(AirFinding, on_delete=models.CASCADE, null=True, related_name="+")

    objects = AirEffectQuerySet.as_manager()

    class Meta:
        ordering = ["link"]
        verbose_name = _("effect on the air")
        verbose_name_plural = _("effects on the air")
        constraints = [
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(failure="")) | (~Q(state="failed") & Q(failure="")),
                name="air_effect_failed_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "not_enough"]) | Q(finding__isnull=False),
                name="air_effect_done_has_its_finding",
            ),
            models.CheckConstraint(
                condition=~Q(state="computing") | Q(seen_alive_at__isnull=False),
                name="air_effect_computing_shows_life",
            ),
            models.CheckConstraint(condition=Q(due_at__gte=F("asked_at")), name="air_effect_due_once_asked"),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="air_effects_due")]

    def __str__(self) -> str:
        return str(self.link)

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.WAITING, self.State.COMPUTING)

    def is_postponed(self, now: datetime.datetime) -> bool:
        """Whether it waits for the day to pass, as a running evaluation does that was computed just now."""
        return self.state == self.State.WAITING and self.due_at > now

    @property
    def is_stale(self) -> bool:
        """Whether the figures shown stand on an earlier version of the values or of the link."""
        return self.finding is not None and (self.is_under_way or self.state == self.State.FAILED)


class AirFollowed(WorkedThrough):
    """Up to which change of a city's air the computations were asked for."""

    class Meta:
        verbose_name = _("changes of the air worked through")
        verbose_name_plural = _("changes of the air worked through")
