"""Provisional and confirmed values of the same hours, kept both and compared."""

import csv
import datetime
import gzip
import statistics

import pytest

from committee.members.models import Role
from environment.measurements.confirmation import Hours, differences, pairs_of
from environment.sources.clock import LocalClock
from environment.stations.models import Station
from tests.environment.exchange.pushing import delivered, value
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site, prsa, prsa_row, written
from tests.factories.city import beijing, seoul
from tests.factories.machine_account import machine_account
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
CLOCK = LocalClock("Asia/Seoul")
START, END = datetime.date(2026, 3, 1), datetime.date(2026, 3, 2)


def at(hour):
    return f"2026-03-01T{hour:02}:00+09:00"


@pytest.fixture
def both():
    """Hours 1 to 4 provisional, 2 to 5 confirmed; of the three of both two differ."""
    token = machine_account(seoul()).token
    delivered(token, *[value(20, hour=at(hour)) for hour in (1, 2, 3, 4)], key="live")
    reviewed = {2: 20, 3: 17, 4: 21, 5: 30}
    delivered(
        token,
        *[value(number, hour=at(hour)) for hour, number in reviewed.items()],
        key="reviewed",
        status="confirmed",
    )


def test_counts_and_differences_are_those_of_the_hours_of_both(both):
    (row,) = differences(pairs_of(seoul(), "pm25"), CLOCK, START, END)

    assert (row.provisional, row.confirmed, row.both, row.differing) == (4, 4, 3, 2)
    assert (row.mean_provisional, round(row.mean_confirmed, 6)) == (20.0, round(58 / 3, 6))
    assert (round(row.mean, 6), round(row.mean_absolute, 6)) == (round(-2 / 3, 6), round(4 / 3, 6))
    assert row.largest == 3.0


def test_each_hour_is_shown_with_its_difference_the_latest_first(both):
    (pair,) = pairs_of(seoul(), "pm25")

    every = Hours(pair, CLOCK, START, END, differing=False)
    differing = Hours(pair, CLOCK, START, END, differing=True)

    assert [(hour.end.hour, hour.difference) for hour in every[0:10]] == [(4, 1.0), (3, -3.0), (2, 0.0)]
    assert (len(every), len(differing), every[1].provisional) == (3, 2, 20.0)


def test_a_prefix_makes_no_difference_and_another_state_no_pair():
    token = machine_account(seoul()).token
    live = value(500, pollutant="co", hour=at(1))
    delivered(token, live, key="1", units={"co": {"unit": "µg/m³", "reference_state": "273K"}})
    same = {"co": {"unit": "mg/m³", "reference_state": "273K"}}
    delivered(token, {**live, "value": 0.5}, key="2", status="confirmed", units=same)
    other = {"co": {"unit": "mg/m³", "reference_state": "298K"}}
    delivered(token, {**live, "value": 0.4}, key="3", status="confirmed", units=other)

    (row,) = differences(pairs_of(seoul(), "co"), CLOCK, START, END)

    assert (row.pair.unit, row.both, row.differing, row.mean_confirmed) == ("µg/m³", 1, 0, 500.0)


def test_the_page_shows_every_station_and_the_hours_of_the_chosen_one(both, signed_in):
    visitor = signed_in(member_with(Role.OBSERVER, beijing()))
    asked = {"city": "seoul", "since": "2026-03-01", "until": "2026-03-01", "pollutant": "pm25"}

    of_city = visitor.get("/en/air/confirmed/", asked)
    station = Station.objects.get(code="111123").pk
    of_station = visitor.get("/en/air/confirmed/", {**asked, "station": station, "differing": "on"})

    assert [row.both for row in of_city.context["differences"]] == [3]
    assert "rows" not in of_city.context
    assert [row.difference for row in of_station.context["rows"]] == [1.0, -3.0]


def test_the_last_month_with_confirmed_values_is_suggested(both, signed_in):
    page = signed_in(member_with(Role.OBSERVER, beijing())).get("/en/air/confirmed/")

    assert page.context["form"].cleaned_data["city"] == seoul()
    assert page.context["form"].cleaned_data["until"] == START


@pytest.mark.parametrize(
    "asked",
    [
        {"city": "atlantis"},
        {"pollutant": "pollen"},
        {"since": "2026-03-02", "until": "2026-03-01"},
        {"since": "1999-01-01", "until": "2026-03-01"},
        {"since": "9999-12-31", "until": "9999-12-31"},
        {"since": "0001-01-01", "until": "0001-01-01"},
        {"station": "0"},
        {"since": "yesterday"},
    ],
)
def test_what_cannot_be_shown_is_refused(asked, signed_in):
    seoul()

    assert signed_in(member_with(Role.OBSERVER, seoul())).get("/en/air/confirmed/", asked).status_code == 422


@pytest.mark.parametrize("count", [1, 3])
def test_stations_are_compared_with_a_constant_number_of_questions(django_assert_num_queries, count):
    token = machine_account(seoul()).token
    for status in ("provisional", "confirmed"):
        values = [value(20, station=station) for station in ("111123", "111121", "111131")[:count]]
        delivered(token, *values, key=status, status=status)
    city = seoul()

    with django_assert_num_queries(3):
        assert len(differences(pairs_of(city, "pm25"), CLOCK, START, END)) == count


def test_the_hour_that_beijing_showed_with_423_and_reviewed_to_395_says_both(tmp_path):
    live = city_site(tmp_path / "beijing_all_20131207.csv", "20131207,17,PM2.5,423", stations=["东四"])
    take_in("beijing-city-site", live)
    row = prsa_row(7, 17, pm25=395).replace(",2016,5,", ",2013,12,")
    take_in("beijing-prsa", prsa(tmp_path / "dongsi.csv", row))
    (pair,) = pairs_of(beijing(), "pm25")
    day = datetime.date(2013, 12, 7)

    (hour,) = Hours(pair, LocalClock("Asia/Shanghai"), day, datetime.date(2013, 12, 8), differing=True)[0:2]

    assert (hour.end.isoformat(), hour.provisional, hour.confirmed, hour.difference) == (
        "2013-12-07T17:00:00+08:00",
        423.0,
        395.0,
        -28.0,
    )


@pytest.mark.shared_files
def test_a_day_of_real_files_differs_as_a_plain_comparison_says(shared_files, tmp_path):
    live = shared_files / "formats/beijing-quotsoft/beijing_all_20140116.csv"
    with gzip.open(shared_files / "beijing/prsa/PRSA_Data_Dongsi_20130301-20170228.csv.gz", "rt") as file:
        heading, *lines = file.read().splitlines()
    reviewed = [line for line in lines if ",2014,1,16," in line and ",2014,1,16,0," not in line]
    with live.open(encoding="utf-8", newline="") as file:
        shown = {row["hour"]: row["东四"] for row in csv.DictReader(file) if row["type"] == "PM2.5"}
    cells = [line.split(",") for line in reviewed]
    both = [(float(shown[row[4]]), float(row[5])) for row in cells if shown.get(row[4]) and row[5] != "NA"]
    expected = [other - one for one, other in both]

    take_in("beijing-city-site", live)
    take_in("beijing-prsa", written(tmp_path / "dongsi.csv", [heading, *reviewed]))
    day = datetime.date(2014, 1, 16)
    station = Station.objects.get(code="dongsi")
    (row,) = differences(
        pairs_of(beijing(), "pm25", station),
        LocalClock("Asia/Shanghai"),
        day,
        day + datetime.timedelta(days=1),
    )

    assert len(expected) > 15
    assert (row.both, row.differing) == (len(expected), sum(1 for one in expected if one))
    assert row.mean == pytest.approx(statistics.fmean(expected))


def test_a_city_that_no_database_can_look_up_is_left_out(both, signed_in):
    page = signed_in(member_with(Role.OBSERVER, seoul())).get("/en/air/confirmed/", {"city": "\0"})

    assert page.status_code == 200
