import datetime
import math

import pytest

from environment.standards import (
    NoRule,
    NotAConcentration,
    index,
    nowcast,
    rule_for,
    rule_named,
    sub_index,
)


@pytest.mark.parametrize(
    ("rule", "pollutant", "averaging", "concentration", "value"),
    [
        ("kr-cai", "pm25", "24h", 35, 100),
        ("kr-cai", "pm25", "24h", 36, 101),
        ("kr-cai", "pm25", "24h", 35.4, 100),
        ("kr-cai", "pm25", "24h", 35.5, 101),
        ("kr-cai", "no2", "1h", 0.0305, 51),
        ("kr-cai", "o3", "1h", 0.6, 500),
        ("cn-hj633-2012", "pm25", "24h", 35, 50),
        ("cn-hj633-2012", "pm25", "24h", 35.1, 51),
        ("cn-hj633-2012", "pm25", "24h", 75, 100),
        ("cn-hj633-2026", "pm25", "24h", 60, 100),
        ("cn-hj633-2026", "pm25", "24h", 60.5, 100),
        ("cn-hj633-2026", "pm25", "24h", 61.5, 102),
        ("cn-hj633-2026", "pm10", "24h", 120, 100),
        ("us-epa-2012", "pm25", "24h", 35.9, 102),
        ("us-epa-2012", "pm25", "24h", 12.0, 50),
        ("us-epa-2012", "pm25", "24h", 500.4, 500),
        ("us-epa-2024", "pm25", "24h", 9.0, 50),
        ("us-epa-2024", "pm25", "24h", 9.09, 50),
        ("us-epa-2024", "pm25", "24h", 35.9, 102),
        ("us-epa-2024", "o3", "8h", 0.0788, 126),
        ("us-epa-2024", "co", "8h", 8.4, 90),
        ("us-epa-2024", "pm10", "24h", 604.9, 500),
    ],
)
def test_a_sub_index_is_the_published_one(rule, pollutant, averaging, concentration, value):
    assert sub_index(rule, pollutant, concentration, averaging).value == value


@pytest.mark.parametrize(
    ("rule", "pollutant", "averaging", "concentration", "value", "is_at_least"),
    [
        ("kr-cai", "pm10", "24h", 900, 500, True),
        ("cn-hj633-2012", "pm25", "24h", 900, 500, True),
        ("cn-hj633-2012", "so2", "1h", 801, None, True),
        ("cn-hj633-2012", "o3", "8h", 801, None, True),
        ("cn-hj633-2026", "so2", "1h", 801, 200, True),
        ("cn-hj633-2026", "o3", "8h", 801, 300, True),
        ("us-epa-2024", "so2", "1h", 500, 200, True),
        ("us-epa-2024", "pm25", "24h", 425.3, 699, False),
        ("us-epa-2024", "o3", "1h", 0.1, None, False),
    ],
)
def test_above_and_below_a_table_each_rule_has_its_own_word(
    rule, pollutant, averaging, concentration, value, is_at_least
):
    found = sub_index(rule, pollutant, concentration, averaging)

    assert (found.value, found.is_at_least) == (value, is_at_least)


def test_the_lowest_index_of_2026_is_one():
    assert (
        sub_index("cn-hj633-2012", "co", 0, "24h").value,
        sub_index("cn-hj633-2026", "co", 0, "24h").value,
    ) == (0, 1)


def test_an_averaging_period_without_a_table_gives_no_index():
    found = sub_index("kr-cai", "o3", 0.05, "8h")

    assert (found.value, found.category) == (None, None)


@pytest.mark.parametrize("value", [-0.1, math.nan, math.inf])
def test_what_is_no_concentration_is_refused(value):
    with pytest.raises(NotAConcentration, match="is no concentration"):
        sub_index("kr-cai", "pm25", value, "24h")


def test_unknown_words_are_refused_with_the_known_ones():
    with pytest.raises(NotAConcentration, match="There are: pm25, pm10, o3, no2, so2, co"):
        sub_index("kr-cai", "pm1", 3, "24h")
    with pytest.raises(NotAConcentration, match="There are: hour, 1h"):
        sub_index("kr-cai", "pm25", 3, "week")
    with pytest.raises(NoRule, match="There are: kr-cai, cn-hj633-2012"):
        sub_index("in-naqi", "pm25", 3, "24h")


CLEAN = {"pm25": 10, "pm10": 20, "o3": 0.02, "no2": 0.02, "so2": 0.002, "co": 0.3}


@pytest.mark.parametrize(
    ("changes", "value"),
    [({"pm25": 37}, 105), ({"pm25": 37, "no2": 0.07}, 161), ({"pm25": 37, "no2": 0.07, "pm10": 90}, 195)],
)
def test_korea_adds_for_several_unhealthy_pollutants(changes, value):
    assert index("kr-cai", CLEAN | changes).value == value


def test_korea_gives_no_index_without_one_of_four_pollutants():
    found = index("kr-cai", CLEAN | {"no2": None, "so2": None})

    assert (found.value, found.category, found.missing) == (None, None, ("no2",))


def test_the_rule_of_2026_is_silent_on_good_air_with_a_gap():
    of_2012, of_2026 = (index(rule, {"pm25": 50}) for rule in ("cn-hj633-2012", "cn-hj633-2026"))
    bad = index("cn-hj633-2026", {"pm25": 80})

    assert (of_2012.value, of_2026.value, bad.value) == (69, None, 119)


def test_china_names_a_responsible_pollutant_above_fifty_only():
    good = index("cn-hj633-2012", {"pm25": 30, "pm10": 40})
    tied = index("cn-hj633-2012", {"pm25": 75, "pm10": 150, "o3": 100})

    assert (good.value, good.responsible_pollutant) == (43, None)
    assert (tied.value, tied.category.name, tied.responsible) == (100, "Good", ("pm25", "pm10"))


def test_a_concentration_may_name_its_averaging_period():
    found = index("cn-hj633-2012", {("pm25", "24h"): 30, ("o3", "1h"): 160.6})

    assert (found.value, found.responsible_pollutant) == (51, "o3")


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("KR", datetime.date(2018, 3, 26), "kr-cai"),
        ("KR", datetime.date(2026, 11, 24), "kr-cai"),
        ("CN", datetime.date(2026, 2, 28), "cn-hj633-2012"),
        ("CN", datetime.date(2026, 3, 1), "cn-hj633-2026"),
        ("cn", datetime.datetime(2026, 3, 1, 8), "cn-hj633-2026"),
        ("US", datetime.date(2024, 5, 5), "us-epa-2012"),
        ("US", datetime.date(2024, 5, 6), "us-epa-2024"),
    ],
)
def test_the_rule_follows_from_the_day_of_the_observation(country, day, name):
    assert rule_for(country, day).name == name


def test_ozone_of_the_us_was_tightened_at_the_end_of_2015():
    before, after = (rule_for("US", datetime.date(2015, 12, day)) for day in (27, 28))

    assert [sub_index(rule, "o3", 0.087, "8h").value for rule in (before, after)] == [129, 154]
    assert rule_named("us-epa-2012") == after


def test_words_of_the_standards_are_understood():
    plain = index("cn-hj633-2012", {("pm25", "24h"): 30, ("o3", "1h"): 160.6})

    for other in (
        {"pm25_24h": 30, "o3_1h": 160.6},
        {"PM2.5_24h": 30, "O3_1h_max": 160.6},
        {("PM2.5", "NowCast"): 30, ("O3", "1H"): 160.6},
    ):
        assert index("cn-hj633-2012", other) == plain


def test_before_the_first_rule_there_is_none():
    with pytest.raises(NoRule, match="no air-quality index of CN is known for 2010-01-01"):
        rule_for("CN", datetime.date(2010, 1, 1))


def test_korea_judged_fine_particles_more_mildly_before_march_2018():
    before, after = (rule_for("KR", datetime.date(2018, 3, day)) for day in (26, 27))

    assert [sub_index(rule, "pm25", 50, "24h").value for rule in (before, after)] == [100, 154]
    assert (before.verified, after.verified, rule_named("kr-cai")) == (False, True, after)


def test_nowcast_leans_to_the_latest_hours():
    rising = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100.0]

    assert nowcast([10.0] * 12) == 10.0
    assert nowcast(rising) == pytest.approx(100 / (2 - 0.5**11))
    assert nowcast([10.0] * 10 + [None, None]) is None
