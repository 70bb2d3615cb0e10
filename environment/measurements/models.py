from collections.abc import Collection
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.sentences import listed
from environment.measurements.clock_check import ClockCheck as ClockCheck
from environment.measurements.delivery import Delivery as Delivery
from environment.measurements.rejected import QuarantineDecision as QuarantineDecision
from environment.measurements.rejected import RejectedReading as RejectedReading
from environment.stations.models import Station


class Pollutant(models.TextChoices):
    PM25 = "pm25", _("PM2.5")
    PM10 = "pm10", _("PM10")
    O3 = "o3", _("ozone")
    NO2 = "no2", _("nitrogen dioxide")
    SO2 = "so2", _("sulphur dioxide")
    CO = "co", _("carbon monoxide")

    @classmethod
    def in_words(cls, code: str) -> str:
        return str(dict(cls.choices).get(code, code))

    @classmethod
    def names_of(cls, codes: Collection[str]) -> str:
        """Name them one after the other in the usual order, whatever order they are kept in."""
        return listed(str(cls(code).label) for code in cls.values if code in codes)


class Averaging(models.TextChoices):
    HOUR = "hour", _("hour")
    DAY = "day", _("day")


class ReferenceState(models.TextChoices):
    """Temperature and pressure to which a mass concentration was reduced."""

    NONE = "none", _("does not apply")
    AS_SAMPLED = "as-sampled", _("as sampled")
    K273 = "273K", _("273 K, 101.325 kPa")
    K298 = "298K", _("298.15 K, 101.325 kPa")


class SeriesQuerySet(models.QuerySet["Series"]):
    def of_city(self, city: City) -> "SeriesQuerySet":
        return self.filter(station__city=city)


class Series(models.Model):
    """What one source says about one pollutant at one station: all of its values share unit and averaging."""

    # Four bytes, because every measurement carries it.
    id = models.AutoField(primary_key=True)
    station = models.ForeignKey(
        Station, on_delete=models.PROTECT, related_name="series", verbose_name=_("station")
    )
    pollutant = models.CharField(_("pollutant"), max_length=10, choices=Pollutant.choices)
    averaging = models.CharField(_("averaging period"), max_length=10, choices=Averaging.choices)
    unit = models.CharField(_("unit"), max_length=10)
    reference_state = models.CharField(_("reference state"), max_length=12, choices=ReferenceState.choices)
    source = models.CharField(_("source"), max_length=40)
    first_hour = models.IntegerField(null=True, editable=False)
    last_hour = models.IntegerField(null=True, editable=False)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["station", "pollutant", "source", "id"]
        verbose_name = _("series")
        verbose_name_plural = _("series")
        constraints = [
            models.UniqueConstraint(
                fields=["station", "pollutant", "averaging", "unit", "reference_state", "source"],
                name="series_once",
            ),
            models.CheckConstraint(
                condition=models.Q(first_hour__isnull=True, last_hour__isnull=True)
                | models.Q(first_hour__lte=models.F("last_hour")),
                name="series_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.station} {self.get_pollutant_display()} ({self.source})"


class Measurement(models.Model):
    """One value exactly as received, in the unit of its series.

    `hour` is the UTC end of the averaging period in whole hours since 1970. The two references
    carry no database constraint: checking them costs more than storing the value does.
    """

    pk = models.CompositePrimaryKey("series", "hour")
    series = models.ForeignKey(
        Series, on_delete=models.DO_NOTHING, related_name="measurements", db_constraint=False, db_index=False
    )
    hour = models.IntegerField()
    value = models.FloatField()
    delivery = models.ForeignKey(
        Delivery,
        on_delete=models.DO_NOTHING,
        related_name="measurements",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")

    def __str__(self) -> str:
        return f"{self.series_id}@{self.hour}: {self.value}"


class Revision(models.Model):
    """A value that a later delivery replaced."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="revisions")
    hour = models.IntegerField()
    old_value = models.FloatField()
    old_delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="values_replaced")
    new_delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="values_corrected")

    class Meta:
        ordering = ["series", "hour", "id"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        indexes = [models.Index(fields=["series", "hour"], name="revisions_of_a_measurement")]

    def __str__(self) -> str:
        return f"{self.series_id}@{self.hour}: {self.old_value}"


class AirChangeQuerySet(models.QuerySet["AirChange"]):
    def after(self, city: City, last_seen: int) -> "AirChangeQuerySet":
        """The changes of a city's air that came after the one with id `last_seen`, in their order."""
        return self.filter(city=city, pk__gt=last_seen).order_by("pk")


class AirChange(models.Model):
    """A stretch of local days on which a city's values of a pollutant became other ones, or came.

    `first_hour` to `last_hour` are the hours of these days. Rooms above compute anew what they touch,
    see `environment.measurements.changes`.
    """

    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="air_changes", db_index=False)
    pollutant = models.CharField(max_length=10, choices=Pollutant.choices)
    averaging = models.CharField(max_length=10, choices=Averaging.choices)
    first_day = models.DateField()
    last_day = models.DateField()
    first_hour = models.IntegerField()
    last_hour = models.IntegerField()
    changed_at = models.DateTimeField()
    # Whose values they are; null of changes noted before this was kept.
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, null=True, related_name="air_changes")

    objects = AirChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("change of the air")
        verbose_name_plural = _("changes of the air")
        indexes = [models.Index(fields=["city", "id"], name="air_changes_of_a_city")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day"))
                & models.Q(last_hour__gte=models.F("first_hour")),
                name="air_change_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pollutant} {self.first_day} – {self.last_day}"


class WorkedThrough(models.Model):
    """Up to which change of a city's air a room that computes from it has come; each room has its own.

    Whoever works through changes holds the lock of the city's row, so workers take turns.
    """

    city = models.OneToOneField(City, on_delete=models.CASCADE, primary_key=True, related_name="+")
    last_change = models.BigIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.city_id}: {self.last_change}"

    @classmethod
    def locked(cls, city: City) -> Self:
        """Return the row of a city, made where there is none, with its lock; within a transaction."""
        cls._default_manager.get_or_create(city=city)
        mark = cls._default_manager.select_for_update().get(city=city)
        mark.city = city
        return mark

    @property
    def later(self) -> AirChangeQuerySet:
        """The changes that were not worked through yet, in their order."""
        return AirChange.objects.after(self.city, self.last_change)

    def note(self, last_change: int) -> None:
        """Keep that all changes up to this one were worked through."""
        self.last_change = last_change
        self.save(update_fields=["last_change"])


class DailyRollup(models.Model):
    """One series on one local day: what is needed to show a day without its hours.

    `n` and `max_value` are about the values as they came: hours, or the one daily mean of a series
    of daily means. `max_8h_mean` is the highest mean of eight hours that lie in the day, six of them known.
    Like a measurement's, the reference carries no database constraint.
    """

    pk = models.CompositePrimaryKey("series", "day")
    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, related_name="days", db_constraint=False, db_index=False
    )
    day = models.DateField()
    n = models.PositiveSmallIntegerField()
    total = models.FloatField()
    max_value = models.FloatField()
    max_8h_mean = models.FloatField(null=True)

    class Meta:
        verbose_name = _("day of a series")
        verbose_name_plural = _("days of series")

    def __str__(self) -> str:
        return f"{self.series_id} {self.day}: {self.mean}"

    @property
    def mean(self) -> float:
        return self.total / self.n


class ArrivalDay(models.Model):
    """When each hour of a local day first came, of one pollutant at one station, whichever source brought it.

    `hours_late` has a place of two bytes for each of up to 25 hours, the lesser byte first: hours begun
    between the end of the hour and its arrival; 65,535 where nothing came (see `arrivals.py`).
    """

    pk = models.CompositePrimaryKey("station", "pollutant", "day")
    station = models.ForeignKey(
        Station, on_delete=models.CASCADE, related_name="arrivals", db_constraint=False, db_index=False
    )
    pollutant = models.CharField(max_length=10, choices=Pollutant.choices)
    day = models.DateField()
    hours_late = models.BinaryField()

    class Meta:
        verbose_name = _("arrivals of a day")
        verbose_name_plural = _("arrivals of days")

    def __str__(self) -> str:
        return f"{self.station_id} {self.pollutant} {self.day}"


class CityDailyRollup(models.Model):
    """All stations of a city that one source answers for on one local day, pooled value by value.

    A station is answered for by one source a day, so adding up the rows of a day counts nothing twice.
    """

    pk = models.CompositePrimaryKey(
        "city", "pollutant", "averaging", "is_published_mean", "day", "source", "reference_state"
    )
    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="air_days", db_index=False)
    pollutant = models.CharField(max_length=10, choices=Pollutant.choices)
    averaging = models.CharField(max_length=10, choices=Averaging.choices)
    is_published_mean = models.BooleanField()
    day = models.DateField()
    source = models.CharField(max_length=40)
    unit = models.CharField(max_length=10)
    reference_state = models.CharField(max_length=12, choices=ReferenceState.choices)
    stations = models.PositiveSmallIntegerField()
    n = models.PositiveIntegerField()
    total = models.FloatField()
    max_value = models.FloatField()

    class Meta:
        verbose_name = _("day of a city")
        verbose_name_plural = _("days of cities")

    def __str__(self) -> str:
        return f"{self.city_id} {self.pollutant} {self.day}"
