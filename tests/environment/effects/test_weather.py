import datetime

import numpy as np
import pytest

from environment.effects.days import Kind, Place
from environment.effects.findings import Reason, What
from environment.effects.months import months_of
from environment.effects.periods import OwnAir, periods_of
from environment.effects.weather import under_average_weather, weather_of
from environment.models import WeatherHour, WeatherSeries
from environment.statistics.change import Days
from tests.environment.effects.given import FIRST, link_of
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import CityFactory, beijing
from tests.factories.station import StationFactory

HOURS = Kind(False, "hour")
HALF = 365


def link_over(days):
    """A link whose two periods are the halves of some days."""
    half = days // 2
    return ProjectAirLinkFactory.build(
        project=None,
        city=CityFactory.build(is_beijing=True),
        baseline_from=FIRST,
        baseline_until=FIRST + datetime.timedelta(days=half - 1),
        evaluation_from=FIRST + datetime.timedelta(days=half),
        evaluation_until=FIRST + datetime.timedelta(days=days - 1),
    )


def own_of(link, values):
    full = np.where(np.isfinite(values), 24.0, 0)
    place = Place(np.ones(len(values)), Days(full, 24 * np.nan_to_num(values)), np.full(len(values), np.nan))
    return OwnAir(HOURS, place, 1, periods_of(link, place, HOURS, 1))


def found(values, weather):
    link = link_over(len(values))
    own = own_of(link, values)
    under = under_average_weather(link, own, weather, seed=1)
    months = months_of(link, own, under.shown)
    return under, {each.what: each for each in under.estimates(months, seed=1)}


def windy_days(seed=1):
    """Some days of wind, stronger in their second half, and of air that it blows away."""
    random = np.random.default_rng(seed)
    wind = random.gamma(2.0, 1.0, size=2 * HALF)
    wind[HALF:] += 1.5
    return wind[:, None], 80 - 8 * wind + random.normal(scale=2, size=2 * HALF)


def test_what_the_wind_blew_away_is_given_back():
    weather, values = windy_days()

    under, estimates = found(values, weather)

    observed = values[HALF:].mean() - values[:HALF].mean()
    assert (under.skill > 0.5, observed < -10) == (True, True)
    assert abs(estimates[What.WEATHER_CHANGE].value) < abs(observed) / 2


def test_where_weather_explains_little_nothing_is_claimed():
    weather, _values = windy_days()

    under, estimates = found(np.random.default_rng(2).normal(50, 5, size=2 * HALF), weather)

    assert under.skill < 0.5
    assert under.shown is None
    assert {each.reason for each in estimates.values()} == {Reason.LOW_SKILL}


def test_less_than_a_year_is_not_enough():
    weather, values = windy_days()

    under, estimates = found(values[:360], weather[:360])

    assert (under.skill, estimates[What.WEATHER_CHANGE].reason) == (None, Reason.TOO_LITTLE)


def test_days_without_weather_do_not_count():
    weather, values = windy_days()
    weather[:HALF] = np.nan

    under, estimates = found(values, weather)

    assert (under.skill, estimates[What.WEATHER_CHANGE].reason) == (None, Reason.TOO_LITTLE)
    assert (estimates[What.WEATHER_CHANGE].n, estimates[What.WEATHER_CHANGE].expected) == (0, HALF)


def test_without_any_weather_nothing_is_said():
    _weather, values = windy_days()
    link = link_over(len(values))

    assert under_average_weather(link, own_of(link, values), np.full((2 * HALF, 1), np.nan), seed=1) is None


@pytest.mark.django_db
@pytest.mark.parametrize("is_own", [True, False])
def test_the_citys_weather_answers_where_the_stations_have_none(is_own):
    station, other = StationFactory(city=beijing()), StationFactory(city=beijing())
    midnight = int(datetime.datetime(2016, 4, 30, 16, tzinfo=datetime.UTC).timestamp()) // 3600
    series = WeatherSeries.objects.create(
        station=station if is_own else other,
        source="beijing-prsa",
        first_hour=midnight + 1,
        last_hour=midnight + 18,
        hours=18,
        changed_at=datetime.datetime(2016, 6, 1, tzinfo=datetime.UTC),
    )
    WeatherHour.objects.bulk_create(
        WeatherHour(series=series, hour=midnight + hour, temperature_c=20) for hour in range(1, 19)
    )

    weather = weather_of(link_of(station))

    assert weather[0, 0] == 20
    assert np.isnan(weather[1:]).all()
