"""Which public interfaces are asked, how often, and what came of it."""

import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from environment.measurements.models import Delivery
from environment.pulls.problems import problem_in_words
from environment.pulls.services import INTERFACES, Interface, Service

SECONDS_A_MINUTE = 60


class Pull(Record):
    """A public interface of a city from which the tracker fetches on a schedule."""

    service = models.CharField(
        _("public interface"),
        max_length=40,
        choices=Service.choices,
        unique=True,
        error_messages={"unique": _("This interface is fetched from already.")},
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="pulls", editable=False, verbose_name=_("city")
    )
    every_minutes = models.PositiveSmallIntegerField(
        _("every so many minutes"),
        default=60,
        validators=[MinValueValidator(5), MaxValueValidator(1440)],
    )
    minutes_past = models.PositiveSmallIntegerField(
        _("minutes past the hour"),
        default=20,
        validators=[MaxValueValidator(59)],
        help_text=_("Cities publish an hour some minutes after its end."),
    )
    is_paused = models.BooleanField(_("paused"), default=False)

    class Meta:
        ordering = ["city", "service"]
        verbose_name = _("scheduled pull")
        verbose_name_plural = _("scheduled pulls")
        constraints = [
            models.CheckConstraint(
                condition=Q(every_minutes__gte=5, every_minutes__lte=1440, minutes_past__lte=59),
                name="pull_has_a_schedule",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_service_display())

    def get_absolute_url(self) -> str:
        return reverse("pull", args=[self.pk])

    @property
    def interface(self) -> Interface:
        return INTERFACES[self.service]

    def next_after(self, moment: datetime.datetime) -> datetime.datetime:
        """Return the first moment of the schedule after `moment`."""
        step, offset = self.every_minutes * SECONDS_A_MINUTE, self.minutes_past * SECONDS_A_MINUTE
        passed = (int(moment.timestamp()) - offset) // step
        return datetime.datetime.fromtimestamp((passed + 1) * step + offset, datetime.UTC)


class PullStateQuerySet(models.QuerySet["PullState"]):
    def due(self, now: datetime.datetime) -> "PullStateQuerySet":
        return self.filter(next_try_at__lte=now, pull__is_paused=False)


class PullState(models.Model):
    """How a pull fares; apart from it, because everything about a record is history.

    `failures` counts those one after another. While a worker asks, `next_try_at` is when another one may.
    """

    pull = models.OneToOneField(Pull, on_delete=models.CASCADE, primary_key=True, related_name="progress")
    next_try_at = models.DateTimeField(_("next try"))
    failures = models.PositiveIntegerField(_("failures one after another"), default=0)
    failing_since = models.DateTimeField(_("failing since"), null=True)
    told_at = models.DateTimeField(_("officers told"), null=True)
    last_success_at = models.DateTimeField(_("last success"), null=True)
    last_problem = models.CharField(_("last problem"), max_length=40, blank=True)
    last_problem_at = models.DateTimeField(null=True)
    last_checksum = models.CharField(max_length=64, blank=True)

    objects = PullStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress of a pull")
        verbose_name_plural = _("progress of pulls")
        constraints = [
            models.CheckConstraint(
                condition=Q(failures=0, failing_since__isnull=True, told_at__isnull=True)
                | Q(failures__gt=0, failing_since__isnull=False),
                name="pull_fails_since_some_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pull_id)

    @property
    def last_problem_in_words(self) -> str:
        return problem_in_words(self.last_problem)


class PullAttempt(models.Model):
    """One question to a public interface and what came of it; '' as outcome is a delivery."""

    pull = models.ForeignKey(Pull, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField(_("at"))
    seconds = models.FloatField(_("seconds"))
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    size = models.PositiveIntegerField(_("bytes"), default=0)
    outcome = models.CharField(_("outcome"), max_length=40, blank=True)
    delivery = models.OneToOneField(
        Delivery, on_delete=models.SET_NULL, null=True, related_name="pulled_by", verbose_name=_("delivery")
    )

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("attempt of a pull")
        verbose_name_plural = _("attempts of pulls")

    def __str__(self) -> str:
        return f"{self.pull_id} {self.at}"

    @property
    def outcome_in_words(self) -> str:
        return problem_in_words(self.outcome)
