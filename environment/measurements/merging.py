"""Merges a batch of values into the store and keeps the days of their series up to date."""

import datetime
from dataclasses import dataclass

import numpy as np

from environment.measurements.arrays import (
    DayFigures,
    Days,
    Integers,
    Truths,
    Values,
    days_of,
    figures,
    look_up,
)
from environment.measurements.store import Store
from environment.measurements.store_rows import DayRow
from environment.sources.declared import Source


@dataclass
class Merged:
    """What became of a batch. `contradicting` marks values that were refused."""

    new: Values
    corrected: Values
    unchanged: int
    contradicting: Truths
    days: set[tuple[int, datetime.date]]


class Merger:
    def __init__(self, source: Source, delivery: int, store: Store) -> None:
        self._source, self._delivery, self._store = source, delivery, store

    def merge(self, values: Values, mentioned_before: Truths) -> Merged:
        """Store what is new or other than before. `values` are in order of position, each once."""
        days = days_of(values, self._source.clock)
        known = self._store.known(days.runs)
        found, place = look_up(values, known)
        differs = found.copy()
        differs[found] = known.value[place] != values.value[found]
        contradicting, corrected = differs & mentioned_before, differs & ~mentioned_before
        replaced = known.at(place[corrected[found]])
        merged = Merged(
            values.at(~found), values.at(corrected), int((found & ~differs).sum()), contradicting, set()
        )
        self._write(merged, replaced)
        if changed := np.unique(days.block[~found | corrected]).tolist():
            merged.days = self._roll_up(days, changed, known, merged)
        return merged

    def _write(self, merged: Merged, replaced: Values) -> None:
        if len(merged.new):
            self._store.insert(merged.new, self._delivery)
        if len(merged.corrected):
            self._store.keep_revisions(replaced, self._delivery)
            self._store.replace(merged.corrected, self._delivery)

    def _roll_up(
        self, days: Days, changed: list[int], known: Values, merged: Merged
    ) -> set[tuple[int, datetime.date]]:
        """Compute the changed days anew, from all of their hours; what came later covers what was known."""
        now = Values.joined(known, merged.new, merged.corrected)
        days_now = days_of(now, self._source.clock)
        wanted = np.isin(days_now.key, days.key[changed])
        found = figures(days_now, now)
        names = {day: datetime.date.fromordinal(day) for day in np.unique(days_now.day).tolist()}
        self._store.put_days(self._rows(days_now, found, np.flatnonzero(wanted), names))
        return {
            (series, names[day])
            for series, day in zip(
                days_now.series[wanted].tolist(), days_now.day[wanted].tolist(), strict=True
            )
        }

    def _rows(
        self, days: Days, found: DayFigures, wanted: Integers, names: dict[int, datetime.date]
    ) -> list[DayRow]:
        texts = [names[day].isoformat() for day in days.day[wanted].tolist()]
        n, total = found.n[wanted].tolist(), found.total[wanted].tolist()
        highest = found.max_value[wanted].tolist()
        windows: list[float | None] = [None] * len(texts)
        if self._source.averaging == "hour":
            windows = [None if mean != mean else mean for mean in found.max_8h_mean[wanted].tolist()]
        return list(zip(days.series[wanted].tolist(), texts, n, total, highest, windows, strict=True))
