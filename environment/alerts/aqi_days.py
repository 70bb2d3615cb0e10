"""Beijing's grammar: warning levels by days in a row of the city's AQI.

The plan speaks of forecast days. Here the days that came are judged, after the fact: the level of a day is
the one that the days measured up to it reach.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from environment.alerts.course import Act, Course, Decision, Reading
from environment.alerts.watch import Watch
from environment.standards.warnings_beijing import LEVELS, Condition, Level, WarningPlan

# A missing day neither raises nor releases; after two of them nobody can say that the warning is on.
MOST_DAYS_MISSING = 2

PlanAt = Callable[[int], WarningPlan | None]


def courses(days: Iterable[tuple[int, int]], plan_at: PlanAt, until: int) -> list[Course]:
    """Return the warnings of some days in their order.

    Args:
        days: the days of which the AQI is known by their ordinal, the earliest first, with the AQI.
        plan_at: the plan in force on a day; days without one are passed over.
        until: the last day looked at, known or not.
    """
    return _Days().follow(days, plan_at, until)


class _Days(Watch[WarningPlan]):
    most_missing = MOST_DAYS_MISSING

    def __init__(self) -> None:
        super().__init__()
        # The known days one after the other with single missing days between them, which may hold a level
        # that is on but never raise one.
        self._with_holes: list[Reading] = []

    def see(self, at: int, value: float, rule: WarningPlan) -> None:
        if at != self._last + 1:
            self._row = []
            self._with_holes = self._with_holes if self._now else []
        self._row = [*self._row, Reading(at, value, 0)] if value > _lowest(rule) else []
        self._with_holes.append(Reading(at, value, 0))
        level = self._level(rule)
        if level is None:
            self._end(at, value, rule)
            return
        if self._now:
            self._now.lasts(at, value)
        if self._now is None or level.name != self._now.stage:
            self._change(level, rule)

    def _level(self, plan: WarningPlan) -> Level | None:
        """Return the level that the days in a row reach, or the one that is on and holds over a hole."""
        reached = plan.level([int(each.value) for each in self._row])
        held = plan.level([int(each.value) for each in self._with_holes]) if self._now else None
        if held and self._now and _rank(held.name) > _rank(self._now.stage):
            held = next((level for level in plan.levels if level.name == self._now.stage), None)
        met = [each for each in (reached, held) if each]
        return max(met, key=lambda each: _rank(each.name), default=None)

    def _change(self, level: Level, plan: WarningPlan) -> None:
        last = self._with_holes[-1]
        if self._now and _rank(level.name) < _rank(self._now.stage):
            held = (_held_against(last, plan),)
            decision = Decision(last.at, "downgraded", level.name, held, level.verified)
        else:
            act: Act = "upgraded" if self._now else "raised"
            decision = Decision(last.at, act, level.name, _because(self._row, level), level.verified)
        self._goes_on(plan.name, decision, dates_are_verified=plan.in_force_from_verified)

    def _end(self, day: int, value: float, plan: WarningPlan) -> None:
        if self._now:
            because = (_held_against(Reading(day, value, 0), plan),)
            # A warning is on for whole days; the day that ends it is no longer one of them.
            self._ends(Decision(day, "ended", self._now.stage, because, True), day - 1)
        self._with_holes = []


def _rank(level: str) -> int:
    return LEVELS.index(level)


def _lowest(plan: WarningPlan) -> int:
    return min(one.above for level in plan.levels for one in level.conditions)


def _because(row: Sequence[Reading], level: Level) -> tuple[Reading, ...]:
    """Return the days by which a condition of the level is met, each with the value it lies above."""
    values = [int(each.value) for each in row]
    condition = next(one for one in level.conditions if one.met_by(values))
    in_a_row = list(takewhile(lambda each: each.value > condition.above, reversed(row)))
    return tuple(
        each._replace(threshold=_threshold(condition, each.value))
        for place, each in reversed(list(enumerate(in_a_row)))
        if place < condition.days or _is_worse(condition, each.value)
    )


def _threshold(condition: Condition, value: float) -> int:
    return condition.among_above if _is_worse(condition, value) else condition.above


def _is_worse(condition: Condition, value: float) -> bool:
    return condition.among_days > 0 and value > condition.among_above


def _held_against(reading: Reading, plan: WarningPlan) -> Reading:
    """Return a day that lowered or ended a warning with the next threshold that it does not exceed."""
    limits = {
        limit
        for level in plan.levels
        for one in level.conditions
        for limit in (one.above, one.among_above)
        if limit >= reading.value
    }
    return reading._replace(threshold=min(limits, default=reading.value))
