"""What was found of a delivery's clock, and what was decided; `models.py` is where everybody finds it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from environment.measurements.delivery import Delivery
from environment.stations.models import Station


class Result(models.TextChoices):
    AGREES = "agrees", _("the clock agrees with what is known")
    UNCLEAR = "unclear", _("compared, and too unlike to tell")
    DIFFERS = "differs", _("the clock differs from what is known")


class Method(models.TextChoices):
    """With what the hours were compared."""

    STATION = "station", _("hours of the same station")
    DAYS = "days", _("published daily means of the same stations")
    CITY = "city", _("mean of the city's stations")


class ClockCheck(Record):
    """By which clock the hours of a delivery go, compared with what was known before it came.

    A delivery has none where nothing known could tell. One whose clock differs is held, and taken in only
    when somebody accepts it with a reason. `lag_hours` is positive where its hours bear later labels than
    the known ones; `best` and `at_none` are correlations of the changes from hour to hour at that lag and
    at none, or shares of matching days where `method` is "days"; `compared` and `differing` count
    stretches of 30 days, or days.
    """

    class Decision(models.TextChoices):
        ACCEPTED = "accepted", _("accepted as it is")
        WITHDRAWN = "withdrawn", _("withdrawn")

    delivery = models.OneToOneField(
        Delivery, on_delete=models.CASCADE, related_name="clock_check", verbose_name=_("delivery")
    )
    result = models.CharField(_("clock"), max_length=10, choices=Result.choices)
    method = models.CharField(_("compared with"), max_length=10, choices=Method.choices)
    against = models.CharField(_("source"), max_length=40)
    pollutant = models.CharField(_("pollutant"), max_length=10)
    station = models.ForeignKey(
        Station,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("station"),
    )
    lag_hours = models.SmallIntegerField(_("hours late"))
    best = models.FloatField(_("agreement at that lag"))
    at_none = models.FloatField(_("agreement at the labels as they are"))
    compared = models.PositiveIntegerField(_("compared"))
    differing = models.PositiveIntegerField(_("differing"))
    decision = models.CharField(_("decision"), max_length=10, choices=Decision.choices, blank=True)
    note = models.TextField(_("reason for the decision"), blank=True)
    # Nobody where the operator accepted it on the command line.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="clock_decisions",
        verbose_name=_("by"),
    )
    decided_at = models.DateTimeField(_("at"), null=True, blank=True)

    class Meta:
        ordering = ["-delivery"]
        verbose_name = _("comparison of a clock")
        verbose_name_plural = _("comparisons of clocks")
        constraints = [
            models.CheckConstraint(
                condition=(Q(result="differs") & ~Q(lag_hours=0)) | (~Q(result="differs") & Q(lag_hours=0)),
                name="clock_that_differs_has_a_lag",
            ),
            models.CheckConstraint(
                condition=Q(differing__lte=models.F("compared")), name="clock_differs_in_what_was_compared"
            ),
            models.CheckConstraint(
                condition=Q(decision="", note="", decided_by__isnull=True, decided_at__isnull=True)
                | (Q(decided_at__isnull=False, result="differs") & ~Q(decision="") & ~Q(note="")),
                name="clock_decision_has_reason_and_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.delivery}: {self.get_result_display()}"

    def get_absolute_url(self) -> str:
        return reverse("delivery", args=[self.delivery_id])

    @property
    def is_accepted(self) -> bool:
        return self.decision == self.Decision.ACCEPTED
