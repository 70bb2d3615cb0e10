"""One delivery on its way into the store: its files are read, judged and merged batch by batch."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from environment.measurements.arrays import Values, first_of_each
from environment.measurements.arrivals import hours_late, note_arrivals
from environment.measurements.clock_finding import Finding, find
from environment.measurements.clock_sample import ClockSample
from environment.measurements.lateness import HoursReceived
from environment.measurements.mentioned import Mentioned
from environment.measurements.merging import Merged, Merger
from environment.measurements.models import Delivery
from environment.measurements.rejecting import keep_rejected
from environment.measurements.released import Released
from environment.measurements.series import SeriesRegister, stretches
from environment.measurements.store import store_here
from environment.measurements.summary import Summary
from environment.sources.declared import Numbers, Refusal, Row, Source
from environment.sources.files import DataFile, UnreadableFile
from environment.sources.judging import Gathering, Rejected, SeriesKeys
from environment.sources.tables import NotReadable, open_table
from environment.weather.intake import WeatherIntake

# Some hundred thousand cells fill the arrays well and take some ten megabytes, however long the delivery.
CELLS_A_BATCH = 200_000


class RowsOf(NamedTuple):
    """Rows that were read elsewhere; `size` is how many there were, good ones and others."""

    name: str
    rows: Iterable[Row | Numbers | Refusal]
    size: int


Entry = DataFile | RowsOf | UnreadableFile


class Intake:
    """Takes in the files of one delivery. The caller holds the lock of the city and a transaction."""

    def __init__(self, source: Source, delivery: Delivery) -> None:
        self.summary = Summary()
        # Pollutant → local days on which a series of the city changed.
        self.changed_days: dict[str, set[datetime.date]] = defaultdict(set)
        self.hours = HoursReceived()
        self._source, self._delivery = source, delivery
        self._keys = SeriesKeys(source)
        self._gathering = Gathering(self._keys)
        self._register = SeriesRegister(source, delivery.city)
        self._weather = WeatherIntake(source, self._register.stations)
        released = Released.of(source.name, delivery.city)
        self._merger = Merger(source.clock, delivery.pk, store_here(), released)
        self._mentioned = Mentioned()
        self._sample = ClockSample()

    def read(self, entry: Entry) -> None:
        """Take in one file. What is damaged is counted and named, the good rows around it are kept."""
        self.summary.files += 1
        if isinstance(entry, UnreadableFile):
            self._name_unreadable(entry)
        elif isinstance(entry, RowsOf):
            self._take_rows(entry.name, entry.rows)
            self.summary.rows += entry.size
        else:
            self._read_file(entry)

    def finish(self) -> None:
        """Store what is still gathered, and the first and last hours of the series."""
        self._store_batch()
        self._register.save_stretches()
        self.summary.weather_new = self._weather.new
        self.summary.weather_corrected = self._weather.corrected

    def clock(self) -> Finding | None:
        """Return what is found of the clock of all that was read, None where nothing can tell."""
        return find(self._delivery, self._sample, self._register)

    def _read_file(self, file: DataFile) -> None:
        try:
            table = open_table(file.stream, self._source.old_encoding, file.name)
            try:
                self._take_rows(file.name, self._source.parse(table))
            finally:
                self.summary.rows += table.rows
        except NotReadable as error:
            self._name_unreadable(UnreadableFile(file.name, error.reason))

    def _take_rows(self, name: str, rows: Iterable[Row | Numbers | Refusal]) -> None:
        for row in rows:
            if isinstance(row, Refusal):
                self._gathering.rejected.append(Rejected(name, row.line, row.reason, raw=row.raw))
                continue
            self._gathering.add(name, row)
            if isinstance(row, Row) and row.weather:
                self._weather.add(name, row)
            if len(self._gathering) >= CELLS_A_BATCH:
                self._store_batch()

    def _name_unreadable(self, file: UnreadableFile) -> None:
        self.summary.unreadable.append(file)
        self._gathering.rejected.append(Rejected(file.name, None, file.reason))

    def _store_batch(self) -> None:
        gathering, self._gathering = self._gathering, Gathering(self._keys)
        if len(gathering):
            self._merge(gathering)
        gathering.rejected += self._weather.store()
        for rejected in gathering.rejected:
            self.summary.rejected[rejected.reason] += 1
        series = self._register.ids(self._keys.keys)
        keep_rejected(delivery=self._delivery, rejected=gathering.rejected, series=series)

    def _merge(self, gathering: Gathering) -> None:
        readings = gathering.judged()
        values = Values(self._register.ids(self._keys.keys)[readings.key], readings.hour, readings.value)
        first, repeated, contradicting = first_of_each(values)
        once = values.at(first)
        merged = self._merger.merge(once, self._mentioned.note(once))
        if self._source.averaging == "hour":
            self._sample.note(once)
        for place in (*contradicting.tolist(), *first[merged.contradicting].tolist()):
            gathering.reject(int(readings.place[place]), "contradicts-earlier-row")
        self.summary.missing += readings.missing
        self.summary.unchanged += merged.unchanged + len(repeated)
        self.hours.note(once.hour[~merged.contradicting], new=merged.new.hour)
        self._note_arrivals(merged.new)
        self._count(merged)

    def _note_arrivals(self, new: Values) -> None:
        if self._source.averaging == "hour":
            late = hours_late(new.hour, self._delivery.received_at)
            note_arrivals(new, late, clock=self._source.clock, place=self._register.place)

    def _count(self, merged: Merged) -> None:
        self.summary.new += len(merged.new)
        self.summary.corrected += len(merged.corrected)
        self._register.widen(stretches(merged.new))
        for series, day in merged.days:
            self.changed_days[self._register.pollutant(series)].add(day)
