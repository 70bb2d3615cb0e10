"""Published index values: some written here, all of the file beside the checkout where it is there."""

import json
import math

import pytest

from environment.standards import c24e, index, nowcast

# 2014-06-01 07:00, Pinggu: PM2.5 and PM10 of 24 hours, gases of an hour; published AQI 124.
PINGGU = {
    ("pm25", "24h"): 93.9,
    ("pm10", "24h"): 190.0,
    ("so2", "1h"): 4.0,
    ("no2", "1h"): 60.2,
    ("co", "1h"): 0.9,
    ("o3", "1h"): 42.4,
}
NAMES = {"PM2.5_24h": ("pm25", "24h"), "PM10_24h": ("pm10", "24h")}


def place(name: str) -> tuple[str, str]:
    return NAMES.get(name, (name.lower(), "1h"))


def test_an_index_of_beijing_is_the_published_one():
    found = index("cn-hj633-2012", PINGGU)

    assert (found.value, found.responsible_pollutant) == (124, "pm25")


def test_an_index_of_seoul_is_the_published_one():
    air = {"so2": 0.002, "no2": 0.049, "co": 0.7, "o3": 0.01, "pm10": 66.0, "pm25": 43.0}

    assert index("kr-cai", air).value == 128


def test_a_predicted_day_of_seoul_is_the_published_one():
    hours = [91, 95, 90, 82, 85, 87, 70, 74, 75, 75, 75, 81]

    assert round(c24e("pm10", hours), 3) == 69.521


def test_a_predicted_day_needs_nine_of_twelve_hours_and_three_of_four():
    assert c24e("pm25", [None] * 3 + [20] * 9) == 20
    assert c24e("pm25", [None] * 4 + [20] * 8) is None
    assert c24e("pm25", [20] * 9 + [None, 20, 20]) == 20
    assert c24e("pm25", [20] * 10 + [None, None]) is None


# AirKorea, 2020-10-28: SO2, NO2, CO, O3 in ppm, PM10 and PM2.5 of 24 hours in µg/m³, published CAI.
AIRKOREA = [
    (0.001, 0.021, 0.4, 0.038, 39, 21, 64),
    (0.002, 0.023, 0.4, 0.040, 44, 25, 74),
    (0.002, 0.026, 0.4, 0.037, 52, 29, 85),
    (0.003, 0.025, 0.4, 0.034, 60, 32, 92),
    (0.003, 0.033, 0.6, 0.028, 64, 37, 105),
    (0.003, 0.061, 0.8, 0.012, 66, 40, 166),
    (0.002, 0.040, 0.7, 0.013, 66, 46, 139),
    (0.002, 0.047, 0.7, 0.010, 71, 56, 177),
]


@pytest.mark.parametrize("record", AIRKOREA)
def test_records_of_airkorea_are_the_published_ones(record):
    *air, published = record

    found = index("kr-cai", dict(zip(("so2", "no2", "co", "o3", "pm10", "pm25"), air, strict=True)))

    assert found.value == published


def test_the_epa_s_own_example_of_three_pollutants():
    found = index("us-epa-2012", {"o3": 0.073, "pm25": 35.9, "co": 8.4})

    assert [one.value for one in found.sub_indices] == [108, 102, 90]
    assert (found.value, found.responsible_pollutant) == (108, "o3")


# A pulse of an hour halves with every hour that passes.
@pytest.mark.parametrize(("ago", "value"), [(0, 35.5), (1, 17.8), (2, 8.9)])
def test_nowcast_follows_a_pulse(ago, value):
    hours = [0.0] * 12
    hours[11 - ago] = 71.0

    assert round(nowcast(hours), 1) == value


@pytest.mark.shared_files
def test_every_golden_value_is_reproduced(shared_files):
    standards = shared_files.parent / "standards" / "aq-standards.json"
    golden = json.loads(standards.read_text(encoding="utf-8"))["golden"]

    korea = [
        (index("kr-cai", one["input"]).value, one["published_cai"]) for one in golden["cai_airkorea_records"]
    ]
    beijing = []
    for one in golden["aqi_hj633_2012_beijing"]:
        found = index("cn-hj633-2012", {place(name): value for name, value in one["input"].items()})
        beijing.append(
            ((found.value, found.responsible_pollutant), (one["published_aqi"], place(one["primary"])[0]))
        )
    predicted = []
    for one in golden["c24e_pm10_seoul"]:
        value = c24e("pm10", one["pm10_12h_oldest_first"])
        predicted.append(((round(value, 3), math.floor(value + 0.5)), (one["c24e"], one["published_24h"])))

    for found, published in (*korea, *beijing, *predicted):
        assert found == published
    assert (len(korea), len(beijing), len(predicted)) == (6, 6, 5)
