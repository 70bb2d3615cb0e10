"""Numbers as a report prints them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from committee.printing.content import Lines, Status

# A sign, digits in groups, decimals: the three languages of the site write them alike.
NUMBER = re.compile(r"[+−-]?\d[\d,\u00a0\u202f]*(?:\.\d+)?")
GROUPING = str.maketrans({",": None, "\u00a0": None, "\u202f": None, "−": "-"})


@dataclass(frozen=True)
class Printed:
    """A number with the decimals it is printed with."""

    value: Decimal
    decimals: int

    def stands_for(self, number: float | Decimal) -> bool:
        """Whether `number` may be printed so, whichever way halves are rounded."""
        return abs(Decimal(str(number)) - self.value) * 2 <= Decimal(10) ** -self.decimals


def number_in(cell: Any) -> Printed | None:
    """Return the number that a cell consists of; None where it says anything else beside it."""
    text = str(cell).strip()
    return None if isinstance(cell, Status | Lines) or not NUMBER.fullmatch(text) else _printed(text)


def first_number(text: str) -> Printed | None:
    """Return the number that a text such as “38 µg/m³” begins with or holds."""
    found = NUMBER.search(text)
    return _printed(found[0]) if found else None


def _printed(text: str) -> Printed:
    value = Decimal(text.translate(GROUPING))
    return Printed(value, len(text.partition(".")[2]))
