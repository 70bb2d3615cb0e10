"""A content as the checks read it: every part with its chapter, every claim with its place."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from committee.printing.checked import Claim
from committee.printing.content import Chart, Figure, Report, Row, Section, Table
from committee.printing.snapshot import walk
from committee.report_checks.naming import quoted, title_of, title_of_row
from committee.report_checks.numbers import first_number, number_in
from committee.report_checks.vega import numbers_of

# Numbers that were computed and passed through JSON are equal up to here.
LEAST_DIFFERENCE = 1e-6


@dataclass(frozen=True)
class Said:
    """A claim of a figure, a chart or a row of a table."""

    claim: Claim
    section: Section
    part: Any
    row: Row | None = None

    @property
    def place(self) -> str:
        """Where a reader finds it."""
        if isinstance(self.part, Figure):
            return quoted(self.part.label)
        return f"{title_of(self.part)}, {quoted(title_of_row(self.row))}" if self.row else title_of(self.part)

    @property
    def is_printed(self) -> bool:
        """Whether the number that is claimed is the one that stands there."""
        number = self.claim.number
        if isinstance(self.part, Chart):  # what is none has no bar
            return number == 0 or any(is_equal(number, each) for each in numbers_of(self.part.spec))
        texts = self.row.cells if self.row else (self.part.number,)
        printed = (number_in(text) or first_number(text) for text in texts if isinstance(text, str))
        return any(each and each.stands_for(number) for each in printed)


class Content:
    """One language of a report."""

    def __init__(self, report: Report) -> None:
        self.report = report

    @cached_property
    def parts(self) -> list[tuple[Section, Any]]:
        """Every part with its chapter, in the order of print."""
        return [
            (section, part)
            for section in self.report.sections
            for part in walk(section)
            if dataclasses.is_dataclass(part)
        ]

    @cached_property
    def claims(self) -> list[Said]:
        return list(self._claims())

    def inside(self, section: Section) -> list[Any]:
        return [part for its, part in self.parts if its is section]

    def of(self, kind: type) -> Iterator[tuple[Section, Any]]:
        return ((section, part) for section, part in self.parts if isinstance(part, kind))

    def with_field(self, name: str) -> Iterator[tuple[Section, Any]]:
        """Yield the parts that say something in the field `name`."""
        return ((section, part) for section, part in self.parts if getattr(part, name, None))

    def _claims(self) -> Iterator[Said]:
        for section, part in self.parts:
            if isinstance(part, Figure) and part.claim:
                yield Said(part.claim, section, part)
            elif isinstance(part, Chart):
                yield from (Said(claim, section, part) for claim in part.claims)
            elif isinstance(part, Table):
                yield from (Said(claim, section, part, row) for row in part.rows for claim in row.claims)


def is_equal(one: float, other: float) -> bool:
    return abs(one - other) <= LEAST_DIFFERENCE
