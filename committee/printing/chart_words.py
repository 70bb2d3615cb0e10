"""The words of one chart in two languages, found by laying its two specifications on each other."""

from collections.abc import Iterator, Mapping
from typing import Any

from committee.printing.matching import Marks

# What stands under these names is read by the program that draws, or follows the length of words.
NOT_READ = {"format", "labelExpr", "expr", "calculate", "filter", "columns", "labelLimit", "usermeta"}


class _NotTheSame(Exception):
    """Figures or arrangement differ."""


def words_of_both(
    first: Mapping[str, Any], second: Mapping[str, Any], marks: Marks
) -> list[tuple[str, str]] | None:
    """Return once each word of the first chart that the second has otherwise, with that.

    None where the two differ in more than their words and the order of the cities.
    """
    try:
        return list(dict.fromkeys(_words(first, second, marks)))
    except _NotTheSame:
        return None


def _words(first: Any, second: Any, marks: Marks) -> Iterator[tuple[str, str]]:
    match first, second:
        case Mapping(), Mapping() if first.keys() == second.keys():
            for name in first:
                if name not in NOT_READ:
                    yield from _words(first[name], second[name], marks)
        case ((list() | tuple()), (list() | tuple())):
            pairs = marks.pairs(first, second)
            if pairs is None:
                raise _NotTheSame
            for one, other in pairs:
                yield from _words(one, other, marks)
        case str(), str():
            if first != second:
                yield first, second
        case _ if first != second:
            raise _NotTheSame
