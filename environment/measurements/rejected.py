"""What was received and not taken, and what was decided about it; `models.py` is where everybody finds it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.cities.models import City
from committee.history.models import Record
from environment.measurements.delivery import Delivery


class QuarantineDecision(Record):
    """One act of an officer on one or many readings of one city: released or discarded, and why."""

    class Act(models.TextChoices):
        RELEASED = "released", pgettext_lazy("rejected reading", "released")
        DISCARDED = "discarded", pgettext_lazy("rejected reading", "discarded")

    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="quarantine_decisions", verbose_name=_("city")
    )
    act = models.CharField(_("decision"), max_length=10, choices=Act.choices)
    note = models.TextField(_("reason for the decision"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="quarantine_decisions",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"))
    readings_decided = models.PositiveIntegerField(_("readings"))

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("decision on rejected readings")
        verbose_name_plural = _("decisions on rejected readings")
        constraints = [
            models.CheckConstraint(condition=~Q(note=""), name="quarantine_decision_has_a_reason"),
            models.CheckConstraint(
                condition=Q(readings_decided__gt=0), name="quarantine_decision_is_about_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.readings_decided}"


class RejectedReadingQuerySet(models.QuerySet["RejectedReading"]):
    def first_seen(self) -> "RejectedReadingQuerySet":
        """Each reading once, however often it was delivered."""
        return self.filter(repeats__isnull=True)

    def waiting(self) -> "RejectedReadingQuerySet":
        return self.filter(state=RejectedReading.State.WAITING)

    def of_city(self, city: City) -> "RejectedReadingQuerySet":
        return self.filter(delivery__city=city)


class RejectedReading(models.Model):
    """What a delivery held and the store did not take: a value, a row or a whole file, with the reason.

    A single value has its series and hour, and its number where it is one. `fingerprint` says whether the
    same was received before: such a row only points to the first one, whose decision holds for it too.
    Rows from before the quarantine have no fingerprint. `replaced_value` is what was known for the hour
    when the reading was released.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for a decision")
        RELEASED = "released", pgettext_lazy("rejected reading", "released")
        DISCARDED = "discarded", pgettext_lazy("rejected reading", "discarded")
        REPEATED = "repeated", _("received before")

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="rejected_readings")
    file = models.CharField(_("file"), max_length=500)
    line = models.PositiveIntegerField(_("line"), null=True)
    reason = models.CharField(_("reason"), max_length=60)
    reading = models.CharField(_("reading"), max_length=300, blank=True)
    raw = models.TextField(_("text as received"), blank=True)
    series = models.ForeignKey(
        "environment.Series", on_delete=models.PROTECT, null=True, related_name="rejected_readings"
    )
    hour = models.IntegerField(null=True)
    value = models.FloatField(_("value"), null=True)
    fingerprint = models.CharField(max_length=32, null=True, editable=False)  # noqa: DJ001 - NULLs are not alike
    repeats = models.ForeignKey("self", on_delete=models.RESTRICT, null=True, related_name="repetitions")
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    decision = models.ForeignKey(
        QuarantineDecision,
        on_delete=models.PROTECT,
        null=True,
        related_name="readings",
        verbose_name=_("decision"),
    )
    replaced_value = models.FloatField(_("value it replaced"), null=True)

    objects = RejectedReadingQuerySet.as_manager()

    class Meta:
        ordering = ["delivery", "id"]
        verbose_name = _("rejected reading")
        verbose_name_plural = _("rejected readings")
        indexes = [models.Index(fields=["state", "-id"], name="rejected_readings_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"], condition=Q(repeats__isnull=True), name="rejected_reading_once"
            ),
            models.CheckConstraint(
                condition=Q(state="repeated", repeats__isnull=False)
                | (~Q(state="repeated") & Q(repeats__isnull=True)),
                name="repeated_reading_names_the_first",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["released", "discarded"], decision__isnull=False)
                | (~Q(state__in=["released", "discarded"]) & Q(decision__isnull=True)),
                name="decided_reading_has_its_decision",
            ),
            models.CheckConstraint(
                condition=Q(series__isnull=True, hour__isnull=True, value__isnull=True)
                | Q(series__isnull=False, hour__isnull=False),
                name="rejected_reading_has_series_and_hour_or_neither",
            ),
            models.CheckConstraint(
                condition=~Q(state="released") | Q(value__isnull=False),
                name="released_reading_is_a_value",
            ),
            models.CheckConstraint(
                condition=Q(replaced_value__isnull=True) | Q(state="released"),
                name="released_reading_alone_replaces",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.reason}"

    def get_absolute_url(self) -> str:
        return reverse("quarantined", args=[self.repeats_id or self.pk])

    @property
    def may_become_a_value(self) -> bool:
        """A row that cannot be read, or a text that is no number, can be discarded alone."""
        return self.value is not None

    @property
    def first(self) -> "RejectedReading":
        return self.repeats or self
