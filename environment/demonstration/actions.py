"""Fills the demonstration's air: generated figures, or real files where a folder of them is given."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.demonstration.hotline import HOTLINE
from committee.members.models import Member
from committee.projects.models import Project
from environment.demonstration.figures import HABITS, Hours, figures, invented_lateness
from environment.demonstration.spells import with_spells
from environment.demonstration.weather import invented_weather
from environment.measurements.actions import receive
from environment.measurements.arrays import Values
from environment.measurements.arrivals import note_arrivals
from environment.measurements.lateness import HoursReceived
from environment.measurements.mentioned import Mentioned
from environment.measurements.merging import Merger
from environment.measurements.models import Delivery
from environment.measurements.pooling import pool_days
from environment.measurements.series import SeriesRegister, stretches
from environment.measurements.store import store_here
from environment.measurements.summary import Summary
from environment.project_links.actions import create_link
from environment.sources import beijing_city_site, seoul_hourly
from environment.sources.declared import Source
from environment.sources.judging import SeriesKey
from environment.sources.registry import SOURCES
from environment.stations.actions import enter_catalogue
from environment.weather.actions import keep_weather

NAME = "demonstration"
# The figures are written as each city's own files are, under a name that says what they are.
GENERATED = {
    source.city: replace(source, name=NAME) for source in (seoul_hourly.SOURCE, beijing_city_site.SOURCE)
}
STATIONS = {
    "seoul": ("111123", "111121", "111201", "111261", "111273"),
    "beijing": ("dongsi", "tiantan", "aotizhongxin", "wanliu", "gucheng"),
}
PARTICLES = ("pm25", "pm10")
ALL_SIX_FROM, ALL_SIX_UNTIL = datetime.date(2017, 1, 1), datetime.date(2018, 6, 30)
PARTICLES_UNTIL = datetime.date(2021, 5, 31)
LATEST_DAYS = 60

# Folders below the one given with --air.
FOLDERS = {
    "seoul-daily": "seoul/daily",
    "seoul-hourly": "seoul/hourly",
    "seoul-city-mean": "seoul/city-mean",
    "beijing-city-site": "beijing/city-site",
    "beijing-prsa": "beijing/prsa",
}


@transaction.atomic
def generate(*, now: datetime.datetime) -> int:
    """Let both liaison officers deliver invented figures up to `now`; return how many values that is."""
    return sum(
        _deliver(Member.objects.select_related("city").get(username=f"liaison.{code}"), source, now)
        for code, source in GENERATED.items()
    )


def import_files(*, by: Member | None, folder: Path) -> Iterator[tuple[str, Summary]]:
    """Import the real files below `folder`, yielding what became of each format found there."""
    for name, place in FOLDERS.items():
        if (folder / place).exists():
            yield name, receive(by=by, source=SOURCES[name], path=folder / place)


def link_hotline(*, by: Member) -> None:
    """Set both cities' fine dust beside the hotline project: the year before against the two after."""
    project = Project.objects.get(title_ko=HOTLINE.project.ko)
    for city in City.objects.all():
        create_link(
            by=by,
            project=project,
            city=city,
            pollutant="pm25",
            baseline_from=datetime.date(2017, 4, 1),
            baseline_until=datetime.date(2018, 3, 31),
            evaluation_from=datetime.date(2018, 4, 1),
            evaluation_until=datetime.date(2020, 3, 31),
            is_illustrative=True,
        )


def _deliver(by: Member, source: Source, now: datetime.datetime) -> int:
    city = by.city
    enter_catalogue(city=city)
    delivery = Delivery.objects.create(
        source=NAME, city=city, way=Delivery.Way.UPLOAD, name="generated", received_at=timezone.now(), by=by
    )
    register = SeriesRegister(source, city)
    merger = Merger(source.clock, delivery.pk, store_here())
    mentioned, summary, keys = Mentioned(), Summary(files=0), list[SeriesKey]()
    hours = HoursReceived()
    changed: dict[str, set[datetime.date]] = defaultdict(set)
    for pollutant in HABITS[city.code]:
        keys, values = _values(register, keys, city.code, source, pollutant, _hours(source, pollutant, now))
        merged = merger.merge(values, mentioned.note(values))
        summary.new += len(merged.new)
        late = invented_lateness(merged.new.hour, source.clock)
        note_arrivals(merged.new, late, clock=source.clock, place=register.place)
        hours.note(merged.new.hour, new=merged.new.hour)
        register.widen(stretches(merged.new))
        changed[pollutant] |= {day for _series, day in merged.days}
    register.save_stretches()
    summary.weather_new = keep_weather(
        station=register.stations.named(STATIONS[city.code][0]),
        source=NAME,
        told=invented_weather(city.code, _hours(source, "pm25", now)),
    ).new
    pool_days(city=city, averaging=source.averaging, changed_days=changed, delivery=delivery)
    Delivery.objects.filter(pk=delivery.pk).update(**summary.counts(), **hours.figures(delivery.received_at))
    return summary.new


def _hours(source: Source, pollutant: str, now: datetime.datetime) -> Hours:
    """Return the hours to invent: some years, then the latest days, with nothing between."""
    first = source.clock.start(ALL_SIX_FROM) + 1
    last = source.clock.end(PARTICLES_UNTIL if pollutant in PARTICLES else ALL_SIX_UNTIL)
    this_hour = int(now.timestamp()) // 3600
    latest = range(max(last, this_hour - LATEST_DAYS * 24) + 1, this_hour + 1)
    return np.array([*range(first, min(last, this_hour) + 1), *latest], np.int64)


def _values(
    register: SeriesRegister, keys: list[SeriesKey], city: str, source: Source, pollutant: str, hours: Hours
) -> tuple[list[SeriesKey], Values]:
    """Return the pollutant's values at every station, in the order the store wants them."""
    states = source.scales[pollutant].reference_states
    parts: list[Values] = []
    for station in STATIONS[city]:
        known, values = figures(city, station, pollutant, hours)
        values = with_spells(city, pollutant, known, values, int(hours[-1]))
        stretch = np.searchsorted(source.reference_changes, known - 1, side="right")
        for place, state in enumerate(states):
            here = stretch == place
            if not here.any():
                continue
            keys = [*keys, SeriesKey(station, pollutant, state)]
            series = register.ids(keys)[-1]
            parts.append(Values(np.full(int(here.sum()), series), known[here], values[here]))
    joined = Values.joined(*parts)
    return keys, joined.at(np.argsort(joined.position))
