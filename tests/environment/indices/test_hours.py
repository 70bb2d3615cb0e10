import pytest

from environment.indices.hours import hour_index
from environment.models import Measurement
from environment.sources.clock import LocalClock
from environment.standards import rule_named, sub_index
from tests.factories.city import beijing, seoul
from tests.factories.series import SeriesFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
HOUR = LocalClock("Asia/Shanghai").hour_labelled("2016-05-02 07:00")


def measured(city, pollutant, values, **fields) -> None:
    """Enter a station's hours that end with `HOUR`."""
    station = StationFactory(city=city, code="one")
    series = SeriesFactory(station=station, pollutant=pollutant, **fields)
    Measurement.objects.bulk_create(
        Measurement(series=series, hour=HOUR - ago, value=value, delivery_id=0)
        for ago, value in enumerate(reversed(values))
        if value is not None
    )


def test_an_hour_of_beijing_has_particles_of_a_day_and_gases_of_an_hour():
    measured(beijing(), "pm25", [93.9] * 24, source="beijing-city-site")
    measured(beijing(), "o3", [10] * 23 + [160.6], source="beijing-city-site", reference_state="273K")

    found = hour_index(beijing(), HOUR).index

    assert (found.rule.name, found.value) == ("cn-hj633-2012", 124)
    assert [(one.pollutant, one.value) for one in found.sub_indices] == [("pm25", 124), ("o3", 51)]


def test_a_moving_mean_needs_twenty_hours():
    measured(beijing(), "pm25", [None] * 5 + [93.9] * 19, source="beijing-city-site")

    assert hour_index(beijing(), HOUR).value is None


def test_an_hour_of_seoul_has_particles_as_predicted_for_the_day():
    hours = [91, 95, 90, 82, 85, 87, 70, 74, 75, 75, 75, 81]
    measured(seoul(), "pm10", [0] * 12 + hours, source="seoul-hourly")
    measured(seoul(), "pm25", [10] * 24, source="seoul-hourly")
    for pollutant in ("o3", "no2"):
        measured(seoul(), pollutant, [0.02], source="seoul-hourly", unit="ppm", reference_state="none")

    found = hour_index(seoul(), HOUR).index

    # C24E is 69.521, published as 70.
    assert (found.value, found.responsible_pollutant) == (90, "pm10")


def test_the_same_air_has_an_index_under_every_rule():
    measured(beijing(), "pm25", [35.9] * 24, source="beijing-city-site")
    names = ("cn-hj633-2012", "us-epa-2012", "us-epa-2024", "cn-hj633-2026", "kr-cai")

    found = [hour_index(beijing(), HOUR, rule_named(name)).value for name in names]

    assert found == [52, 102, 102, None, None]


@pytest.mark.parametrize("name", ["cn-hj633-2012", "us-epa-2024"])
def test_air_that_reads_below_zero_has_the_index_of_zero(name):
    measured(beijing(), "pm25", [-5.0] * 24, source="beijing-city-site")
    rule = rule_named(name)

    assert hour_index(beijing(), HOUR, rule).value == sub_index(rule, "pm25", 0, "day").value
