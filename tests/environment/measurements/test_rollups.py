import datetime

import pytest

from environment.models import CityDailyRollup, DailyRollup
from tests.environment.measurements.receiving import day_of, take_in
from tests.factories.air_files import (
    city_mean,
    city_site,
    hourly_row,
    prsa,
    prsa_row,
    seoul_daily,
    seoul_hourly,
)

pytestmark = pytest.mark.django_db

MAY_1, APRIL_30 = datetime.date(2016, 5, 1), datetime.date(2016, 4, 30)


def hours(values, day="20160501"):
    """Return rows of one station, the first one labelled 1, a gap for each None."""
    return [f"{day},{hour},PM2.5,{value}" for hour, value in enumerate(values, 1) if value is not None]


def test_the_hour_labelled_midnight_belongs_to_the_day_before(tmp_path):
    rows = ["20160501,0,PM2.5,10", "20160501,1,PM2.5,20", "20160501,23,PM2.5,30"]

    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows, stations=["东四"]))

    assert day_of("dongsi", "pm25", APRIL_30).n == 1
    assert day_of("dongsi", "pm25", APRIL_30).mean == 10.0
    assert (day_of("dongsi", "pm25", MAY_1).n, day_of("dongsi", "pm25", MAY_1).mean) == (2, 25.0)


def test_a_day_knows_its_highest_hour_and_its_highest_eight_hours(tmp_path):
    rows = hours([1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 2, 2, 2, 2, 2, 2, 30])

    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows, stations=["东四"]))

    day = day_of("dongsi", "pm25", MAY_1)
    assert day.max_value == 30.0
    assert day.max_8h_mean == 9.0


def test_eight_hours_count_with_six_of_them_known(tmp_path):
    rows = hours([12, 12, None, 12, 12, None, 12, 12])

    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows, stations=["东四"]))

    assert day_of("dongsi", "pm25", MAY_1).max_8h_mean == 12.0


def test_eight_hours_do_not_count_with_five_of_them_known(tmp_path):
    rows = hours([12, 12, None, 12, 12, None, 12, None])

    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows, stations=["东四"]))

    assert day_of("dongsi", "pm25", MAY_1).max_8h_mean is None


def test_eight_hours_lie_within_the_day(tmp_path):
    rows = [f"20160501,{hour},PM2.5,50" for hour in range(19, 24)]
    rows += [f"20160502,{hour},PM2.5,50" for hour in range(4)]

    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows, stations=["东四"]))

    assert day_of("dongsi", "pm25", MAY_1).n == 6
    assert day_of("dongsi", "pm25", MAY_1).max_8h_mean == 50.0
    assert day_of("dongsi", "pm25", datetime.date(2016, 5, 2)).max_8h_mean is None


def test_a_late_hour_changes_its_day_only(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *hours([10, 20]), stations=["东四"]))
    take_in("beijing-city-site", city_site(tmp_path / "b.csv", "20160502,5,PM2.5,70", stations=["东四"]))

    take_in("beijing-city-site", city_site(tmp_path / "c.csv", "20160501,3,PM2.5,30", stations=["东四"]))

    assert (day_of("dongsi", "pm25", MAY_1).n, day_of("dongsi", "pm25", MAY_1).mean) == (3, 20.0)
    assert day_of("dongsi", "pm25", datetime.date(2016, 5, 2)).mean == 70.0


def test_a_correction_changes_the_day(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *hours([10, 20]), stations=["东四"]))

    take_in("beijing-city-site", city_site(tmp_path / "b.csv", "20160501,2,PM2.5,40", stations=["东四"]))

    assert day_of("dongsi", "pm25", MAY_1).mean == 25.0
    assert CityDailyRollup.objects.get(pollutant="pm25", day=MAY_1).total == 50.0


def test_a_published_daily_mean_is_one_value_of_its_day(tmp_path):
    take_in("seoul-daily", seoul_daily(tmp_path / "2016.csv", "20160501,종로구,0.04,0.006,0.8,0.005,73,44"))

    day = day_of("111123", "pm25", MAY_1)
    assert (day.n, day.mean, day.max_value, day.max_8h_mean) == (1, 44.0, 44.0, None)


def test_a_city_pools_the_hours_of_its_stations(tmp_path):
    path = city_site(tmp_path / "a.csv", "20160501,1,PM2.5,10,20", "20160501,2,PM2.5,60,")

    take_in("beijing-city-site", path)

    pooled = CityDailyRollup.objects.get(pollutant="pm25", day=MAY_1)
    assert (pooled.stations, pooled.n, pooled.total, pooled.max_value) == (2, 3, 90.0, 60.0)


def test_a_station_in_two_sources_counts_once_and_the_reviewed_one_answers(tmp_path):
    live = [f"20160501,{hour},PM2.5,100,10" for hour in range(1, 24)]
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *live))

    take_in("beijing-prsa", prsa(tmp_path / "b.csv", *[prsa_row(1, hour, pm25=50) for hour in range(1, 24)]))

    pooled = CityDailyRollup.objects.filter(pollutant="pm25", day=MAY_1).order_by("source")
    assert [(row.source, row.stations, row.n, row.total) for row in pooled] == [
        ("beijing-city-site", 1, 23, 230.0),
        ("beijing-prsa", 1, 23, 1150.0),
    ]


def test_a_reviewed_file_with_few_hours_does_not_hide_a_whole_day(tmp_path):
    live = [f"20160501,{hour},PM2.5,100,10" for hour in range(1, 24)]
    take_in("beijing-prsa", prsa(tmp_path / "b.csv", *[prsa_row(1, hour, pm25=50) for hour in range(1, 4)]))

    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *live))

    pooled = CityDailyRollup.objects.get(pollutant="pm25", day=MAY_1)
    assert (pooled.source, pooled.stations, pooled.n) == ("beijing-city-site", 2, 46)


def test_the_published_mean_of_a_city_stays_out_of_the_mean_over_stations(tmp_path):
    take_in("seoul-hourly", seoul_hourly(tmp_path / "a.csv", hourly_row("202001010100", pm25=31)))

    take_in(
        "seoul-city-mean", city_mean(tmp_path / "b.csv", "0,2020-01-01 01:00,17,31,0.018,0.021,0.4,0.005")
    )

    pooled = CityDailyRollup.objects.filter(pollutant="pm25").order_by("is_published_mean")
    assert [(row.is_published_mean, row.total) for row in pooled] == [(False, 31.0), (True, 17.0)]


def test_an_import_that_changes_nothing_leaves_the_days_alone(tmp_path):
    path = city_site(tmp_path / "a.csv", *hours([10, 20]), stations=["东四"])
    take_in("beijing-city-site", path)
    DailyRollup.objects.update(total=-1)

    take_in("beijing-city-site", path)

    assert day_of("dongsi", "pm25", MAY_1).total == -1
