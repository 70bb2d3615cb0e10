"""Seoul's grammar: stages raised, upgraded and released by the measured hours of the alert area."""

from collections.abc import Callable, Iterable, Sequence

from environment.alerts.course import Course, Decision, Following, Reading
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
    watch = _Watch()
    for hour, value in hours:
        if rule := rule_at(hour):
            watch.see(hour, value, rule)
    watch.miss(until)
    return watch.all()


class _Watch:
    def __init__(self) -> None:
        self._past: list[Course] = []
        self._now: Following | None = None
        self._last = 0
        # The hours in a row up to the last one that were high enough for the lowest stage.
        self._row: list[Reading] = []

    def all(self) -> list[Course]:
        return [*self._past, self._now.as_it_stands("in_force")] if self._now else self._past

    def miss(self, until: int) -> None:
        """Give an alert up where too many hours up to `until` are missing."""
        if self._now and until - self._last >= MOST_HOURS_MISSING:
            self._past.append(self._now.as_it_stands("without_data"))
            self._now = None

    def see(self, hour: int, value: float, rule: AdvisoryRule) -> None:
        self.miss(hour - 1)
        if hour != self._last + 1:
            self._row = []
        self._last = hour
        self._row = [*self._row, Reading(hour, value, 0)] if value >= rule.stages[0].issue else []
        if self._now:
            self._now.lasts(hour, value)
        reached = self._reached(rule)
        names: list[str] = [stage.name for stage in rule.stages]
        place = names.index(self._now.stage) if self._now else -1
        if reached > place:
            self._rise(hour, rule, rule.stages[reached])
        elif self._now and value < rule.stages[place].release:
            self._fall(Reading(hour, value, rule.stages[place].release), rule, place)

    def _reached(self, rule: AdvisoryRule) -> int:
        """Return the place of the highest stage that the last hours in a row reach, -1 for none."""
        met = [place for place, stage in enumerate(rule.stages) if self._meets(stage)]
        return max(met, default=-1)

    def _meets(self, stage: Stage) -> bool:
        last = self._row[-stage.hours :]
        return len(last) == stage.hours and all(each.value >= stage.issue for each in last)

    def _rise(self, hour: int, rule: AdvisoryRule, stage: Stage) -> None:
        because = tuple(each._replace(threshold=stage.issue) for each in self._row[-stage.hours :])
        verified, dates = rule.verified and rule.area_verified, rule.in_force_from_verified
        if self._now:
            upgraded = Decision(hour, "upgraded", stage.name, because, verified)
            self._now.goes_on_as(upgraded, dates_are_verified=dates)
        else:
            raised = Decision(hour, "raised", stage.name, because, verified)
            self._now = Following(NAME, raised, dates_are_verified=dates)

    def _fall(self, reading: Reading, rule: AdvisoryRule, place: int) -> None:
        """Go on in the highest stage below that is not left yet, or end."""
        assert self._now is not None
        verified = rule.verified and rule.area_verified
        below = _not_left(rule.stages[:place], reading.value)
        if below:
            decision = Decision(reading.at, "downgraded", below.name, (reading,), verified)
            self._now.goes_on_as(decision, dates_are_verified=rule.in_force_from_verified)
            return
        lowest = reading._replace(threshold=rule.stages[0].release)
        decision = Decision(reading.at, "ended", self._now.stage, (lowest,), verified)
        self._past.append(self._now.ends(decision, reading.at))
        self._now = None


def _not_left(stages: Sequence[Stage], value: float) -> Stage | None:
    return next((stage for stage in reversed(stages) if value >= stage.release), None)
