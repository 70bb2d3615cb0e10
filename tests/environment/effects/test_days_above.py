import datetime

import pytest

from environment.effects.computing import find
from environment.effects.findings import DaysAbove
from environment.models import DailyRollup
from tests.environment.effects.given import TERMS, link_of
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.city_day import days_of
from tests.factories.series import SeriesFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

BASELINE = {"2016-05-01": 40.0, "2016-05-02": 60.0}
EVALUATION = {"2017-05-01": 20.0, "2017-05-02": 50.0}


def counts(link, period=DaysAbove.Period.BASELINE):
    return [
        (each.standard, each.limit, each.days, each.valid_days)
        for each in find(link).days_above
        if each.period == period
    ]


def test_days_are_held_against_both_countries_standards_the_own_first_and_the_who_guideline():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION)

    assert counts(link) == [
        ("KR ambient standard", 50, 1, 2),
        ("GB 3095-2012 II", 75, 0, 2),
        ("WHO 2021 AQG", 15, 2, 2),
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

    assert counts(link)[:2] == [("KR ambient standard", 50, 0, 1), ("KR ambient standard", 35, 1, 1)]


def test_a_day_at_the_limit_is_not_above_it():
    link = ProjectAirLinkFactory(city=beijing())
    days_of(beijing(), {"2016-05-01": 75.0, "2016-05-02": 75.1} | EVALUATION, source="beijing-city-site")

    assert counts(link)[0] == ("GB 3095-2012 II", 75, 1, 2)


def test_what_was_not_read_in_a_published_text_says_so():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), BASELINE | EVALUATION)

    verified = {each.standard: each.is_verified for each in find(link).days_above}

    assert verified == {"KR ambient standard": False, "GB 3095-2012 II": True, "WHO 2021 AQG": True}


def test_a_period_without_enough_values_counts_no_days():
    link = ProjectAirLinkFactory(city=seoul())
    days_of(seoul(), {"2016-05-01": 40.0} | EVALUATION)

    assert counts(link) == []
    assert len(counts(link, DaysAbove.Period.EVALUATION)) == 3


def test_ozone_is_held_by_its_highest_eight_hours_and_a_limit_in_ppm_against_mass():
    station = StationFactory(city=beijing())
    series = SeriesFactory(station=station, pollutant="o3", source="beijing-prsa", reference_state="273K")
    # Korea's 0.06 ppm are 128.6 µg/m³ at 273 K, WHO's 100 µg/m³ at 298.15 K are 109.2 at 273 K.
    for day, highest in (
        ("2016-05-01", 128.0),
        ("2016-05-02", 129.0),
        ("2017-05-01", 109.0),
        ("2017-05-02", 110.0),
    ):
        DailyRollup.objects.create(
            series=series,
            day=datetime.date.fromisoformat(day),
            n=24,
            total=240,
            max_value=10,
            max_8h_mean=highest,
        )
    short = {"baseline_until": datetime.date(2016, 5, 2), "evaluation_until": datetime.date(2017, 5, 2)}

    link = link_of(station, pollutant="o3", **(TERMS | short))

    assert [(each.standard, each.averaging, each.days) for each in find(link).days_above] == [
        ("GB 3095-2012 II", "8h", 0),
        ("GB 3095-2012 II", "8h", 0),
        ("KR ambient standard", "8h", 1),
        ("KR ambient standard", "8h", 0),
        ("WHO 2021 AQG", "8h", 2),
        ("WHO 2021 AQG", "8h", 1),
    ]
