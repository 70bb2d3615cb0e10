"""Alerts of the published files against what was computed from them elsewhere."""

import pytest

from tests.environment.alerts.given import judged
from tests.environment.measurements.receiving import take_in

pytestmark = [pytest.mark.django_db, pytest.mark.shared_files]


def test_the_episodes_of_seoul_in_2018_follow_from_the_published_mean(shared_files):
    take_in("seoul-city-mean", shared_files / "seoul/city-mean/seoul-air-2018.csv")

    episodes = judged()

    golden = next(each for each in episodes if each.pollutant == "pm25")
    assert (golden.exactly(golden.start_hour), golden.exactly(golden.until_hour)) == (
        "2018-01-15T22:00:00+09:00",
        "2018-01-18T20:00:00+09:00",
    )
    assert (golden.peak_value, golden.highest_stage, golden.state) == (108, "advisory", "ended")
    by_pollutant = [each.pollutant for each in episodes]
    assert [by_pollutant.count(one) for one in ("pm25", "pm10", "o3")] == [9, 3, 8]
    assert {each.thread for each in episodes} == {None}
