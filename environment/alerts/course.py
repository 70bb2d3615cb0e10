"""The course of an alert as plain facts: what was decided when, and by which values.

Hours are counted by their UTC end since 1970, days by their ordinal; a course of hours and one of days
are told alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Act = Literal["raised", "upgraded", "downgraded", "ended"]
Ending = Literal["in_force", "ended", "without_data"]


class Reading(NamedTuple):
    """A value at an hour or day, and the threshold that it was held against."""

    at: int
    value: float
    threshold: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided at an hour or after a day. `stage` is the one from then on, of an end the one left."""

    at: int
    act: Act
    stage: str
    because: tuple[Reading, ...]
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Course:
    """An alert from the hour or day that raised it to `until`, the last one that belongs to it."""

    rule: str
    decisions: tuple[Decision, ...]
    until: int
    peak: Reading
    ending: Ending
    dates_are_verified: bool

    @property
    def since(self) -> int:
        return self.decisions[0].at

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages passed through, in their order."""
        return tuple(each.stage for each in self.decisions if each.act != "ended")

    @property
    def is_verified(self) -> bool:
        return self.dates_are_verified and all(each.is_verified for each in self.decisions)


class Following:
    """A course that is being followed, value by value."""

    def __init__(self, rule: str, raised: Decision, *, dates_are_verified: bool) -> None:
        highest = max(raised.because, key=lambda reading: reading.value)
        self._course = Course(rule, (raised,), raised.at, highest, "in_force", dates_are_verified)

    @property
    def stage(self) -> str:
        return self._course.decisions[-1].stage

    def lasts(self, at: int, value: float) -> None:
        peak = Reading(at, value, self._course.peak.threshold)
        higher = peak if value > self._course.peak.value else self._course.peak
        self._course = replace(self._course, until=at, peak=higher)

    def goes_on_as(self, decision: Decision, *, dates_are_verified: bool) -> None:
        decisions = (*self._course.decisions, decision)
        doubtless = self._course.dates_are_verified and dates_are_verified
        self._course = replace(self._course, decisions=decisions, dates_are_verified=doubtless)

    def ends(self, decision: Decision, until: int) -> Course:
        decisions = (*self._course.decisions, decision)
        return replace(self._course, decisions=decisions, until=until, ending="ended")

    def as_it_stands(self, ending: Ending) -> Course:
        return replace(self._course, ending=ending)


def highest_of(stages: Sequence[str], order: Sequence[str]) -> str:
    return max(stages, key=order.index)
