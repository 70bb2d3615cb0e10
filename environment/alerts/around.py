"""The air around an episode, as it is known now: what its page draws and lists."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from environment.alerts.area import hours_of_area
from environment.alerts.models import Episode, Grammar
from environment.indices.days import days
from environment.measurements.models import Pollutant
from environment.standards import advisory_rule, warning_plan
from environment.standards.warnings_beijing import Level

DAY = datetime.timedelta(days=1)
HOURS_BESIDE, DAYS_BESIDE = 24, 7


@dataclass(frozen=True)
class Moment:
    """An hour, by its end, or a day of the air that an alert is decided by; None where it is not known."""

    at: datetime.datetime
    written: str
    value: float | None
    is_on: bool
    responsible: Sequence[str] = ()


@dataclass(frozen=True)
class Threshold:
    """A value from which, or above which, a stage may be raised; without a stage, one that ends it."""

    value: float
    stage: str
    is_release: bool = False


def moments_around(episode: Episode) -> list[Moment]:
    """Return the hours, or the days, from a while before an episode until a while after it."""
    return _days(episode) if episode.grammar == Grammar.DAYS else _hours(episode)


def thresholds_of(episode: Episode) -> list[Threshold]:
    """Return the thresholds in force when an episode began, the lowest first."""
    day = episode.clock.day(episode.start_hour)
    if episode.grammar == Grammar.DAYS:
        plan = warning_plan(day)
        lowest = {_lowest(level): level.name for level in reversed(plan.levels)} if plan else {}
        return [Threshold(value, stage) for value, stage in sorted(lowest.items())]
    rule = advisory_rule(episode.pollutant, day)
    if rule is None:
        return []
    release = rule.stages[0].release
    return [
        *([Threshold(release, "", is_release=True)] if release < rule.stages[0].issue else []),
        *(Threshold(stage.issue, stage.name) for stage in rule.stages),
    ]


def _lowest(level: Level) -> int:
    return min(max(one.above, one.among_above) for one in level.conditions)


def _hours(episode: Episode) -> list[Moment]:
    clock = episode.clock
    first, last = episode.start_hour - HOURS_BESIDE, episode.until_hour + HOURS_BESIDE
    area = hours_of_area(episode.city, episode.pollutant, clock.day(first), clock.day(last))
    known = {each.hour: each.value for each in area}
    # Of an alert in force the hours to come are not here yet.
    last = max(episode.until_hour, min(last, max(known, default=0)))
    return [
        Moment(
            clock.moment(hour),
            episode.written(hour),
            known.get(hour),
            episode.start_hour <= hour <= episode.until_hour,
        )
        for hour in range(first, last + 1)
    ]


def _days(episode: Episode) -> list[Moment]:
    clock = episode.clock
    first, last = clock.day(episode.start_hour), clock.day(episode.until_hour)
    found = days(episode.city, first - DAYS_BESIDE * DAY, last + (DAYS_BESIDE + 1) * DAY)
    return [
        Moment(
            clock.midnight(each.day),
            each.day.isoformat(),
            each.value,
            first <= each.day <= last,
            [str(Pollutant(code).label) for code in each.index.responsible] if each.index else [],
        )
        for each in found
    ]
