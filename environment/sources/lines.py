"""What every wrapping of a table comes down to: lines of cells, or a reason why there are none."""

from typing import NamedTuple


class NotReadable(Exception):
    """A file, or the rest of it, that cannot be read; `reason` is a short stable name."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Line(NamedTuple):
    number: int
    raw: str
    cells: list[str]
