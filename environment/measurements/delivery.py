"""The act of handing over measurements; `models.py` is where everybody else finds it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def taken_in(self) -> "DeliveryQuerySet":
        return self.filter(state=Delivery.State.TAKEN_IN)


class Delivery(models.Model):
    """One act of handing over measurements: a file, folder, archive or push, and what became of it.

    `received_at` is when it was handed over, which may be a while before it is taken in. Its hours are
    those of the values taken, known ones included; hours late are counted for new values alone, from the
    end of a value's hour until `received_at`: who sends a day anew every hour is not late with it.
    """

    class Way(models.TextChoices):
        UPLOAD = "upload", _("uploaded")
        PULL = "pull", _("fetched")
        PUSH = "push", _("sent by the city's system")
        COMMAND = "command", _("imported by the operator")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be taken in")
        TAKEN_IN = "taken_in", _("taken in")
        FAILED = "failed", _("failed")
        HELD = "held", _("held: its clock is in doubt")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.AutoField(primary_key=True)
    source = models.CharField(_("source"), max_length=40)
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="deliveries", verbose_name=_("city")
    )
    way = models.CharField(_("way"), max_length=10, choices=Way.choices, default=Way.COMMAND)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.TAKEN_IN)
    name = models.CharField(_("name of the file"), max_length=500)
    checksum = models.CharField(_("SHA-256"), max_length=64, blank=True)
    received_at = models.DateTimeField(_("received"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="deliveries",
        verbose_name=_("by"),
    )
    files = models.PositiveIntegerField(_("files"), default=0)
    rows = models.PositiveIntegerField(_("rows"), default=0)
    values = models.PositiveIntegerField(_("values"), default=0)
    new = models.PositiveIntegerField(_("new"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    corrected = models.PositiveIntegerField(_("corrected"), default=0)
    missing = models.PositiveIntegerField(_("missing"), default=0)
    weather_new = models.PositiveIntegerField(_("hours of weather, new"), default=0)
    weather_corrected = models.PositiveIntegerField(_("hours of weather, corrected"), default=0)
    rejected = models.JSONField(_("rejected"), default=dict)
    first_hour = models.IntegerField(null=True, editable=False)
    last_hour = models.IntegerField(null=True, editable=False)
    median_hours_late = models.FloatField(_("hours late, half of the new values"), null=True)
    most_hours_late = models.FloatField(_("hours late at most"), null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-id"]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.CheckConstraint(
                condition=Q(values=F("new") + F("unchanged") + F("corrected")),
                name="delivery_values_are_new_unchanged_or_corrected",
            ),
            models.CheckConstraint(
                condition=Q(first_hour__isnull=True, last_hour__isnull=True)
                | Q(first_hour__lte=F("last_hour")),
                name="delivery_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(median_hours_late__isnull=True, most_hours_late__isnull=True)
                | Q(median_hours_late__lte=F("most_hours_late")),
                name="delivery_is_late_at_most_as_its_latest_value",
            ),
        ]

    def __str__(self) -> str:
        return self.name
