"""One day of the ledger, station by station: which hours are missing and how late the late ones came."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from committee.cities.models import City
from environment.ledger.figures import Figures, arrivals_between, cells_of
from environment.ledger.promised import promised
from environment.ledger.rejected import rejected_by_station
from environment.measurements.models import Pollutant
from environment.stations.models import Station


@dataclass(frozen=True)
class StationDay:
    station: Station
    pollutant: str
    figures: Figures
    missing: str
    late: str

    @property
    def pollutant_in_words(self) -> str:
        return str(Pollutant(self.pollutant).label)


def stations_on(
    city: City, *, pollutants: Sequence[str], day: datetime.date, now: datetime.datetime
) -> list[StationDay]:
    """Return each station and pollutant of which something was due or came on a local day."""
    terms = promised(city, day, day)
    arrived = arrivals_between(terms.stations, terms.calendar, pollutants)
    rejected = rejected_by_station(city, pollutants, day)
    found = []
    for pollutant in pollutants:
        cells = cells_of(terms, arrived.get(pollutant), pollutant, now)
        for place, (station, figures) in enumerate(zip(terms.stations, cells.counted((1, 2)), strict=True)):
            figures = replace(figures, rejected=rejected[station.pk, pollutant])
            if figures.promised or figures.received:
                missing, late = labels(cells.missing[place, 0]), labels(cells.late[place, 0])
                found.append(StationDay(station, pollutant, figures, missing, late))
    order = {station.pk: place for place, station in enumerate(terms.stations)}
    return sorted(found, key=lambda row: (order[row.station.pk], row.pollutant))


def labels(hours: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> str:
    """Write the marked hours of a day by the labels of their ends: `3–7, 12`; nothing for none."""
    marked = np.flatnonzero(hours) + 1
    if not len(marked):
        return ""
    runs = np.split(marked, np.flatnonzero(np.diff(marked) != 1) + 1)
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
