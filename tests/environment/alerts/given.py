"""Air of which alerts follow, delivered as the cities do."""

import datetime

from environment.alerts.judging import judge_changes
from environment.models import Episode
from environment.sources.clock import CLOCKS
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_mean, city_site
from tests.factories.city import beijing, seoul

LONG_AFTER = datetime.datetime(2021, 1, 1, tzinfo=datetime.UTC)


def mean_of_seoul(folder, values, first="2018-01-16 01:00", pm10=50, name="mean.csv"):
    """Deliver Seoul's published mean of PM2.5 hour by hour; None is an hour that is not there."""
    start = CLOCKS["seoul"].hour_labelled(first)
    rows = [
        f"{number},{CLOCKS['seoul'].moment(start + number):%Y-%m-%d %H:%M},{value},{pm10},0.02,0.03,0.5,0.005"
        for number, value in enumerate(values)
        if value is not None
    ]
    return take_in("seoul-city-mean", city_mean(folder / name, *rows))


def days_of_beijing(folder, means, first="2018-01-10", name="days.csv"):
    """Deliver PM2.5 of two stations of Beijing, every hour of each day the same; None is a missing day."""
    clock = CLOCKS["beijing"]
    start = clock.start(datetime.date.fromisoformat(first))
    ends = [
        (clock.moment(start + 24 * number + hour), mean)
        for number, mean in enumerate(means)
        if mean is not None
        for hour in range(1, 25)
    ]
    rows = [f"{end:%Y%m%d},{end.hour},PM2.5,{mean},{mean}" for end, mean in ends]
    return take_in("beijing-city-site", city_site(folder / name, *rows))


def judged(now=LONG_AFTER):
    """Judge both cities' changes as the worker does, and return the standing episodes by their start."""
    for city in (seoul(), beijing()):
        judge_changes(city=city, now=now)
    return list(Episode.objects.standing().order_by("start_hour", "pk"))


def at(text):
    """Return the moment at which an hour labelled in Seoul's time ended, and some minutes more."""
    hour = CLOCKS["seoul"].hour_labelled(text)
    return datetime.datetime.fromtimestamp(hour * 3600 + 1200, datetime.UTC)
