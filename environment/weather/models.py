from django.db import models
from django.utils.translation import gettext_lazy as _

from environment.stations.models import Station


class WeatherSeries(models.Model):
    """What one source says about the weather at one station; `hours` is how many hours it knows.

    `changed_at` is when an hour last came or became another: what was computed earlier may be out of date.
    """

    # Four bytes, because every hour carries it.
    id = models.AutoField(primary_key=True)
    station = models.ForeignKey(
        Station, on_delete=models.PROTECT, related_name="weather", verbose_name=_("station")
    )
    source = models.CharField(_("source"), max_length=40)
    first_hour = models.IntegerField(editable=False)
    last_hour = models.IntegerField(editable=False)
    hours = models.PositiveIntegerField(_("hours"), editable=False)
    changed_at = models.DateTimeField(_("changed"), editable=False)

    class Meta:
        ordering = ["station", "source"]
        verbose_name = _("weather of a station")
        verbose_name_plural = _("weather of stations")
        constraints = [
            models.UniqueConstraint(fields=["station", "source"], name="weather_series_once"),
            models.CheckConstraint(
                condition=models.Q(hours__gt=0)
                & models.Q(hours__lte=models.F("last_hour") - models.F("first_hour") + 1),
                name="weather_series_has_room_for_its_hours",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.station} ({self.source})"


class WeatherHour(models.Model):
    """The weather of one hour at a station as received; a quantity that is not known is empty.

    `hour` is the UTC end of the hour since 1970, as a measurement's. The wind comes from
    `wind_direction_deg`, clockwise from north; rain is the sum of the hour. The reference carries no
    database constraint: checking it costs more than storing the hour does.
    """

    pk = models.CompositePrimaryKey("series", "hour")
    series = models.ForeignKey(
        WeatherSeries,
        on_delete=models.DO_NOTHING,
        related_name="weather_hours",
        db_constraint=False,
        db_index=False,
    )
    hour = models.IntegerField()
    temperature_c = models.FloatField(null=True)
    pressure_hpa = models.FloatField(null=True)
    dew_point_c = models.FloatField(null=True)
    rain_mm = models.FloatField(null=True)
    wind_direction_deg = models.FloatField(null=True)
    wind_speed_m_s = models.FloatField(null=True)

    class Meta:
        verbose_name = _("hour of weather")
        verbose_name_plural = _("hours of weather")

    def __str__(self) -> str:
        return f"{self.series_id}@{self.hour}: {self.temperature_c} °C"
