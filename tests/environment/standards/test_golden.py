"""Published index values: some written here, all of the file beside the checkout where it is there."""

import json
import math

import pytest

from environment.standards import c24e, index

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
