import datetime

import pytest

from environment.standards import forecast_grades

BEFORE, AFTER = datetime.date(2018, 3, 26), datetime.date(2018, 3, 27)


@pytest.mark.parametrize(
    ("pollutant", "day", "mean", "grade"),
    [
        ("pm25", AFTER, 15.4, "Good"),
        ("pm25", AFTER, 15.5, "Moderate"),
        ("pm25", AFTER, 36, "Unhealthy"),
        ("pm25", BEFORE, 36, "Moderate"),
        ("pm25", AFTER, 76, "Very unhealthy"),
        ("pm10", AFTER, 80, "Moderate"),
        ("pm10", AFTER, 5000, "Very unhealthy"),
    ],
)
def test_a_day_of_fine_dust_has_a_grade(pollutant, day, mean, grade):
    assert forecast_grades(pollutant, day).grade(mean).name == grade


def test_gases_have_no_forecast_grade():
    assert forecast_grades("o3", AFTER) is None
