"""The one order in which cities are named: the host first, the others as they were entered."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, TypeVar

Item = TypeVar("Item")


def in_protocol_order(
    items: Iterable[Item], *, host_id: int, city_id: Callable[[Any], int] = attrgetter("city_id")
) -> list[Item]:
    """Return cities, or what belongs to one each, in the order of protocol at a meeting in `host_id`."""
    return sorted(items, key=lambda item: (city_id(item) != host_id, city_id(item)))
