"""One computation as it was: its figures, and the version of the values and the link they stand on."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from environment.measurements.models import Averaging, ReferenceState
from environment.project_links.models import ProjectAirLink
from environment.stations.models import Station

# Raised when the same values would give other figures: every link is then computed anew.
METHOD = 2


class AirFinding(models.Model):
    """What was found about a link's air, never edited. `fingerprint` names values, terms and method.

    The same fingerprint always gives the same figures: the bootstrap's seed is taken from it.
    """

    link = models.ForeignKey(ProjectAirLink, on_delete=models.CASCADE, related_name="findings")
    fingerprint = models.CharField(_("version of the values"), max_length=64)
    method = models.PositiveSmallIntegerField(_("version of the method"))
    computed_at = models.DateTimeField(_("computed"))
    link_version = models.PositiveIntegerField()
    # The id of the last change of the air that was taken in.
    air_change = models.BigIntegerField(_("change of the air"))
    pollutant = models.CharField(_("pollutant"), max_length=10)
    baseline_from = models.DateField()
    baseline_until = models.DateField()
    evaluation_from = models.DateField()
    evaluation_until = models.DateField()
    unit = models.CharField(_("unit"), max_length=10, blank=True)
    reference_state = models.CharField(max_length=12, choices=ReferenceState.choices, blank=True)
    averaging = models.CharField(max_length=10, choices=Averaging.choices)
    is_published_mean = models.BooleanField()
    was_converted = models.BooleanField()
    sources = models.CharField(_("sources"), max_length=400, blank=True)
    # Half the sum of the differences between the shares that each month of the year has in both periods.
    months_differ = models.FloatField()
    shared_months = models.CharField(max_length=40, blank=True)
    baseline_block_days = models.FloatField(null=True)
    evaluation_block_days = models.FloatField(null=True)
    weather_skill = models.FloatField(null=True)
    controls = models.ManyToManyField(Station, related_name="+")

    class Meta:
        ordering = ["-computed_at", "-pk"]
        verbose_name = _("finding about the air")
        verbose_name_plural = _("findings about the air")
        constraints = [
            models.UniqueConstraint(fields=["link", "fingerprint"], name="air_finding_once"),
        ]

    def __str__(self) -> str:
        return f"{self.link_id} {self.computed_at:%Y-%m-%d %H:%M} {self.fingerprint[:8]}"

    @property
    def data_version(self) -> str:
        """The fingerprint as people compare it."""
        return self.fingerprint[:12]

    @property
    def source_codes(self) -> list[str]:
        return self.sources.split(", ") if self.sources else []

    @property
    def months_of_both(self) -> list[int]:
        return [int(month) for month in self.shared_months.split(",") if month]


class What(models.TextChoices):
    """What a figure is about, in the order in which figures are read."""

    BASELINE = "baseline", _("Mean of the baseline")
    EVALUATION = "evaluation", _("Mean of the evaluation")
    CHANGE = "change", _("Change of the mean")
    CHANGE_PERCENT = "change_percent", _("Change in percent")
    SAME_MONTHS = "same_months", _("Change over the same months of the year")
    SAME_MONTHS_PERCENT = (
        "same_months_percent",
        _("Change over the same months of the year in percent"),
    )
    AGAINST_CONTROLS = "against_controls", _("Change less that of the control stations")
    TREND = "trend", _("Trend a year")
    WEATHER_CHANGE = "weather_change", _("Change under average weather")
    WEATHER_TREND = "weather_trend", _("Trend a year under average weather")


class Reason(models.TextChoices):
    """Why there is no figure."""

    TOO_LITTLE = "too_little", pgettext_lazy("reason why a figure is missing", "not enough data")
    OTHER_MONTHS = (
        "other_months",
        pgettext_lazy(
            "reason why a figure is missing", "not comparable: the periods hold other months of the year"
        ),
    )
    NOT_ABOVE_ZERO = (
        "not_above_zero",
        pgettext_lazy("reason why a figure is missing", "no percentage of a mean that is not above zero"),
    )
    NO_CONTROLS = (
        "no_controls",
        pgettext_lazy("reason why a figure is missing", "no control station with enough data"),
    )
    LOW_SKILL = (
        "low_skill",
        pgettext_lazy("reason why a figure is missing", "weather explains too little of these values"),
    )


class Estimate(models.Model):
    """One figure with its 95 % interval, or the reason why there is none.

    `n` of `expected` were there and `needed` would have been: values, days or months, as `what` says.
    """

    finding = models.ForeignKey(AirFinding, on_delete=models.CASCADE, related_name="estimates")
    what = models.CharField(max_length=24, choices=What.choices)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    value = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    p = models.FloatField(null=True)
    n = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    needed = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("estimate")
        verbose_name_plural = _("estimates")
        constraints = [
            models.UniqueConstraint(fields=["finding", "what"], name="estimate_once_a_finding"),
            models.CheckConstraint(
                condition=Q(reason="", value__isnull=False, low__isnull=False, high__isnull=False)
                | (~Q(reason="") & Q(value__isnull=True, low__isnull=True, high__isnull=True)),
                name="estimate_has_figures_or_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(low__lte=F("high")), name="estimate_ends_above_its_start"
            ),
            models.CheckConstraint(
                condition=Q(p__isnull=True) | Q(value__isnull=False), name="estimate_tested_has_a_value"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}: {self.value if self.reason == '' else self.reason}"


class DaysAbove(models.Model):
    """How many valid days of one period lay above one limit, while it was in force."""

    class Period(models.TextChoices):
        BASELINE = "baseline", pgettext_lazy("period of a comparison", "Baseline")
        EVALUATION = "evaluation", pgettext_lazy("period of a comparison", "Evaluation")

    finding = models.ForeignKey(AirFinding, on_delete=models.CASCADE, related_name="days_above")
    period = models.CharField(max_length=12, choices=Period.choices)
    standard = models.CharField(max_length=40)
    averaging = models.CharField(max_length=10)
    limit = models.FloatField()
    unit = models.CharField(max_length=10)
    is_verified = models.BooleanField()
    in_force_from = models.DateField(null=True)
    days = models.PositiveIntegerField()
    valid_days = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("days above a limit")
        verbose_name_plural = _("days above limits")
        constraints = [
            models.CheckConstraint(
                condition=Q(days__lte=F("valid_days")) & Q(valid_days__gt=0),
                name="days_above_are_valid_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.standard}: {self.days} / {self.valid_days}"


class MonthOfAir(models.Model):
    """A calendar month between both periods' ends: its mean, and that under average weather where known."""

    finding = models.ForeignKey(AirFinding, on_delete=models.CASCADE, related_name="months")
    first_day = models.DateField()
    n = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    mean = models.FloatField(null=True)
    adjusted = models.FloatField(null=True)

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("month of a finding")
        verbose_name_plural = _("months of findings")
        constraints = [
            models.UniqueConstraint(fields=["finding", "first_day"], name="month_once_a_finding"),
        ]

    def __str__(self) -> str:
        return f"{self.first_day:%Y-%m}: {self.mean}"
