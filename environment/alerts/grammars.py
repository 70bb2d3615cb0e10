"""Judges a city's air by its own grammar, whichever it is, and tells what is found in hours."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from committee.cities.models import City
from environment.alerts import aqi_days, measured_hours
from environment.alerts.area import hours_of_area
from environment.alerts.course import Course, highest_of
from environment.alerts.models import Grammar
from environment.indices.days import days
from environment.measurements.models import CityDailyRollup
from environment.sources.clock import LocalClock
from environment.sources.registry import GENERATED, GENERATED_CONFIRMED
from environment.standards import advisory_rule, warning_plan
from environment.standards.advisories import ADVISORIES
from environment.standards.warnings_beijing import LEVELS

DAY = datetime.timedelta(days=1)
STAGES_OF_HOURS = ("advisory", "warning", "grave-warning")


class Subject(NamedTuple):
    """What a city's alerts are about: a pollutant by hours, or the index by days, which names none."""

    grammar: str
    pollutant: str = ""


@dataclass(frozen=True)
class Finding:
    """An alert as the air bears it out; its fields are those of `models.Decided`."""

    state: str
    start_hour: int
    until_hour: int
    stage: str
    highest_stage: str
    peak_value: float
    peak_hour: int
    unit: str
    rule: str
    is_verified: bool
    is_published_mean: bool
    decisions: list[dict[str, Any]]

    @property
    def facts(self) -> Mapping[str, Any]:
        return asdict(self)


class Hours(NamedTuple):
    """Which hours an hour or day of a course is: its first, its last."""

    first: Callable[[int], int]
    last: Callable[[int], int]


def subjects_of(city: City) -> Sequence[Subject]:
    """Return what the rules of a city's country speak of; a city that follows no rule of ours has none."""
    if city.index_rules == City.IndexRules.KOREA:
        return [Subject(Grammar.HOURS, rule.pollutant) for rule in ADVISORIES]
    return [Subject(Grammar.DAYS)] if city.index_rules == City.IndexRules.CHINA else []


def judge(
    city: City, subject: Subject, first: datetime.date, last: datetime.date, now: datetime.datetime
) -> list[Finding]:
    """Return the alerts of a city from one local day through another, as far as these are over at `now`."""
    of_grammar = _by_days if subject.grammar == Grammar.DAYS else _by_hours
    return of_grammar(city, subject, first, last, now)


def _by_hours(
    city: City, subject: Subject, first: datetime.date, last: datetime.date, now: datetime.datetime
) -> list[Finding]:
    clock, this_hour = LocalClock(city.time_zone), int(now.timestamp()) // 3600
    area = hours_of_area(city, subject.pollutant, first, last)
    until = min(clock.end(last), this_hour)
    found = measured_hours.courses(
        ((each.hour, each.value) for each in area if each.hour <= until),
        lambda hour: advisory_rule(subject.pollutant, clock.day(hour)),
        until,
    )
    published = {each.hour for each in area if each.is_published_mean}
    unit = next(rule.unit for rule in ADVISORIES if rule.pollutant == subject.pollutant)
    each_hour = Hours(int, int)
    return [_finding(one, each_hour, STAGES_OF_HOURS, unit, published) for one in found]


def _by_days(
    city: City, _subject: Subject, first: datetime.date, last: datetime.date, now: datetime.datetime
) -> list[Finding]:
    clock = LocalClock(city.time_zone)
    until = min(last, now.astimezone(city.zone).date() - DAY)
    known = [(each.day.toordinal(), each.value) for each in days(city, first, until + DAY)]
    found = aqi_days.courses(
        ((day, value) for day, value in known if value is not None),
        lambda day: warning_plan(datetime.date.fromordinal(day)),
        until.toordinal(),
    )
    of_a_day = Hours(
        lambda day: clock.start(datetime.date.fromordinal(day)) + 1,
        lambda day: clock.end(datetime.date.fromordinal(day)),
    )
    return [_finding(one, of_a_day, LEVELS, "", set()) for one in found]


def _finding(course: Course, hours: Hours, order: Sequence[str], unit: str, published: set[int]) -> Finding:
    deciding = {reading.at for each in course.decisions for reading in each.because}
    return Finding(
        state=course.ending,
        start_hour=hours.first(course.since),
        until_hour=hours.last(course.until),
        stage=course.stages[-1],
        highest_stage=highest_of(course.stages, order),
        peak_value=course.peak.value,
        peak_hour=hours.last(course.peak.at),
        unit=unit,
        rule=course.rule,
        is_verified=course.is_verified,
        is_published_mean=bool(deciding & published),
        decisions=[
            {
                "hour": hours.last(each.at),
                "act": each.act,
                "stage": each.stage,
                "is_verified": each.is_verified,
                "because": [
                    {"hour": hours.last(reading.at), "value": reading.value, "threshold": reading.threshold}
                    for reading in each.because
                ],
            }
            for each in course.decisions
        ],
    )


def is_illustrative(city: City, subject: Subject, first: datetime.date, last: datetime.date) -> bool:
    """Tell whether the demonstration invented any of the air from one local day through another."""
    of_subject = {"pollutant": subject.pollutant} if subject.pollutant else {}
    return CityDailyRollup.objects.filter(
        city=city, day__range=(first, last), source__in=[GENERATED, GENERATED_CONFIRMED], **of_subject
    ).exists()
