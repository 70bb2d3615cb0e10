import datetime

import pytest

from environment.models import DailyRollup, ProjectAirLink
from environment.project_links.comparison import compare_all
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.city_day import days_of
from tests.factories.series import SeriesFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

BASELINE = {"2016-05-01": 40.0, "2016-05-02": 60.0}
EVALUATION = {"2017-05-01": 20.0, "2017-05-02": 50.0}


def compared(link):
    return compare_all(ProjectAirLink.objects.filter(pk=link.pk).with_places())[link.pk]


def test_both_means_and_their_difference():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION)

    comparison = compared(link)

    assert (comparison.baseline.mean, comparison.evaluation.mean) == (50.0, 35.0)
    assert (comparison.change, comparison.change_percent) == (-15.0, -30.0)


def test_the_last_day_counts_and_the_days_around_do_not():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION | {"2016-04-30": 900.0, "2016-05-03": 900.0})

    assert compared(link).baseline.mean == 50.0


def test_days_above_the_own_countrys_and_the_who_standard():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION)

    above = compared(link).baseline.above

    assert [(found.limits[0].standard, found.limits[0].value, found.days) for found in above] == [
        ("KR ambient standard", 50, 1),
        ("WHO 2021 AQG", 15, 2),
    ]


def test_each_day_is_held_against_the_limit_of_its_time():
    link = ProjectAirLinkFactory(
        city=seoul(),
        baseline_from=datetime.date(2018, 3, 26),
        baseline_until=datetime.date(2018, 3, 27),
        evaluation_from=datetime.date(2019, 1, 1),
        evaluation_until=datetime.date(2019, 1, 1),
    )
    days_of(seoul(), {"2018-03-26": 45.0, "2018-03-27": 45.0, "2019-01-01": 10.0})

    own = compared(link).baseline.above[0]

    assert ([limit.value for limit in own.limits], own.days, own.valid_days) == ([50, 35], 1, 2)


def test_a_day_at_the_limit_is_not_above_it():
    link = ProjectAirLinkFactory(city=beijing())
    days_of(beijing(), {"2016-05-01": 75.0, "2016-05-02": 75.1} | EVALUATION, source="beijing-city-site")

    assert compared(link).baseline.above[0].days == 1


@pytest.mark.parametrize(("hours", "mean"), [(18, 50.0), (17, None)])
def test_below_three_quarters_of_the_values_there_is_no_number(hours, mean):
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE, n=hours)
    days_of(seoul(), EVALUATION)

    comparison = compared(link)

    assert comparison.baseline.mean == mean
    assert (comparison.change is None) == (mean is None)
    assert comparison.baseline.capture == hours / 24


def test_daily_means_answer_where_no_hours_do():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION, n=1, averaging="day", source="seoul-daily")

    comparison = compared(link)

    assert (comparison.kind.averaging, comparison.change) == ("day", -15.0)


def test_gases_before_and_after_the_change_of_state_compare_in_parts():
    link = ProjectAirLinkFactory(
        city=beijing(),
        pollutant="no2",
        baseline_from=datetime.date(2018, 8, 31),
        baseline_until=datetime.date(2018, 8, 31),
        evaluation_from=datetime.date(2018, 9, 1),
        evaluation_until=datetime.date(2018, 9, 1),
    )
    gas = {"pollutant": "no2", "source": "beijing-city-site"}
    days_of(beijing(), {"2018-08-31": 50.0}, reference_state="273K", **gas)
    days_of(beijing(), {"2018-09-01": 50.0 * 273.0 / 298.15}, reference_state="298K", **gas)

    comparison = compared(link)

    assert (comparison.unit, comparison.was_converted) == ("ppm", True)
    assert comparison.change == pytest.approx(0)


def test_chosen_stations_are_averaged_and_of_two_sources_the_better_one_answers():
    station, other = StationFactory(city=beijing()), StationFactory(city=beijing())
    link = ProjectAirLinkFactory(city=beijing())
    link.stations.set([station])
    reviewed = SeriesFactory(station=station, source="beijing-prsa", reference_state="273K")
    quick = SeriesFactory(station=station, source="beijing-city-site", reference_state="273K")
    elsewhere = SeriesFactory(station=other, source="beijing-city-site", reference_state="273K")
    for series, mean in ((reviewed, 10.0), (quick, 90.0), (elsewhere, 90.0)):
        for day in [*BASELINE, *EVALUATION]:
            DailyRollup.objects.create(
                series=series, day=datetime.date.fromisoformat(day), n=24, total=24 * mean, max_value=mean
            )

    assert compared(link).baseline.mean == 10.0


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_links_is_compared_in_a_constant_number_of_queries(django_assert_num_queries, count):
    days_of(seoul(), BASELINE | EVALUATION)
    ProjectAirLinkFactory.create_batch(count, city=seoul())
    ProjectAirLinkFactory.create_batch(count, city=seoul(), pollutant="o3")

    with django_assert_num_queries(4):
        compare_all(ProjectAirLink.objects.with_places())
