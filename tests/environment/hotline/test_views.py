import csv
import io
import re

import pytest

from committee.members.models import Role
from environment.measurements.actions import receive
from environment.models import Delivery, Station
from environment.sources.registry import SOURCES
from tests.environment.hotline.given import two_days_of_beijing
from tests.factories.air_files import city_site, prsa, prsa_row
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
TWO_DAYS = {"pollutant": "pm25", "period": "day", "since": "2020-01-01", "until": "2020-01-02"}


def test_both_cities_stand_side_by_side(reader, both_cities):
    page = reader.get("/en/air/", TWO_DAYS)

    assert [(row.when, [cell.mean for cell in row.cells]) for row in page.context["rows"]] == [
        (["2020-01-01"], [20.0, 70.0]),
        (["2020-01-02"], [40.0, 70.0]),
    ]


def test_hours_of_both_cities_belong_together_by_the_moment(reader, both_cities):
    page = reader.get("/en/air/", {**TWO_DAYS, "period": "hour", "until": "2020-01-01"})

    second = page.context["rows"][1]
    assert second.when == ["2020-01-01 01:00 KST", "2020-01-01 00:00 CST"]
    assert [cell.mean for cell in second.cells] == [20.0, 70.0]


def test_a_gas_in_two_units_is_compared_after_conversion_and_says_so(reader, both_cities):
    page = reader.get("/en/air/", {**TWO_DAYS, "pollutant": "no2"})

    shown = page.context["shown"]
    assert shown.unit == "ppm"
    assert [round(column.mean, 4) for column in shown.columns] == [0.034, 0.0213]
    assert shown.conversions == [
        "Beijing: converted to ppm for the comparison; received in µg/m³ at 298.15 K, 101.325 kPa."
    ]


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"until": "2019-12-31"}, "The period ends before it starts."),
        (
            {"period": "hour", "until": "2020-03-01"},
            "Hours are shown for at most 31 days. Choose a shorter period, or days.",
        ),
    ],
)
def test_a_period_that_cannot_be_shown_is_refused_in_words(reader, both_cities, asked, problem):
    page = reader.get("/en/air/", {**TWO_DAYS, **asked})

    assert page.status_code == 422
    assert page.context["form"].non_field_errors() == [problem]


def test_without_anything_received_the_page_says_so(reader):
    seoul(), beijing()

    page = reader.get("/en/air/")

    assert page.status_code == 200
    assert "Nothing was received for this period." in page.content.decode()


@pytest.mark.parametrize("stations", [("东四",), ("东四", "天坛", "官园")])
def test_the_page_asks_a_constant_number_of_questions(reader, tmp_path, django_assert_num_queries, stations):
    seoul(), beijing()
    rows = [f"20200101,{hour},PM2.5,{','.join('7' for _ in stations)}" for hour in range(24)]
    path = city_site(tmp_path / "beijing.csv", *rows, stations=stations)
    receive(by=None, source=SOURCES["beijing-city-site"], path=path)
    reader.get("/en/air/", TWO_DAYS)

    with django_assert_num_queries(25):
        reader.get("/en/air/", TWO_DAYS)


def test_htmx_gets_the_series_alone(reader, both_cities):
    answer = reader.get("/en/air/", TWO_DAYS, headers={"HX-Request": "true"})

    assert "<html" not in answer.content.decode()


def test_the_chart_is_a_picture_of_the_same_period(reader, both_cities):
    answer = reader.get("/en/air/chart.svg", TWO_DAYS)

    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")


def test_the_file_holds_what_the_table_shows(reader, both_cities):
    answer = reader.get("/en/air/table.csv", TWO_DAYS)

    rows = list(csv.reader(io.StringIO(answer.content.decode().removeprefix("\ufeff"))))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert rows[1] == [
        "Seoul", "2020-01-01T00:00:00+09:00", "24", "24", "20", "20", "µg/m³", "as-sampled", "seoul-hourly",
        "pm25",
    ]  # fmt: skip
    assert len(rows) == 5


def test_the_page_of_a_station_shows_its_own_values(reader, both_cities):
    station = Station.objects.get(name_zh_hans="天坛")

    page = reader.get(f"/en/air/stations/{station.pk}/", TWO_DAYS)

    assert [row.cells[0].mean for row in page.context["rows"]] == [80.0, 80.0]


def test_the_page_of_a_station_says_of_which_time_it_has_weather(reader, tmp_path):
    beijing()
    path = prsa(tmp_path / "PRSA.csv", prsa_row(1, 1), prsa_row(1, 2), prsa_row(3, 0))
    receive(by=None, source=SOURCES["beijing-prsa"], path=path)
    station = Station.objects.get(code="dongsi")

    page = reader.get(f"/en/air/stations/{station.pk}/")

    weather = page.content.decode().partition("weather-heading")[2].partition("</section>")[0]
    assert re.findall(r"<t[hd][^>]*>([^<]+)", weather)[4:] == [
        "Beijing: hours of stations, reviewed (PRSA)",
        "2016-05-01",
        "2016-05-02",
        "3",
    ]


def test_the_page_of_a_station_without_weather_speaks_of_none(reader, both_cities):
    station = Station.objects.get(name_zh_hans="天坛")

    page = reader.get(f"/en/air/stations/{station.pk}/")

    assert "weather-heading" not in page.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_stations_asks_a_constant_number_of_questions(reader, django_assert_num_queries, count):
    StationFactory.create_batch(count, city=seoul())
    reader.get("/en/air/stations/")

    with django_assert_num_queries(6):
        reader.get("/en/air/stations/")


@pytest.mark.parametrize("words", ["종로", "钟路", "jongno", "111123"])
def test_a_station_is_found_in_every_language_and_by_its_code(reader, both_cities, words):
    page = reader.get("/en/air/stations/", {"q": words})

    assert [station.name_ko for station in page.context["rows"]] == ["종로구"]


def test_a_delivery_names_what_it_could_not_take(reader, tmp_path):
    beijing()
    two_days_of_beijing(tmp_path)
    delivery = Delivery.objects.get()
    delivery.rejected = {"not-a-number": 1}
    delivery.save()
    delivery.rejected_readings.create(
        file="b.csv", line=7, reason="not-a-number", reading="dongsi pm25 x", raw="x"
    )

    page = reader.get(f"/en/air/deliveries/{delivery.pk}/", {"reason": "not-a-number"})

    assert page.context["reasons"] == [
        {"code": "not-a-number", "words": "not a number", "count": 1, "is_chosen": True}
    ]
    assert [row.line for row in page.context["rows"]] == [7]


def test_a_liaison_officer_enters_and_corrects_a_station_of_the_own_city(client):
    officer = member_with(Role.LIAISON, beijing())
    client.force_login(officer)

    client.post("/en/air/stations/new/", {"code": "new", "kind": "urban", "name_zh_hans": "新站"})
    station = Station.objects.get()
    client.post(
        f"/en/air/stations/{station.pk}/edit/",
        {"code": "new", "kind": "roadside", "name_zh_hans": "新站", "seen_version": 1},
    )

    station.refresh_from_db()
    assert (station.city, station.kind, station.version) == (beijing(), "roadside", 2)


def test_a_station_that_measured_is_not_deleted(client, both_cities):
    client.force_login(member_with(Role.LIAISON, beijing()))
    station = Station.objects.get(name_zh_hans="天坛")

    answer = client.post(f"/en/air/stations/{station.pk}/delete/")

    assert answer.status_code == 422
    assert Station.objects.filter(pk=station.pk).exists()
