import datetime

import pytest

from environment.alerts.judging import judge_again, judge_changes
from environment.models import AirChange, Delivery, EarlierDecision, Episode, JudgedUpTo
from tests.environment.alerts.given import LONG_AFTER, at, days_of_beijing, judged, mean_of_seoul
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import hourly_row, seoul_hourly
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db
HIGH = [80, 80, 90, 40, 30]


def told(episode):
    return episode.start, episode.until, episode.highest_stage, episode.state


def test_seoul_is_judged_by_measured_hours(tmp_path):
    mean_of_seoul(tmp_path, HIGH)

    (episode,) = judged()

    assert told(episode) == ("2018-01-16 02:00 KST", "2018-01-16 05:00 KST", "advisory", "ended")
    assert (episode.pollutant, episode.peak_value, episode.unit) == ("pm25", 90, "µg/m³")
    assert (episode.is_published_mean, episode.is_verified) == (True, False)


def test_beijing_is_judged_by_days(tmp_path):
    days_of_beijing(tmp_path, [60, 160, 260, 60])

    (episode,) = judged()

    assert told(episode) == ("2018-01-11", "2018-01-12", "yellow", "ended")
    assert (episode.pollutant, episode.peak_value, episode.stages) == ("", 310, ["blue", "yellow"])


def test_judging_again_changes_nothing(tmp_path):
    mean_of_seoul(tmp_path, HIGH)
    (before,) = judged()

    judge_again(city=seoul(), first=datetime.date(2018, 1, 1), last=datetime.date(2018, 2, 1), now=LONG_AFTER)

    (after,) = judged()
    assert (after.pk, after.number, after.facts) == (before.pk, 1, before.facts)
    assert JudgedUpTo.objects.get(city=seoul()).last_change == AirChange.objects.latest("pk").pk


def test_a_corrected_value_keeps_the_episode_and_what_was_decided_before(tmp_path):
    mean_of_seoul(tmp_path, HIGH)
    (before,) = judged()
    mean_of_seoul(tmp_path, [60], name="corrected.csv")

    (after,) = judged()

    earlier = EarlierDecision.objects.get()
    correction = Delivery.objects.get(name="corrected.csv")
    assert (after.pk, after.number, after.delivery) == (before.pk, 2, correction)
    assert (after.start, earlier.facts) == ("2018-01-16 03:00 KST", before.facts)
    assert (earlier.episode, earlier.number, earlier.delivery) == (after, 1, before.delivery)


def test_an_episode_that_a_correction_takes_away_is_withdrawn(tmp_path):
    mean_of_seoul(tmp_path, HIGH)
    (before,) = judged()
    mean_of_seoul(tmp_path, [60, 60, 60], name="corrected.csv")

    assert judged() == []

    withdrawn = Episode.objects.get()
    assert (withdrawn.pk, withdrawn.state, withdrawn.number) == (before.pk, "withdrawn", 2)
    assert EarlierDecision.objects.get().state == "ended"


def test_a_withdrawn_episode_that_comes_back_is_the_one_it_was(tmp_path):
    mean_of_seoul(tmp_path, HIGH)
    (before,) = judged()
    mean_of_seoul(tmp_path, [60, 60, 60], name="corrected.csv")
    judged()
    mean_of_seoul(tmp_path, HIGH, name="after-all.csv")

    (after,) = judged()

    assert (after.pk, after.state, after.number) == (before.pk, "ended", 3)
    assert list(EarlierDecision.objects.values_list("number", "state")) == [(2, "withdrawn"), (1, "ended")]


def test_an_alert_that_goes_on_is_no_new_decision(tmp_path):
    mean_of_seoul(tmp_path, [80, 80])
    (before,) = judged(at("2018-01-16 02:00"))
    mean_of_seoul(tmp_path, [85, 30], first="2018-01-16 03:00", name="later.csv")

    (after,) = judged(at("2018-01-16 04:00"))

    assert (before.state, before.until) == ("in_force", "2018-01-16 02:00 KST")
    assert (after.pk, after.state, after.until) == (before.pk, "ended", "2018-01-16 04:00 KST")
    assert (after.peak_value, after.number, EarlierDecision.objects.count()) == (85, 1, 0)


def test_an_alert_ends_when_no_values_come_any_more(tmp_path):
    mean_of_seoul(tmp_path, [80, 80])
    judged(at("2018-01-16 02:00"))

    (still,) = judged(at("2018-01-17 01:00"))
    (over,) = judged(at("2018-01-17 02:00"))

    assert (still.state, over.state, over.until) == ("in_force", "without_data", "2018-01-16 02:00 KST")


def test_a_long_alert_is_followed_to_its_end_whatever_part_of_it_changed(tmp_path):
    mean_of_seoul(tmp_path, [80] * 24 * 50 + [30])
    mean_of_seoul(tmp_path, [81], first="2018-01-20 10:00", name="corrected.csv")

    (episode,) = judged()

    assert (episode.start, episode.until) == ("2018-01-16 02:00 KST", "2018-03-07 01:00 KST")


def test_late_hours_join_two_episodes_into_the_longer_one(tmp_path):
    mean_of_seoul(tmp_path, [80, 80, 30, 80, 80, 80, 80, 30])
    short, long = judged()
    mean_of_seoul(tmp_path, [70], first="2018-01-16 03:00", name="corrected.csv")

    (after,) = judged()

    short.refresh_from_db()
    assert (after.pk, after.start, after.until) == (long.pk, short.start, long.until)
    assert short.state == "withdrawn"


def test_only_a_beijing_day_that_is_over_is_judged(tmp_path):
    days_of_beijing(tmp_path, [260, 260])
    evening = datetime.datetime(2018, 1, 11, 15, 30, tzinfo=datetime.UTC)

    (episode,) = judged(evening)

    assert (episode.until, episode.state) == ("2018-01-10", "in_force")


def test_stations_answer_before_the_published_mean_where_half_of_them_are_there(tmp_path):
    mean_of_seoul(tmp_path, [80, 80, 30])
    labels = ["201801160100", "201801160200", "201801160300"]
    rows = [
        hourly_row(label, station, pm25=value)
        for station, value in (("종로구", 20), ("중구", 30))
        for label in labels
    ]
    take_in("seoul-hourly", seoul_hourly(tmp_path / "stations.csv", *rows))

    assert judged() == []


def test_ozone_is_that_of_the_highest_station(tmp_path):
    rows = [
        hourly_row("202006011500", station).replace('"0.016"', f'"{ozone}"')
        for station, ozone in (("종로구", "0.020"), ("중구", "0.130"))
    ]
    rows += [hourly_row("202006011600", station) for station in ("종로구", "중구")]
    take_in("seoul-hourly", seoul_hourly(tmp_path / "stations.csv", *rows))

    (episode,) = judged()

    assert (episode.pollutant, episode.peak_value, episode.until) == ("o3", 0.13, "2020-06-01 16:00 KST")


def test_a_city_whose_rules_are_none_of_ours_has_no_alerts(tmp_path):
    mean_of_seoul(tmp_path, HIGH)
    city = seoul()
    city.index_rules = city.IndexRules.US_EPA
    city.save()

    assert judged() == []
    assert JudgedUpTo.objects.get(city=city).last_change == AirChange.objects.latest("pk").pk


def test_a_minute_in_which_nothing_changed_costs_six_queries(django_assert_num_queries):
    city = beijing()
    judge_changes(city=city, now=LONG_AFTER)

    with django_assert_num_queries(6):
        judge_changes(city=city, now=LONG_AFTER)
