"""The weather in the published files against a calculation that shares no code with the product."""

import csv
import datetime
import gzip
import math
import statistics
from collections import defaultdict

import pytest

from environment.models import WeatherHour, WeatherSeries
from environment.weather.days import DAY_FEATURES
from environment.weather.queries import weather_days
from tests.environment.measurements.receiving import take_in
from tests.factories.city import beijing

pytestmark = [pytest.mark.django_db, pytest.mark.shared_files]

COLUMNS = {
    "TEMP": "temperature_c",
    "PRES": "pressure_hpa",
    "DEWP": "dew_point_c",
    "RAIN": "rain_mm",
    "WSPM": "wind_speed_m_s",
}
DEGREES = {
    "N": 0.0, "NNE": 22.5, "NE": 45.0, "ENE": 67.5, "E": 90.0, "ESE": 112.5, "SE": 135.0, "SSE": 157.5,
    "S": 180.0, "SSW": 202.5, "SW": 225.0, "WSW": 247.5, "W": 270.0, "WNW": 292.5, "NW": 315.0, "NNW": 337.5,
}  # fmt: skip
FIRST_DAY, LAST_DAY = datetime.date(2013, 2, 28), datetime.date(2017, 2, 28)


def number(text):
    return None if text == "NA" else float(text)


def weather_of(row):
    told = {name: number(row[column]) for column, name in COLUMNS.items()}
    return {**told, "wind_direction_deg": DEGREES.get(row["wd"])}


def stored():
    names = [*COLUMNS.values(), "wind_direction_deg"]
    rows = WeatherHour.objects.values_list("hour", *names)
    return {hour: dict(zip(names, told, strict=True)) for hour, *told in rows}


def test_every_hour_of_four_years_and_the_days_they_make(shared_files):
    expected, by_day = {}, defaultdict(lambda: defaultdict(list))
    path = shared_files / "beijing/prsa/PRSA_Data_Wanliu_20130301-20170228.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ended = datetime.datetime(
                *(int(row[part]) for part in ("year", "month", "day", "hour")),
                tzinfo=datetime.timezone(datetime.timedelta(hours=8)),
            )
            told = weather_of(row)
            if set(told.values()) == {None}:
                continue
            expected[int(ended.timestamp()) // 3600] = told
            day = by_day[(ended - datetime.timedelta(seconds=1)).date()]
            for name, value in told.items():
                if value is not None:
                    day[name].append(value)
            speed, origin = told["wind_speed_m_s"], told["wind_direction_deg"]
            if speed == 0:
                day["wind_to_east_m_s"].append(0.0)
            elif speed is not None and origin is not None:
                day["wind_to_east_m_s"].append(speed * math.cos(math.radians(270 - origin)))

    summary = take_in("beijing-prsa", path)
    days = weather_days(beijing(), FIRST_DAY, LAST_DAY)

    assert (summary.weather_new, summary.rejected) == (len(expected), {})
    assert WeatherSeries.objects.get().hours == len(expected) == 35_050
    assert stored() == expected
    for name in ("temperature_c", "pressure_hpa", "dew_point_c", "wind_speed_m_s", "wind_to_east_m_s"):
        calculated = {day: statistics.fmean(of[name]) for day, of in by_day.items() if len(of[name]) >= 18}
        found = {
            FIRST_DAY + datetime.timedelta(days=place): value
            for place, value in enumerate(days[:, DAY_FEATURES.index(name)].tolist())
            if not math.isnan(value)
        }
        assert found == pytest.approx(calculated, abs=1e-9), name
    whole = {day: sum(of["rain_mm"]) for day, of in by_day.items() if len(of["rain_mm"]) == 24}
    rain = days[:, DAY_FEATURES.index("rain_mm")]
    assert {day: rain[(day - FIRST_DAY).days] for day in whole} == pytest.approx(whole, abs=1e-9)
    assert len(whole) > 1_400


def test_the_excerpts_hold_the_weather_of_each_of_their_rows(shared_files):
    summary = take_in("beijing-prsa", shared_files / "formats/beijing-prsa-uci501")

    assert summary.weather_new == summary.rows
