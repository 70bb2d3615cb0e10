import datetime
from zoneinfo import ZoneInfo

import pytest

from environment.measurements.latest import latest_hour
from environment.measurements.queries import days_with_values, series_table
from environment.models import Station
from tests.environment.measurements.receiving import table, take_in
from tests.factories.air_files import (
    city_mean,
    city_site,
    hourly_row,
    prsa,
    prsa_row,
    seoul_daily,
    seoul_hourly,
)
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db


def station(code):
    return Station.objects.get(code=code)


def test_hours_of_a_station_show_gaps(tmp_path):
    rows = ["20160501,1,PM2.5,41,43", "20160501,3,PM2.5,45,47"]
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows))

    found = table(beijing(), "pm25", "hour", "2016-05-01", "2016-05-02", station=station("dongsi"))

    assert found[:3] == [
        ("2016-05-01 00", 1, 1, 41.0, "beijing-city-site"),
        ("2016-05-01 01", 0, 1, None, ""),
        ("2016-05-01 02", 1, 1, 45.0, "beijing-city-site"),
    ]
    assert len(found) == 24


def test_hours_of_a_city_are_means_over_its_stations(tmp_path):
    take_in(
        "beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,40,50", "20160501,2,PM2.5,60,")
    )

    found = table(beijing(), "pm25", "hour", "2016-05-01", "2016-05-02")

    assert found[:2] == [
        ("2016-05-01 00", 2, 2, 45.0, "beijing-city-site"),
        ("2016-05-01 01", 1, 2, 60.0, "beijing-city-site"),
    ]


def test_starts_are_local_and_say_their_offset(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,40,50"))

    (row,) = series_table(
        city=beijing(),
        pollutant="pm25",
        period="day",
        start=datetime.date(2016, 5, 1),
        end=datetime.date(2016, 5, 2),
    )

    assert row.start == datetime.datetime(2016, 5, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert row.start.isoformat() == "2016-05-01T00:00:00+08:00"


def test_a_day_expects_every_hour_of_every_station(tmp_path):
    take_in(
        "beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,40,50", "20160501,2,PM2.5,60,")
    )

    found = table(beijing(), "pm25", "day", "2016-04-01", "2016-06-01")

    assert found == [("2016-05-01 00", 3, 48, 50.0, "beijing-city-site")]


def test_the_end_is_exclusive_and_cuts_a_month(tmp_path):
    rows = [f"201605{day:02},1,PM2.5,{day},{day}" for day in range(1, 32)]
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows))

    found = table(beijing(), "pm25", "month", "2016-05-11", "2016-05-21", station=station("dongsi"))

    assert found == [("2016-05-11 00", 10, 240, 15.5, "beijing-city-site")]


def test_part_of_a_year_expects_the_whole_year(tmp_path):
    rows = [f"201605{day:02},1,PM2.5,{day},{day}" for day in range(1, 32)]
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows))

    found = table(beijing(), "pm25", "year", "2016-01-01", "2017-01-01", station=station("dongsi"))

    assert found == [("2016-01-01 00", 31, 366 * 24, 16.0, "beijing-city-site")]


def test_a_station_that_shares_one_midnight_with_a_month_is_not_expected_in_it(tmp_path):
    rows = ["20160501,0,PM2.5,99,99", *[f"201605{day:02},1,PM2.5,1,1" for day in range(1, 32)]]
    take_in("beijing-prsa", prsa(tmp_path / "b.csv", prsa_row(1, 1, station="Wanliu")))
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows))

    found = table(beijing(), "pm25", "month", "2016-04-01", "2016-06-01")

    assert [(start, expected) for start, _, expected, *_ in found] == [
        ("2016-04-01 00", 2 * 30 * 24),
        ("2016-05-01 00", 2 * 31 * 24),
    ]


def test_the_reviewed_source_answers_and_another_can_be_asked_for(tmp_path):
    live = [f"20160501,{hour},PM2.5,100,10" for hour in range(1, 24)]
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *live))
    take_in("beijing-prsa", prsa(tmp_path / "b.csv", *[prsa_row(1, hour, pm25=50) for hour in range(1, 24)]))

    of_station = table(beijing(), "pm25", "day", "2016-05-01", "2016-05-02", station=station("dongsi"))
    of_city = table(beijing(), "pm25", "day", "2016-05-01", "2016-05-02")
    asked_for = table(beijing(), "pm25", "day", "2016-05-01", "2016-05-02", source="beijing-city-site")
    hourly = table(beijing(), "pm25", "hour", "2016-05-01", "2016-05-02", station=station("dongsi"))

    assert of_station == [("2016-05-01 00", 23, 24, 50.0, "beijing-prsa")]
    assert of_city == [("2016-05-01 00", 46, 48, 30.0, "beijing-city-site+beijing-prsa")]
    assert asked_for == [("2016-05-01 00", 46, 48, 55.0, "beijing-city-site")]
    assert {(n, mean, source) for _, n, _, mean, source in hourly} == {
        (1, 50.0, "beijing-prsa"),
        (0, None, ""),
    }


def test_units_that_differ_by_a_prefix_are_pooled_in_the_one_of_most_values(tmp_path):
    live = [f"20160501,{hour},CO,9,1" for hour in range(1, 24)]
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *live, stations=["东四", "前门"]))
    take_in("beijing-prsa", prsa(tmp_path / "b.csv", *[prsa_row(1, hour, co=3000) for hour in range(1, 23)]))

    (row,) = series_table(
        city=beijing(),
        pollutant="co",
        period="day",
        start=datetime.date(2016, 5, 1),
        end=datetime.date(2016, 5, 2),
    )

    assert (row.n, row.unit, row.max) == (45, "mg/m³", 3.0)
    assert row.mean == pytest.approx((22 * 3 + 23 * 1) / 45)


def test_values_at_different_reference_states_are_never_averaged(tmp_path):
    rows = ["20180831,1,NO2,100,100", "20180903,1,NO2,90,90", "20180903,2,NO2,90,90"]
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows))

    rows = series_table(
        city=beijing(),
        pollutant="no2",
        period="year",
        start=datetime.date(2018, 1, 1),
        end=datetime.date(2019, 1, 1),
    )

    assert [(row.reference_state, row.n, row.mean) for row in rows] == [("298K", 4, 90.0), ("273K", 2, 100.0)]


def test_daily_means_answer_where_stations_sent_no_hours(tmp_path):
    rows = ["20191231,종로구,0.04,0.006,0.8,0.005,73,44", "20191231,중구,0.04,0.006,0.8,0.005,73,46"]
    take_in("seoul-daily", seoul_daily(tmp_path / "2019.csv", *rows))
    take_in("seoul-hourly", seoul_hourly(tmp_path / "2020.01.csv", hourly_row("202001010000", pm25=99)))

    found = table(seoul(), "pm25", "day", "2019-12-31", "2020-01-01")

    assert found == [("2019-12-31 00", 2, 2, 45.0, "seoul-daily")]


def test_the_published_mean_answers_where_no_station_does(tmp_path):
    take_in(
        "seoul-city-mean", city_mean(tmp_path / "a.csv", "0,2018-01-01 01:00,17,31,0.018,0.021,0.4,0.005")
    )

    by_day = table(seoul(), "pm25", "day", "2018-01-01", "2018-01-02")
    by_hour = table(seoul(), "pm25", "hour", "2018-01-01", "2018-01-02")

    assert by_day == [("2018-01-01 00", 1, 24, 17.0, "seoul-city-mean")]
    assert by_hour[0] == ("2018-01-01 00", 1, 1, 17.0, "seoul-city-mean")


def test_a_city_without_values_has_no_rows():
    assert table(seoul(), "pm25", "year", "2018-01-01", "2019-01-01") == []
    assert days_with_values(seoul()) is None
    assert latest_hour(seoul()) is None


def test_the_days_with_values_are_local_days(tmp_path):
    take_in(
        "beijing-city-site", city_site(tmp_path / "a.csv", "20160501,0,PM2.5,1,1", "20160502,1,PM2.5,1,1")
    )

    assert days_with_values(beijing()) == (datetime.date(2016, 4, 30), datetime.date(2016, 5, 2))


def test_the_latest_hour_has_the_citys_means_and_the_stations_values(tmp_path):
    rows = ["20160501,1,PM2.5,40,50", "20160501,2,PM2.5,60,80", "20160501,2,CO,0.5,"]
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", *rows))

    latest = latest_hour(beijing())

    assert latest.start.isoformat() == "2016-05-01T01:00:00+08:00"
    assert latest.end.isoformat() == "2016-05-01T02:00:00+08:00"
    assert {name: (row.n, row.mean) for name, row in latest.means.items()} == {
        "co": (1, 0.5),
        "pm25": (2, 70.0),
    }
    assert [(v.station.code, v.pollutant, v.value, v.unit) for v in latest.values] == [
        ("dongsi", "pm25", 60.0, "µg/m³"),
        ("tiantan", "pm25", 80.0, "µg/m³"),
        ("dongsi", "co", 0.5, "mg/m³"),
    ]


@pytest.mark.parametrize("stations", [["东四"], ["东四", "天坛", "官园"]])
@pytest.mark.parametrize(("period", "queries"), [("hour", 2), ("day", 2), ("month", 2)])
def test_a_table_takes_the_same_queries_however_many_stations(
    tmp_path, django_assert_num_queries, stations, period, queries
):
    row = ",".join(["20160501,1,PM2.5", *["40"] * len(stations)])
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", row, stations=stations))
    city = beijing()

    with django_assert_num_queries(queries):
        table(city, "pm25", period, "2016-05-01", "2016-05-02")


def test_hours_of_all_times_are_those_that_were_received(tmp_path):
    take_in("seoul-hourly", seoul_hourly(tmp_path / "a.csv", hourly_row("202001010100")))

    found = table(seoul(), "pm25", "hour", "0001-01-01", "9999-12-31")

    assert len(found) == 24
    assert found[0] == ("2020-01-01 00", 1, 1, 20.0, "seoul-hourly")
