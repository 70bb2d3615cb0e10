"""Watching values one by one, whatever the grammar: what was on, what is, and when it is given up."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import ClassVar, Generic, TypeVar

from environment.alerts.course import Course, Decision, Following, Reading

Rule = TypeVar("Rule")


class Watch(ABC, Generic[Rule]):
    """Sees the values of a place in their order and keeps the courses that came of them."""

    # A missing value neither raises nor releases; after so many nobody can say that the alert is on.
    most_missing: ClassVar[int]

    def __init__(self) -> None:
        self._past: list[Course] = []
        self._now: Following | None = None
        self._last = 0
        # The values in a row up to the last one that were high enough for the lowest stage.
        self._row: list[Reading] = []

    @abstractmethod
    def see(self, at: int, value: float, rule: Rule) -> None:
        """Take in the value of an hour or day, judged by the rule in force at it."""

    def follow(
        self, values: Iterable[tuple[int, float]], rule_at: Callable[[int], Rule | None], until: int
    ) -> list[Course]:
        """See all values that a rule was in force at, and return the courses in their order."""
        for at, value in values:
            if rule := rule_at(at):
                self.miss(at - 1)
                self.see(at, value, rule)
                self._last = at
        self.miss(until)
        return [*self._past, self._now.as_it_stands("in_force")] if self._now else self._past

    def miss(self, until: int) -> None:
        """Give an alert up where too many values up to `until` are missing."""
        if self._now and until - self._last >= self.most_missing:
            self._past.append(self._now.as_it_stands("without_data"))
            self._now = None

    def _goes_on(self, name: str, decision: Decision, *, dates_are_verified: bool) -> None:
        """Raise an alert, or let the one that is on go on in another stage."""
        if self._now:
            self._now.goes_on_as(decision, dates_are_verified=dates_are_verified)
        else:
            self._now = Following(name, decision, dates_are_verified=dates_are_verified)

    def _ends(self, decision: Decision, until: int) -> None:
        assert self._now is not None, "an alert is on"
        self._past.append(self._now.ends(decision, until))
        self._now = None
