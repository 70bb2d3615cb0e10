"""What projects measure themselves by, and what was measured."""

import decimal
from collections.abc import Sequence
from typing import Self, TypeAlias

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.languages.models import Named
from committee.languages.wording import Trilingual
from committee.members.models import Member
from committee.project_kinds.models import IndicatorRule, KindFigure, KindIndicator
from committee.projects.models import Project
from committee.projects.sight import PartQuerySet, seen_by


class IndicatorQuerySet(PartQuerySet):
    def reported(self) -> Self:
        """Those whose values the cities report; the others are counted at events."""
        return self.filter(figure__isnull=True)

    def counted(self) -> Self:
        return self.filter(figure__isnull=False)


class Indicator(Record, Named):
    """What a project measures itself by: a number with unit, baseline and target."""

    part_of = "project"
    Rule: TypeAlias = IndicatorRule

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="indicators", verbose_name=_("project")
    )
    unit_ko = models.CharField(_("unit in Korean"), max_length=60, blank=True)
    unit_zh_hans = models.CharField(_("unit in Chinese"), max_length=60, blank=True)
    unit_en = models.CharField(_("unit in English"), max_length=60, blank=True)
    rule = models.CharField(
        _("how values over time are put together"), max_length=10, choices=Rule.choices, default=Rule.LAST
    )
    baseline = models.DecimalField(_("baseline"), max_digits=14, decimal_places=3, null=True, blank=True)
    baseline_on = models.DateField(_("baseline as of"), null=True, blank=True)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=3, null=True, blank=True)
    target_on = models.DateField(_("target by"), null=True, blank=True)
    taken_from = models.ForeignKey(
        KindIndicator,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="taken_over",
        verbose_name=_("indicator of the kind"),
    )
    figure = models.ForeignKey(
        KindFigure,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="indicators",
        verbose_name=_("taken from the figure"),
    )

    unit = Trilingual("unit", _("unit"))
    objects = IndicatorQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["project", "pk"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(
                condition=Q(baseline__isnull=True, baseline_on__isnull=True)
                | Q(baseline__isnull=False, baseline_on__isnull=False),
                name="indicator_baseline_has_its_day",
                violation_error_message=_("Give the baseline and its day, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True, target_on__isnull=True)
                | Q(target__isnull=False, target_on__isnull=False),
                name="indicator_target_has_its_day",
                violation_error_message=_("Give the target and its day, or neither."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.project.get_absolute_url()}#indicator-{self.pk}"

    @property
    def is_counted(self) -> bool:
        """Whether its values are what was counted at events, so that nobody types them."""
        return self.figure_id is not None

    @property
    def actual(self) -> decimal.Decimal | None:
        """All values to date, put together by the indicator's rule; None without a value."""
        return self.put_together([each.value for each in self.values.all()])

    def put_together(self, values: Sequence[decimal.Decimal]) -> decimal.Decimal | None:
        """Make one number of values in the order of their days, by the indicator's rule."""
        if not values:
            return None
        if self.rule == self.Rule.LAST:
            return values[-1]
        total = sum(values, decimal.Decimal())
        if self.rule == self.Rule.SUM:
            return total
        return (total / len(values)).quantize(decimal.Decimal("0.001"))


class ValueQuerySet(models.QuerySet["IndicatorValue"]):
    def visible_to(self, member: Member) -> "ValueQuerySet":
        return self.filter(seen_by(member, "indicator__project__"))

    def taken_from_updates(self) -> "ValueQuerySet":
        return self.filter(reported_in__isnull=False)


class IndicatorValue(Record):
    """An actual value of an indicator on a day; one taken from a confirmed update names it."""

    part_of = "indicator"

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="values", verbose_name=_("indicator")
    )
    on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=3)
    reported_in = models.ForeignKey(
        "committee.ProgressUpdate",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="values_taken",
        verbose_name=_("from progress update"),
    )
    counted_at = models.ForeignKey(
        "committee.Event",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="values_counted",
        verbose_name=_("counted at the event"),
    )

    objects = ValueQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "on", "pk"]
        verbose_name = _("indicator value")
        verbose_name_plural = _("indicator values")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "on"],
                condition=Q(counted_at__isnull=True),
                name="indicator_value_once_a_day",
                violation_error_message=_("This indicator has a value for this day already."),
            ),
            models.UniqueConstraint(fields=["indicator", "counted_at"], name="indicator_value_once_an_event"),
            models.CheckConstraint(
                condition=Q(counted_at__isnull=True) | Q(reported_in__isnull=True),
                name="indicator_value_reported_or_counted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value.normalize():f} ({self.on})"

    def get_absolute_url(self) -> str:
        return self.indicator.get_absolute_url()
