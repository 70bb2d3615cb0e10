import datetime

import pytest

from environment.effects.computing import find
from environment.effects.findings import Reason, What
from environment.models import DailyRollup, ProjectAirLink
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.city_day import days_of
from tests.factories.series import SeriesFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

BASELINE = {"2016-05-01": 40.0, "2016-05-02": 60.0}
EVALUATION = {"2017-05-01": 20.0, "2017-05-02": 50.0}


def found(link):
    return find(ProjectAirLink.objects.with_places().get(pk=link.pk))


def estimates(link):
    return {estimate.what: estimate for estimate in found(link).estimates}


def values(link):
    return {what: estimate.value for what, estimate in estimates(link).items()}


def test_both_means_and_their_difference():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION)

    figures = values(link)

    assert (figures[What.BASELINE], figures[What.EVALUATION]) == (50.0, 35.0)
    assert (figures[What.CHANGE], figures[What.CHANGE_PERCENT]) == (-15.0, pytest.approx(-30.0))


def test_every_figure_lies_in_its_interval():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION)

    given = [estimate for estimate in estimates(link).values() if not estimate.reason]

    assert len(given) == 4
    assert all(estimate.low <= estimate.value <= estimate.high for estimate in given)


def test_the_last_day_counts_and_the_days_around_do_not():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION | {"2016-04-30": 900.0, "2016-05-03": 900.0})

    assert values(link)[What.BASELINE] == 50.0


@pytest.mark.parametrize(("hours", "reason"), [(18, ""), (17, Reason.TOO_LITTLE)])
def test_below_three_quarters_of_the_values_there_is_no_number(hours, reason):
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE, n=hours)
    days_of(seoul(), EVALUATION)

    figures = estimates(link)

    assert [figures[what].reason for what in (What.BASELINE, What.CHANGE, What.CHANGE_PERCENT)] == 3 * [
        reason
    ]
    assert (figures[What.EVALUATION].reason, figures[What.EVALUATION].value) == ("", 35.0)
    counts = figures[What.CHANGE]
    assert (counts.n, counts.expected, counts.needed) == (2 * hours, 48, 36)


def test_without_any_value_nothing_is_found():
    figures = estimates(ProjectAirLinkFactory(city=seoul()))

    assert {estimate.reason for estimate in figures.values()} == {Reason.TOO_LITTLE}


def test_daily_means_answer_where_no_hours_do():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION, n=1, averaging="day", source="seoul-daily")

    assert (found(link).finding.averaging, values(link)[What.CHANGE]) == ("day", -15.0)


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

    finding, figures = found(link).finding, values(link)

    assert (finding.unit, finding.was_converted) == ("ppm", True)
    assert figures[What.BASELINE] == pytest.approx(figures[What.EVALUATION])


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

    assert values(link)[What.BASELINE] == 10.0


def test_the_same_values_give_the_same_fingerprint_and_the_same_intervals():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION)

    first, second = found(link), found(link)

    assert first.finding.fingerprint == second.finding.fingerprint
    assert [(one.low, one.high) for one in first.estimates] == [
        (one.low, one.high) for one in second.estimates
    ]


def test_another_value_gives_another_fingerprint():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | {"2017-05-01": 20.0})
    before = found(link).finding.fingerprint

    days_of(seoul(), {"2017-05-02": 50.0})

    assert found(link).finding.fingerprint != before
