"""The figures inside the specification of a chart."""

from collections.abc import Iterator, Mapping
from typing import Any


def figures_of(spec: Any) -> list[Any]:
    """Return what the chart draws: the rows of every data set in it, layers included."""
    return list(_rows(spec))


def numbers_of(spec: Any) -> list[float]:
    """Return every number among the figures."""
    return [
        float(value)
        for row in figures_of(spec)
        for value in (row.values() if isinstance(row, Mapping) else (row,))
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]


def _rows(part: Any) -> Iterator[Any]:
    if isinstance(part, Mapping):
        for name, inner in part.items():
            if name == "data" and isinstance(inner, Mapping):
                yield from inner.get("values") or ()
            elif name == "datasets" and isinstance(inner, Mapping):
                for rows in inner.values():
                    yield from rows
            else:
                yield from _rows(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _rows(inner)
