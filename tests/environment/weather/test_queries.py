import datetime
import math

import numpy as np
import pytest

from environment.sources.registry import SOURCES
from environment.sources.weather import DEW_POINT, QUANTITIES, TEMPERATURE
from environment.weather.actions import keep_weather
from environment.weather.arrays import WeatherHours
from environment.weather.days import DAY_FEATURES
from environment.weather.queries import last_change, weather_days, weather_hours
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import prsa, prsa_row
from tests.factories.city import beijing, seoul
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

CLOCK = SOURCES["beijing-prsa"].clock
MAY_1, MAY_2 = datetime.date(2016, 5, 1), datetime.date(2016, 5, 2)


def station(code="dongsi"):
    return StationFactory(city=beijing(), code=code)


def day_of(tmp_path, weather, *, name="Dongsi", labels=range(1, 25)):
    """Take in the hours labelled so of 1 May, each with the weather that `weather` gives for it."""
    rows = [prsa_row(1, label, weather=weather(label), station=name) for label in labels]
    take_in("beijing-prsa", prsa(tmp_path / f"{name}.csv", *rows))


def features(*stations, first=MAY_1, last=MAY_1):
    """Return the days as lists of feature → value, NaN as None."""
    rows = weather_days(beijing(), first, last, stations)
    return [
        {
            name: None if math.isnan(value) else round(value, 6)
            for name, value in zip(DAY_FEATURES, row, strict=True)
        }
        for row in rows
    ]


def test_hours_come_in_order_from_the_first_to_the_last_asked_for(tmp_path):
    rows = [prsa_row(1, label, weather=f'{label},1021,-4.6,0,"SE",0.4') for label in (7, 5, 9, 6)]
    take_in("beijing-prsa", prsa(tmp_path / "PRSA.csv", *rows))
    five = CLOCK.ending(MAY_1, 5)

    found = weather_hours(station(), five, five + 2)

    assert found.hour.tolist() == [five, five + 1, five + 2]
    assert found.of(TEMPERATURE).tolist() == [5.0, 6.0, 7.0]


def test_of_an_hour_that_two_sources_tell_the_better_ranked_one_is_heard(tmp_path):
    take_in("beijing-prsa", prsa(tmp_path / "PRSA.csv", prsa_row(1, 5, weather='5,1021,NA,0,"SE",0.4')))
    five = CLOCK.ending(MAY_1, 5)
    invented = WeatherHours(np.array([five, five + 1]), np.full((2, len(QUANTITIES)), 9.0))
    keep_weather(station=station(), source="demonstration", told=invented)

    found = weather_hours(station(), five, five + 1)

    assert found.hour.tolist() == [five, five + 1]
    assert found.of(TEMPERATURE).tolist() == [5.0, 9.0]
    assert np.isnan(found.of(DEW_POINT)).tolist() == [True, False]


def test_of_a_station_without_weather_there_are_no_hours(tmp_path):
    assert len(weather_hours(station("wanliu"), 0, 10**6)) == 0


def test_a_day_is_its_means_the_sum_of_its_rain_and_the_mean_vector_of_its_wind(tmp_path):
    day_of(tmp_path, lambda label: f'{label},{1000 + label},-4,0.5,"{"W" if label <= 12 else "S"}",2')

    assert features() == [
        {
            "temperature_c": 12.5,
            "pressure_hpa": 1012.5,
            "dew_point_c": -4,
            "rain_mm": 12,
            "wind_speed_m_s": 2,
            "wind_to_east_m_s": 1,
            "wind_to_north_m_s": 1,
        }
    ]


def test_opposite_winds_cancel_out_as_vectors_only(tmp_path):
    day_of(tmp_path, lambda label: f'1,1000,-4,0,"{"NNE" if label % 2 else "SSW"}",3')

    day = features()[0]

    assert (day["wind_speed_m_s"], day["wind_to_east_m_s"], day["wind_to_north_m_s"]) == (3, 0, 0)


def test_a_calm_needs_no_direction(tmp_path):
    day_of(tmp_path, lambda label: "1,1000,-4,0,NA,0")

    day = features()[0]

    assert (day["wind_speed_m_s"], day["wind_to_east_m_s"], day["wind_to_north_m_s"]) == (0, 0, 0)


@pytest.mark.parametrize(("hours", "temperature"), [(18, 1), (17, None)])
def test_a_day_needs_three_quarters_of_its_hours(tmp_path, hours, temperature):
    day_of(tmp_path, lambda label: '1,1000,-4,0,"N",1', labels=range(1, hours + 1))

    assert features()[0]["temperature_c"] == temperature


def test_the_hour_that_ends_at_midnight_belongs_to_the_day_before(tmp_path):
    day_of(tmp_path, lambda label: f'{0 if label else 99},1000,-4,0,"N",1', labels=range(25))

    assert [day["temperature_c"] for day in features(last=MAY_2)] == [0, None]


def test_days_of_a_city_are_the_mean_of_the_stations_that_know(tmp_path):
    day_of(tmp_path, lambda label: '1,NA,-4,0,"N",1')
    day_of(tmp_path, lambda label: '3,1010,-4,0,"N",1', name="Tiantan")

    of_city, of_station = features()[0], features(station("dongsi"))[0]

    assert (of_city["temperature_c"], of_city["pressure_hpa"]) == (2, 1010)
    assert (of_station["temperature_c"], of_station["pressure_hpa"]) == (1, None)


def test_a_city_without_weather_has_days_of_nothing(tmp_path):
    days = weather_days(seoul(), MAY_1, MAY_2)

    assert days.shape == (2, len(DAY_FEATURES))
    assert np.isnan(days).all()
    assert last_change(seoul()) is None


def test_the_last_change_moves_with_the_weather_and_not_with_the_air(tmp_path):
    take_in("beijing-prsa", prsa(tmp_path / "a.csv", prsa_row(1, 5)))
    first = last_change(beijing())

    take_in("beijing-prsa", prsa(tmp_path / "b.csv", prsa_row(1, 5, pm25=51)))
    after_air = last_change(beijing())
    take_in("beijing-prsa", prsa(tmp_path / "c.csv", prsa_row(1, 6)))

    assert after_air == first
    assert last_change(beijing(), [station()]) > first
