import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.languages.models import Named


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Write it like Asia/Seoul."), params={"name": name}
        )


class CityQuerySet(models.QuerySet["City"]):
    def other_than(self, city: "City") -> "CityQuerySet":
        return self.exclude(pk=city.pk)


class City(Record, Named):
    """One side of the joint committee."""

    class IndexRules(models.TextChoices):
        KOREA = "kr-cai", _("Korea: Comprehensive Air-quality Index (CAI)")
        CHINA = "cn-hj633", _("China: Air Quality Index (HJ 633)")
        US_EPA = "us-epa", _("United States: EPA Air Quality Index")

    code = models.SlugField(_("code"), max_length=30, unique=True)
    country = models.CharField(_("country code"), max_length=2, help_text=_("Two letters, such as KR or CN"))
    time_zone = models.CharField(_("time zone"), max_length=50, validators=[validate_time_zone])
    index_rules = models.CharField(_("air-quality index"), max_length=20, choices=IndexRules.choices)

    objects = CityQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["pk"]
        verbose_name = _("city")
        verbose_name_plural = _("cities")

    def get_absolute_url(self) -> str:
        return reverse("city", args=[self.pk])

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def zone_name(self) -> str:
        """What its time is called now, such as KST."""
        return timezone.localtime(timezone=self.zone).tzname() or self.time_zone
