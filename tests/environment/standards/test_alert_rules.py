import datetime

import pytest

from environment.standards import advisory_rule, warning_plan

AFTER_2023 = datetime.date(2024, 1, 1)


def test_korea_raises_and_releases_at_its_own_thresholds():
    rule = advisory_rule("pm25", datetime.date(2018, 1, 15))

    stages = [(stage.name, stage.issue, stage.hours, stage.release) for stage in rule.stages]
    assert stages == [("advisory", 75, 2, 35), ("warning", 150, 2, 75)]
    assert (rule.area, rule.in_force_from_verified) == ("mean", False)


def test_ozone_is_judged_by_the_highest_station():
    assert advisory_rule("o3", datetime.date(2020, 6, 1)).area == "highest"


@pytest.mark.parametrize(
    ("day", "run", "level"),
    [
        (AFTER_2023, [150], None),
        (AFTER_2023, [201], "yellow"),
        (AFTER_2023, [151, 160], "yellow"),
        (AFTER_2023, [201, 202], "orange"),
        (AFTER_2023, [201, 301, 201], "red"),
        (AFTER_2023, [301, 100, 201], "yellow"),
        (datetime.date(2017, 1, 3), [250], "blue"),
        (datetime.date(2017, 1, 3), [250, 310, 250], "orange"),
        (datetime.date(2014, 1, 3), [310, 310, 310], "red"),
        (datetime.date(2014, 1, 3), [310], "yellow"),
    ],
)
def test_beijing_judges_days_in_a_row_by_the_plan_of_the_day(day, run, level):
    found = warning_plan(day).level(run)

    assert (found and found.name) == level


def test_before_the_first_plan_there_is_none():
    assert warning_plan(datetime.date(2013, 1, 12)) is None
