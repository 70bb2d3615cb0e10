"""Seoul's grammar: stages raised, upgraded and released by the measured hours of the alert area."""

from collections.abc import Callable, Iterable, Sequence

from environment.alerts.course import Act, Course, Decision, Reading
from environment.alerts.watch import Watch
from environment.standards.advisories import AdvisoryRule, Stage

# A missing hour neither raises nor releases. After a whole day of them nobody can say that the alert is on.
MOST_HOURS_MISSING = 24
NAME = "KR advisory"

RuleAt = Callable[[int], AdvisoryRule | None]


def courses(hours: Iterable[tuple[int, float]], rule_at: RuleAt, until: int) -> list[Course]:
    """Return the alerts of some hours in their order.

    Args:
        hours: the known hours by their UTC end, the earliest first, with the area's value in the rule's unit.
        rule_at: the rule in force at an hour; hours without one are passed over.
        until: the last hour looked at, known or not.
    """
    return _Hours().follow(hours, rule_at, until)


class _Hours(Watch[AdvisoryRule]):
    most_missing = MOST_HOURS_MISSING

    def see(self, at: int, value: float, rule: AdvisoryRule) -> None:
        if at != self._last + 1:
            self._row = []
        self._row = [*self._row, Reading(at, value, 0)] if value >= rule.stages[0].issue else []
        if self._now:
            self._now.lasts(at, value)
        reached = self._reached(rule)
        names: list[str] = [stage.name for stage in rule.stages]
        place = names.index(self._now.stage) if self._now else -1
        if reached > place:
            self._rise(at, rule, rule.stages[reached])
        elif self._now and value < rule.stages[place].release:
            self._fall(Reading(at, value, rule.stages[place].release), rule, place)

    def _reached(self, rule: AdvisoryRule) -> int:
        """Return the place of the highest stage that the last hours in a row reach, -1 for none."""
        met = [place for place, stage in enumerate(rule.stages) if self._meets(stage)]
        return max(met, default=-1)

    def _meets(self, stage: Stage) -> bool:
        last = self._row[-stage.hours :]
        return len(last) == stage.hours and all(each.value >= stage.issue for each in last)

    def _rise(self, hour: int, rule: AdvisoryRule, stage: Stage) -> None:
        because = tuple(each._replace(threshold=stage.issue) for each in self._row[-stage.hours :])
        act: Act = "upgraded" if self._now else "raised"
        decision = Decision(hour, act, stage.name, because, rule.verified and rule.area_verified)
        self._goes_on(NAME, decision, dates_are_verified=rule.in_force_from_verified)

    def _fall(self, reading: Reading, rule: AdvisoryRule, place: int) -> None:
        """Go on in the highest stage below that is not left yet, or end."""
        verified = rule.verified and rule.area_verified
        below = _not_left(rule.stages[:place], reading.value)
        if below:
            decision = Decision(reading.at, "downgraded", below.name, (reading,), verified)
            self._goes_on(NAME, decision, dates_are_verified=rule.in_force_from_verified)
            return
        lowest = reading._replace(threshold=rule.stages[0].release)
        decision = Decision(reading.at, "ended", rule.stages[place].name, (lowest,), verified)
        self._ends(decision, reading.at)


def _not_left(stages: Sequence[Stage], value: float) -> Stage | None:
    return next((stage for stage in reversed(stages) if value >= stage.release), None)
