"""Merges a batch of values into the store and keeps the days of their series up to date."""

import datetime
from dataclasses import dataclass

import numpy as np

from environment.measurements.arrays import Days, Truths, Values, days_of, figures, look_up
from environment.measurements.released import Released
from environment.measurements.store import Store
from environment.sources.clock import LocalClock


@dataclass
class Merged:
    """What became of a batch. `contradicting` marks values that were refused."""

    new: Values
    corrected: Values
    unchanged: int
    contradicting: Truths
    days: set[tuple[int, datetime.date]]

    @property
    def changed_anything(self) -> bool:
        return bool(len(self.new) or len(self.corrected))


class Merger:
    def __init__(
        self, clock: LocalClock, delivery: int, store: Store, released: Released | None = None
    ) -> None:
        self._clock, self._delivery, self._store = clock, delivery, store
        self._released = released or Released()

    def merge(self, values: Values, mentioned_before: Truths) -> Merged:
        """Store what is new or other than before. `values` are in order of position, each once."""
        if not len(values):
            return Merged(values, values, 0, np.zeros(0, bool), set())
        days = days_of(values, self._clock)
        known = self._store.known(days.runs)
        found, place = look_up(values, known)
        differs = found.copy()
        differs[found] = known.value[place] != values.value[found]
        stored = np.full(len(values), np.nan)
        stored[found] = known.value[place]
        self._released.apply(values, stored, differs, mentioned_before)
        contradicting, corrected = differs & mentioned_before, differs & ~mentioned_before
        replaced = known.at(place[corrected[found]])
        merged = Merged(
            values.at(~found), values.at(corrected), int((found & ~differs).sum()), contradicting, set()
        )
        self._write(merged, replaced)
        if merged.changed_anything:
            merged.days = self._roll_up(days, ~found | corrected, known, merged)
        return merged

    def _write(self, merged: Merged, replaced: Values) -> None:
        if len(merged.new):
            self._store.insert(merged.new, self._delivery)
        if len(merged.corrected):
            self._store.keep_revisions(replaced, self._delivery)
            self._store.replace(merged.corrected, self._delivery)

    def _roll_up(
        self, days: Days, changed: Truths, known: Values, merged: Merged
    ) -> set[tuple[int, datetime.date]]:
        """Compute the changed days anew, from all of their hours; what came later covers what was known."""
        now = Values.joined(known, merged.new, merged.corrected)
        days_now = days_of(now, self._clock)
        wanted = np.isin(days_now.key, days.key[np.unique(days.block[changed])])
        changed_days = days_now.at(wanted)
        self._store.put_days(changed_days, figures(days_now, now).at(wanted))
        names = {day: datetime.date.fromordinal(day) for day in np.unique(changed_days.day).tolist()}
        pairs = zip(changed_days.series.tolist(), changed_days.day.tolist(), strict=True)
        return {(series, names[day]) for series, day in pairs}
