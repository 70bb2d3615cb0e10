"""The rows of a table of several places, made only as they are read: a year has thousands of them."""

import datetime
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from environment.measurements.periods import Period
from environment.measurements.rows import PeriodRow

WRITTEN = {Period.HOUR: "%Y-%m-%d %H:%M %Z", Period.DAY: "%Y-%m-%d", Period.MONTH: "%Y-%m", Period.YEAR: "%Y"}

# The moment of an hour, or the first day of a longer period in each place's own calendar.
Key = datetime.datetime | float


@dataclass(frozen=True)
class TableRow:
    """One period of all places; `when` is a local time for each place where these differ."""

    when: Sequence[str]
    starts: Sequence[datetime.datetime]
    cells: Sequence[PeriodRow | None]


class Rows(Sequence[TableRow]):
    def __init__(
        self, columns: Sequence[Sequence[PeriodRow]], zones: Sequence[zoneinfo.ZoneInfo], period: str
    ) -> None:
        self._columns, self._period = columns, period
        # The clocks in which hours are written, each once.
        self.zones = list(dict.fromkeys(zones)) if period == Period.HOUR else []

    def __len__(self) -> int:
        return len(self._columns[0]) if len(self._columns) == 1 else len(self._keys)

    @overload
    def __getitem__(self, place: int) -> TableRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[TableRow]: ...
    def __getitem__(self, place: int | slice) -> TableRow | list[TableRow]:
        if isinstance(place, slice):
            return [self._row(number) for number in range(*place.indices(len(self)))]
        return self._row(range(len(self))[place])

    def _row(self, number: int) -> TableRow:
        if len(self._columns) == 1:
            cells: list[PeriodRow | None] = [self._columns[0][number]]
        else:
            cells = [rows.get(self._keys[number]) for rows in self._by_key]
        start = next(cell.start for cell in cells if cell)
        starts = [start.astimezone(zone) for zone in self.zones] or [start]
        written = WRITTEN[Period(self._period)]
        return TableRow([each.strftime(written) for each in starts], starts, cells)

    @cached_property
    def _by_key(self) -> list[dict[Key, PeriodRow]]:
        return [{self._key(row): row for row in rows} for rows in self._columns]

    @cached_property
    def _keys(self) -> list[Key]:
        return sorted({key for rows in self._by_key for key in rows})

    def _key(self, row: PeriodRow) -> Key:
        """Hours belong together by the moment, longer periods by the calendar of each place."""
        return row.start.timestamp() if self._period == Period.HOUR else row.start.replace(tzinfo=None)
