from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.models import Named
from committee.languages.wording import Trilingual


class StationQuerySet(models.QuerySet["Station"]):
    def of(self, city: City) -> "StationQuerySet":
        return self.filter(city=city)

    def measuring(self) -> "StationQuerySet":
        """The city's own stations: its published mean is none, and an embassy's is not the city's."""
        return self.exclude(kind__in=[Station.Kind.CITY_MEAN, Station.Kind.EMBASSY])


class Station(Record, Named):
    """A place where a city measures its air; its code stays when its name changes."""

    class Kind(models.TextChoices):
        URBAN = "urban", _("urban")
        SUBURBAN = "suburban", _("suburban")
        ROADSIDE = "roadside", _("roadside")
        BACKGROUND = "background", _("background")
        CITY_MEAN = "city_mean", _("published mean of the city")
        EMBASSY = "embassy", _("embassy, outside of the city's network")
        UNKNOWN = "unknown", _("not stated")

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="stations", verbose_name=_("city"))
    code = models.CharField(_("code"), max_length=60)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.UNKNOWN)
    district_ko = models.CharField(_("district in Korean"), max_length=100, blank=True)
    district_zh_hans = models.CharField(_("district in Chinese"), max_length=100, blank=True)
    district_en = models.CharField(_("district in English"), max_length=100, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    district = Trilingual("district")
    objects = StationQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["city", "code"]
        verbose_name = _("station")
        verbose_name_plural = _("stations")
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(fields=["city", "code"], name="station_code_once_a_city"),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="station_latitude_and_longitude_or_neither",
                violation_error_message=_("Give latitude and longitude, or neither."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("station", args=[self.pk])


class StationName(models.Model):
    """A name under which a station is or was known, with the days between which it was official.

    Files are read with all of them; a page shows the names kept on the station itself.
    """

    station = models.ForeignKey(
        Station, on_delete=models.CASCADE, related_name="names", verbose_name=_("station")
    )
    language = models.CharField(_("language"), max_length=10)
    name = models.CharField(_("name"), max_length=200)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["station", "language", "valid_from", "name"]
        verbose_name = _("name of a station")
        verbose_name_plural = _("names of stations")
        constraints = [
            models.UniqueConstraint(fields=["station", "language", "name"], name="station_name_once"),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_from__lte=models.F("valid_until")),
                name="station_name_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name
