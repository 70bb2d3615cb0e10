"""One delivery on its way into the store: its files are read, judged and merged batch by batch."""

import datetime
from collections import defaultdict

from environment.measurements.arrays import Values, first_of_each
from environment.measurements.lateness import HoursReceived
from environment.measurements.mentioned import Mentioned
from environment.measurements.merging import Merged, Merger
from environment.measurements.models import Delivery, RejectedReading
from environment.measurements.series import SeriesRegister, stretches
from environment.measurements.store import store_here
from environment.measurements.summary import Summary
from environment.sources.declared import Refusal, Source
from environment.sources.files import DataFile, UnreadableFile
from environment.sources.judging import Gathering, Rejected, SeriesKeys
from environment.sources.tables import NotReadable, Table, open_table

# Some hundred thousand cells fill the arrays well and take some ten megabytes, however long the delivery.
CELLS_A_BATCH = 200_000


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
        self._merger = Merger(source, delivery.pk, store_here())
        self._mentioned = Mentioned()

    def read(self, file: DataFile | UnreadableFile) -> None:
        """Take in one file. What is damaged is counted and named, the good rows around it are kept."""
        self.summary.files += 1
        if isinstance(file, UnreadableFile):
            self._name_unreadable(file)
            return
        try:
            self._read_rows(file.name, open_table(file.stream, self._source.old_encoding))
        except NotReadable as error:
            self._name_unreadable(UnreadableFile(file.name, error.reason))

    def finish(self) -> None:
        """Store what is still gathered, and the first and last hours of the series."""
        self._store_batch()
        self._register.save_stretches()

    def _read_rows(self, name: str, table: Table) -> None:
        try:
            for row in self._source.parse(table):
                if isinstance(row, Refusal):
                    self._gathering.rejected.append(Rejected(name, row.line, row.reason, raw=row.raw))
                    continue
                self._gathering.add(name, row)
                if len(self._gathering) >= CELLS_A_BATCH:
                    self._store_batch()
        finally:
            self.summary.rows += table.rows

    def _name_unreadable(self, file: UnreadableFile) -> None:
        self.summary.unreadable.append(file)
        self._gathering.rejected.append(Rejected(file.name, None, file.reason))

    def _store_batch(self) -> None:
        gathering, self._gathering = self._gathering, Gathering(self._keys)
        if len(gathering):
            self._merge(gathering)
        for rejected in gathering.rejected:
            self.summary.rejected[rejected.reason] += 1
        RejectedReading.objects.bulk_create(
            [
                RejectedReading(delivery=self._delivery, **rejected._asdict())
                for rejected in gathering.rejected
            ],
            batch_size=1000,
        )

    def _merge(self, gathering: Gathering) -> None:
        readings = gathering.judged()
        values = Values(self._register.ids(self._keys.keys)[readings.key], readings.hour, readings.value)
        first, repeated, contradicting = first_of_each(values)
        once = values.at(first)
        merged = self._merger.merge(once, self._mentioned.note(once))
        for place in (*contradicting.tolist(), *first[merged.contradicting].tolist()):
            gathering.reject(int(readings.place[place]), "contradicts-earlier-row")
        self.summary.missing += readings.missing
        self.summary.unchanged += merged.unchanged + len(repeated)
        self.hours.note(once.hour[~merged.contradicting], new=merged.new.hour)
        self._count(merged)

    def _count(self, merged: Merged) -> None:
        self.summary.new += len(merged.new)
        self.summary.corrected += len(merged.corrected)
        self._register.widen(stretches(merged.new))
        for series, day in merged.days:
            self.changed_days[self._register.pollutant(series)].add(day)
