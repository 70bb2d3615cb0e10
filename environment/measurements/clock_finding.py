"""Compares the hours of a delivery with what was known before, and says by which clock they go."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple

import numpy as np

from environment.measurements.arrays import Floats
from environment.measurements.clock_check import Method, Result
from environment.measurements.clock_references import References
from environment.measurements.clock_sample import WITNESSES, ClockSample
from environment.measurements.models import Averaging, Delivery, Series
from environment.measurements.series import SeriesRegister
from environment.stations.models import Station
from environment.statistics import clock_lag, day_means
from environment.statistics.clock_lag import MOST_LAG, Comparison

# More pollutants than these are not asked: all of them go by the clock of their station.
MOST_WITNESSES = 2
HOURS_A_DAY = 24
# The first and the last of some hours.
Hours = tuple[int, int]


@dataclass(frozen=True)
class Finding:
    """What a comparison came to, by the names of the columns of `ClockCheck`."""

    result: str
    method: str
    against: str
    pollutant: str
    station: Station | None
    lag_hours: int
    best: float
    at_none: float
    compared: int
    differing: int


class Ours(NamedTuple):
    """A series of the delivery that says enough, and its first and last hour in it."""

    series: Series
    first: int
    last: int

    @property
    def hours(self) -> Hours:
        return self.first, self.last


class Pair(NamedTuple):
    """A series of the delivery, or several, beside a known one, and what their stretches say."""

    ours: Series
    known: Series
    said: Comparison


def find(delivery: Delivery, sample: ClockSample, register: SeriesRegister) -> Finding | None:
    """Return what is found of the clock of an hourly delivery, None where nothing can tell.

    Asked are, until one gives a clear answer: known series of the same stations, their published daily
    means, and the mean of the city's stations.
    """
    ours = _telling(sample, register)
    if not ours:
        return None
    evidence = Evidence(ours, sample, References(delivery, register))
    unclear = None
    for ask in (evidence.same_stations, evidence.published_days, evidence.whole_city):
        finding = ask()
        if finding and finding.result != Result.UNCLEAR:
            return finding
        unclear = unclear or finding
    return unclear


def _telling(sample: ClockSample, register: SeriesRegister) -> list[Ours]:
    """Return the series of a delivery in the order of the pollutants; one of few hours tells nothing."""
    found = []
    for pk in sample.series():
        series, runs = register.series(pk), list(sample.runs([pk]))
        known = sum(int(np.count_nonzero(~np.isnan(values))) for _first, values in runs)
        if series.pollutant in WITNESSES and known > clock_lag.FEWEST_PAIRS:
            found.append(Ours(series, runs[0][0], runs[-1][0] + len(runs[-1][1]) - 1))
    return sorted(found, key=lambda each: WITNESSES.index(each.series.pollutant))


class Evidence:
    """The three comparisons."""

    def __init__(self, ours: list[Ours], sample: ClockSample, known: References) -> None:
        self._sample, self._known = sample, known
        self._ours = ours

    def same_stations(self) -> Finding | None:
        """One station by another clock is enough: stations' files are shifted one by one too."""
        pairs = [pair for ours in self._by_station() if (pair := _first_clear(self._beside, ours))]
        clear = [pair for pair in pairs if pair.said.is_clear]
        shifted = [pair for pair in clear if pair.said.lag]
        if not pairs:
            return None
        shown = max(shifted or clear or pairs, key=lambda pair: (pair.said.shifted, pair.said.best))
        return _finding(Method.STATION, shown, shown.ours.station, shifted or clear or pairs)

    def published_days(self) -> Finding | None:
        found: list[day_means.Matches] = []
        beside: list[tuple[Series, Series]] = []
        for ours in chain.from_iterable(self._by_station()):
            series = ours.series
            for days in self._known.of(series.station_id, series.pollutant, Averaging.DAY, ours.hours):
                if days.unit == series.unit:
                    found += self._matches(ours, days)
                    beside.append((series, days))
        said = day_means.judged(found)
        if said is None:
            return None
        pair = Pair(*beside[0], said)
        return _finding(Method.DAYS, pair, None, [pair])

    def whole_city(self) -> Finding | None:
        """Compare the mean of the delivery's stations; the pollutant that agrees best is believed."""
        pairs = []
        for pollutant in list(dict.fromkeys(each.series.pollutant for each in self._ours))[:MOST_WITNESSES]:
            ours = [each.series for each in self._ours if each.series.pollutant == pollutant]
            if pair := self._compared(ours, partial(self._known.pools, pollutant)):
                pairs.append(pair)
        if not pairs:
            return None
        best = max(pairs, key=lambda pair: pair.said.best)
        return _finding(Method.CITY, best, None, [best])

    def _by_station(self) -> list[list[Ours]]:
        stations = dict.fromkeys(each.series.station_id for each in self._ours)
        return [
            [each for each in self._ours if each.series.station_id == station][:MOST_WITNESSES]
            for station in stations
        ]

    def _beside(self, series: Series) -> Pair | None:
        def known(hours: Hours) -> list[list[Series]]:
            at = self._known.of(series.station_id, series.pollutant, Averaging.HOUR, hours)
            return [[one] for one in at]

        return self._compared([series], known)

    def _compared(self, ours: list[Series], known: Callable[[Hours], list[list[Series]]]) -> Pair | None:
        """Compare the mean of series, run by run, with the first known ones that share enough."""
        said: list[clock_lag.Stretch] = []
        against: list[Series] = []
        for first, values in self._sample.runs([series.pk for series in ours]):
            last = first + len(values) - 1
            for group in known((first, last)):
                theirs = self._known.hours(group, first - MOST_LAG, last + MOST_LAG)
                if found := clock_lag.stretches(values, theirs):
                    said += found
                    against.append(group[0])
                    break
        comparison = clock_lag.judged(said)
        return Pair(ours[0], against[0], comparison) if comparison else None

    def _matches(self, ours: Ours, days: Series) -> list[day_means.Matches]:
        found = []
        for first, values in self._sample.runs([ours.series.pk]):
            published = self._known.hours([days], first, first + len(values) - 1)
            ends = np.flatnonzero(~np.isnan(published))
            edge = np.full(HOURS_A_DAY + MOST_LAG, np.nan)
            padded: Floats = np.concatenate([edge, values, edge])
            # A day that ends at a place begins 23 places before it.
            starts = ends - (HOURS_A_DAY - 1) + len(edge)
            found.append(day_means.matches(padded, starts, published[ends]))
        return found


def _first_clear(ask: Callable[[Series], Pair | None], ours: list[Ours]) -> Pair | None:
    """Return the first clear answer, else the last one."""
    pair = None
    for each in ours:
        pair = ask(each.series) or pair
        if pair and pair.said.is_clear:
            return pair
    return pair


def _finding(method: str, shown: Pair, station: Station | None, counted: list[Pair]) -> Finding:
    said = shown.said
    result = Result.UNCLEAR if not said.is_clear else Result.DIFFERS if said.lag else Result.AGREES
    return Finding(
        result=result,
        method=method,
        against=shown.known.source,
        pollutant=shown.ours.pollutant,
        station=station,
        lag_hours=said.lag,
        best=round(said.best, 3),
        at_none=round(said.at_none, 3),
        compared=sum(pair.said.stretches for pair in counted),
        differing=sum(pair.said.shifted for pair in counted),
    )
