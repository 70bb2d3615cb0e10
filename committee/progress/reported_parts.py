"""What updates say of the milestones and indicators of their projects, a row each."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from committee.progress.models import ProgressUpdate
from committee.projects.indicators import Indicator
from committee.projects.models import Milestone


class ReportedQuerySet(models.QuerySet[Any]):
    def in_force(self) -> "ReportedQuerySet":
        """What both cities have confirmed and no confirmed correction has replaced."""
        confirmed = ProgressUpdate.State.CONFIRMED
        return self.filter(update__state=confirmed).exclude(update__correction__state=confirmed)


class ReportedMilestone(models.Model):
    """What an update says of a milestone: that it was done, and when."""

    update = models.ForeignKey(ProgressUpdate, on_delete=models.CASCADE, related_name="reported_milestones")
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="reports")
    done_on = models.DateField(_("done on"))

    objects = ReportedQuerySet.as_manager()

    class Meta:
        ordering = ["update", "milestone__due_on", "milestone"]
        verbose_name = _("reported milestone")
        verbose_name_plural = _("reported milestones")
        constraints = [
            models.UniqueConstraint(fields=["update", "milestone"], name="milestone_once_an_update"),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.done_on}"


class ReportedValue(models.Model):
    """The value of an indicator that an update reports."""

    update = models.ForeignKey(ProgressUpdate, on_delete=models.CASCADE, related_name="reported_values")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="reports")
    on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=3)

    objects = ReportedQuerySet.as_manager()

    class Meta:
        ordering = ["update", "indicator", "on"]
        verbose_name = _("reported value")
        verbose_name_plural = _("reported values")
        constraints = [
            models.UniqueConstraint(fields=["update", "indicator"], name="indicator_once_an_update"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value.normalize():f} ({self.on})"
