"""Which alert found anew is which known one: a decision may change, the episode stays the same."""

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """First and last hour of an alert."""

    first: int
    last: int


def matched(known: Sequence[Span], found: Sequence[Span]) -> list[int | None]:
    """Return for each found alert the place of the known one it is: the one it shares most hours with.

    Each known one is taken once, and an alert that shares no hour with any is a new one.
    """
    shared = sorted(
        (
            (-hours, ours, place)
            for place, new in enumerate(found)
            for ours, old in enumerate(known)
            if (hours := min(new.last, old.last) - max(new.first, old.first) + 1) > 0
        )
    )
    answer: list[int | None] = [None] * len(found)
    for _hours, ours, place in shared:
        if answer[place] is None and ours not in answer:
            answer[place] = ours
    return answer
