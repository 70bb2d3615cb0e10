"""The public interfaces from which values are fetched; where they are and their keys are settings.

Keys stand in the address of a request: they are put in at the last moment and appear nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_ROWS = 1000


class Service(models.TextChoices):
    SEOUL_NOW = "RealtimeCityAir", _("Seoul: RealtimeCityAir")
    SEOUL_DISTRICTS = "ListAirQualityByDistrictService", _("Seoul: ListAirQualityByDistrictService")
    AIRKOREA = "getCtprvnRltmMesureDnsty", _("AirKorea: getCtprvnRltmMesureDnsty")


@dataclass(frozen=True)
class Interface:
    """How a service is asked. `address` and `key` name settings."""

    source: str
    city: str
    address: str
    key: str

    @property
    def has_key(self) -> bool:
        return bool(getattr(settings, self.key))

    def url(self, service: str) -> str:
        """Return the whole address of a request, key included: never keep or show it."""
        base, key = getattr(settings, self.address).rstrip("/"), getattr(settings, self.key)
        if self.source == "seoul-api":
            return f"{base}/{quote(key, safe='')}/json/{service}/1/{MOST_ROWS}/"
        asked = {"sidoName": "서울", "pageNo": 1, "numOfRows": MOST_ROWS, "returnType": "json", "ver": "1.3"}
        # The operator gives the key as it was issued, not yet encoded.
        return f"{base}/{service}?{urlencode({**asked, 'serviceKey': key})}"


SEOUL = Interface("seoul-api", "seoul", "SEOUL_API_ADDRESS", "SEOUL_API_KEY")
AIRKOREA = Interface("airkorea-api", "seoul", "AIRKOREA_API_ADDRESS", "AIRKOREA_API_KEY")
INTERFACES: Mapping[str, Interface] = {
    Service.SEOUL_NOW: SEOUL,
    Service.SEOUL_DISTRICTS: SEOUL,
    Service.AIRKOREA: AIRKOREA,
}
