"""Which part of a report in one language is which in another.

An edition names the cities in an order of its own, so that neither rows nor columns stand at equal places.
Parts are known by what is the same in every language: the record they mention, the records their texts were
read from, the cities they name, and their figures.
"""

import json
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from committee.languages.wording import Wording
from committee.printing.content import (
    Chart,
    Column,
    Figure,
    Paragraph,
    Picture,
    Report,
    Row,
    Section,
    Statement,
    Subsection,
    Table,
)
from committee.printing.snapshot import walk

Item = TypeVar("Item")
Matched: TypeAlias = tuple[Item | None, Item | None]
FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


class Marks:
    """What is the same in every language of a report."""

    def __init__(self, *reports: Report) -> None:
        names = {str(city.name): str(city.position) for report in reports for city in report.cover.cities}
        self._cities: Mapping[str, str] = names
        self._names = re.compile(
            "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "$^"
        )

    def matched(self, first: Sequence[Item], second: Sequence[Item]) -> list[Matched[Item]]:
        """Pair what is the same, in the order of `first`; what has no partner stands alone at its place.

        First by everything it is known by, then by less. Of parts that are known by the same and are more in
        one language nobody knows which belong together: all of these stand alone.
        """
        partners: dict[int, int] = {}
        keys = (_by_words, self._by_values, self._by_figures, self._by_cities, _by_records)
        for key in keys:
            partners |= _partners(first, second, partners, key)
        return list(_in_order(first, second, partners))

    def pairs(self, first: Sequence[Item], second: Sequence[Item]) -> list[tuple[Item, Item]] | None:
        """Return what belongs together, or None where something stands alone."""
        pairs = [
            (one, other)
            for one, other in self.matched(first, second)
            if one is not None and other is not None
        ]
        return pairs if len(pairs) == len(first) == len(second) else None

    def _by_values(self, item: Any) -> Hashable:
        """What is shown by a table or chart tells it from others that are called alike."""
        return self._by_figures(item), _figures(_shown(item))

    def _by_figures(self, item: Any) -> Hashable:
        return self._by_cities(item), _figures(_texts(item))

    def _by_cities(self, item: Any) -> Hashable:
        cities = sorted(self._cities[name] for text in _texts(item) for name in self._names.findall(text))
        return _by_records(item), tuple(cities)


def _by_words(item: Any) -> Hashable:
    """What stands in a text of several languages anyway is the same in both."""
    return _kind(item), tuple(map(str, _texts(item)))


def _by_records(item: Any) -> Hashable:
    texts = _texts(item)
    sources = sorted(text.source for text in texts if isinstance(text, Wording) and text.source)
    return _kind(item), tuple(sources)


def _kind(item: Any) -> Hashable:
    match item:
        case Row(mention=mention, is_total=is_total):
            return mention.record if mention else is_total
        case Section(key=key):
            return "section", key
        case Subsection(mention=mention):
            return "subsection", mention.record if mention else ""
        case Statement(mention=mention, position=position):
            return "statement", mention.record if mention else position
        case Picture(sha256=sha256):
            return sha256
        case Paragraph(manner=manner):
            return "paragraph", manner
        case Column(key=key):
            return "column", key
        case _:
            return type(item).__name__


def _texts(item: Any) -> list[str]:
    """Return the texts by which a part is known; the blocks in it are known by themselves."""
    match item:
        case str():
            return [item]
        case Subsection(heading=text) | Table(caption=text) | Chart(caption=text) | Column(heading=text):
            return [text]
        case Paragraph(text=text):
            return [text]
        case Figure(number=number, label=label):
            return [number, label]
        case Row(cells=cells):
            return [part for part in walk(cells) if isinstance(part, str)]
        case (str(label), _fact):
            return [label]
        case Mapping():
            return [json.dumps(item, ensure_ascii=False)]
        case _:
            return []


def _shown(item: Any) -> list[str]:
    match item:
        case Table(rows=rows):
            return [part for part in walk(rows) if isinstance(part, str)]
        case Chart(spec=spec):
            return _texts(spec)
        case _:
            return []


def _figures(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(figure.replace(",", "") for text in texts for figure in FIGURES.findall(text)))


def _partners(
    first: Sequence[Item], second: Sequence[Item], found: Mapping[int, int], key: Callable[[Item], Hashable]
) -> dict[int, int]:
    """Return the places in `second` of what is at places in `first`, for what has no partner so far."""
    places = _places(first, found.keys(), key)
    others = _places(second, found.values(), key)
    return {
        place: other
        for each, of_first in places.items()
        if len(of_first) == len(others.get(each, ()))
        for place, other in zip(of_first, others[each], strict=True)
    }


def _places(
    items: Sequence[Item], without: Collection[int], key: Callable[[Item], Hashable]
) -> Mapping[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = {}
    for place, item in enumerate(items):
        if place not in without:
            places.setdefault(key(item), []).append(place)
    return places


def _in_order(
    first: Sequence[Item], second: Sequence[Item], partners: Mapping[int, int]
) -> Iterator[Matched[Item]]:
    """Yield pairs in the order of `first`; what `second` has alone follows what it follows there."""
    behind: dict[int, list[Item]] = {}
    places = {other: place for place, other in partners.items()}
    last = -1
    for other, item in enumerate(second):
        last = places.get(other, last)
        if other not in places:
            behind.setdefault(last, []).append(item)
    yield from ((None, item) for item in behind.get(-1, ()))
    for place, item in enumerate(first):
        yield item, second[partners[place]] if place in partners else None
        yield from ((None, other) for other in behind.get(place, ()))
