"""Which station a name means: any code and any name in any language that it bears or bore."""

import unicodedata

from committee.cities.models import City
from committee.languages.wording import columns
from environment.stations.models import Station, StationName


def spelling(name: str) -> str:
    """Return a name as it is compared: composed, full-width forms made plain, no blanks, small letters."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def stations_by_name(city: City) -> dict[str, Station]:
    """Return spelling → station for every code, present name and former name of a city's stations."""
    stations = {station.pk: station for station in Station.objects.of(city)}
    found: dict[str, Station] = {}
    for former in StationName.objects.filter(station__city=city):
        found[spelling(former.name)] = stations[former.station_id]
    for station in stations.values():
        names = [getattr(station, column) for column in columns("name")]
        found.update({spelling(name): station for name in [*names, station.code] if name})
    return found
