import datetime
from itertools import pairwise

import holidays
import pytest
from django.utils import translation

from committee.workdays.countries import counting
from committee.workdays.days import (
    common_working_days_before,
    has_holidays,
    is_announced,
    is_made_up,
    is_worked,
    last_common_working_day_before,
    next_common_working_day,
    public_holiday,
)
from committee.workdays.naming import in_words


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "seoul_works", "beijing_works"),
    [
        ("2026-02-13", True, True),
        ("2026-02-14", False, True),  # a Saturday, worked in China for the twentieth
        ("2026-02-15", False, False),
        ("2026-02-16", False, False),  # the eve of the lunar New Year
        ("2026-02-19", True, False),
        ("2026-02-20", True, False),
        ("2026-02-24", True, True),
        ("2026-09-20", False, True),  # a Sunday
        ("2026-10-03", False, False),
        ("2026-10-05", False, False),  # Korea's alternative for the third
        ("2026-10-07", True, False),
        ("2026-10-10", False, True),
    ],
)
def test_each_country_works_on_its_own_days(on, seoul_works, beijing_works):
    assert (is_worked("KR", day(on)), is_worked("CN", day(on))) == (seoul_works, beijing_works)


def test_the_lunar_new_year_of_2027_is_a_day_earlier_in_china():
    korean, chinese = "Korean New Year", "Chinese New Year (Spring Festival)"

    found = [
        (public_holiday("KR", day(on)), public_holiday("CN", day(on))) for on in ("2027-02-06", "2027-02-07")
    ]

    assert found == [(f"The day preceding {korean}", chinese), (korean, chinese)]


@pytest.mark.parametrize(
    ("on", "counted"),
    [
        ("2026-02-13", "2026-02-13"),
        ("2026-02-14", "2026-02-24"),
        ("2026-02-23", "2026-02-24"),
        ("2026-09-30", "2026-09-30"),
        ("2026-10-01", "2026-10-08"),
        ("2026-10-10", "2026-10-12"),
        ("2026-12-31", "2026-12-31"),
        ("2027-01-01", "2027-01-04"),
    ],
)
def test_the_next_common_working_day_is_worked_in_both(on, counted):
    assert next_common_working_day(day(on)) == day(counted)


@pytest.mark.parametrize(
    ("before", "last"),
    [("2026-10-08", "2026-09-30"), ("2026-10-09", "2026-10-08"), ("2026-02-24", "2026-02-13")],
)
def test_the_last_common_working_day_lies_before_the_days_off(before, last):
    assert last_common_working_day_before(day(before)) == day(last)


def test_working_days_are_counted_back_over_the_national_day_week():
    assert [common_working_days_before(day("2026-10-12"), count) for count in (1, 2, 3)] == [
        day("2026-10-08"),
        day("2026-09-30"),
        day("2026-09-29"),
    ]


def test_going_back_and_going_on_meet():
    days = [day("2026-01-01") + datetime.timedelta(days=number) for number in range(400)]

    counted = [next_common_working_day(one) for one in days]

    assert all(earlier <= later for earlier, later in pairwise(counted))
    for one, its in zip(days, counted, strict=True):
        assert (one <= last_common_working_day_before(day("2026-10-12"))) == (its < day("2026-10-12"))


def test_a_weekend_that_is_worked_is_told_from_other_days():
    assert [is_made_up("CN", day(on)) for on in ("2026-10-10", "2026-10-11", "2026-10-12")] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("country", "year", "announced"),
    [("CN", 2026, True), ("CN", 2090, False), ("KR", 2090, True), ("XX", 2026, True)],
)
def test_china_announces_the_weekends_that_are_worked_year_by_year(country, year, announced):
    assert is_announced(country, year) is announced


def test_a_country_that_is_not_known_has_weekends_alone():
    assert has_holidays("XX") is False
    assert public_holiday("XX", day("2026-01-01")) == ""
    with counting("XX"):
        assert next_common_working_day(day("2026-01-01")) == day("2026-01-01")
        assert next_common_working_day(day("2026-01-03")) == day("2026-01-05")


def test_the_day_off_of_a_third_country_counts_too():
    with counting("KR", "CN", "JP"):
        assert next_common_working_day(day("2026-11-03")) == day("2026-11-04")


@pytest.mark.parametrize("country", ["KR", "CN"])
def test_every_holiday_of_these_years_has_words_of_ours(country):
    named = holidays.country_holidays(country, years=range(2016, 2041), language="en_US").values()

    with translation.override("ko"):
        untranslated = {name for name in named if in_words(name).isascii()}

    assert untranslated == set()


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", "추석; 개천절"), ("zh-hans", "中秋节; 开天节"), ("en", "Chuseok; National Foundation Day")],
)
def test_two_holidays_on_one_day_are_both_named(language, words):
    with translation.override(language):
        assert public_holiday("KR", day("2028-10-03")) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Chuseok (estimated)", "추석(추정)"),
        ("National Day (observed, estimated)", "국경절 대체 휴일(추정)"),
        ("Alternative holiday for Children's Day", "어린이날 대체 휴일"),
        ("Day off (substituted from 10/10/2026)", "2026년 10월 10일 근무 대체 휴무일"),
        ("A feast nobody knows yet", "A feast nobody knows yet"),
    ],
)
def test_a_mark_of_the_library_is_said_in_words(name, words):
    with translation.override("ko"):
        assert in_words(name) == words
