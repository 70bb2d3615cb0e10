import csv
import io
import zipfile
from urllib.parse import unquote

import openpyxl
import pytest

from committee.members.models import Role
from environment.measurements.actions import receive
from environment.models import Station
from environment.sources.registry import SOURCES
from tests.environment.hotline.given import two_days_of_beijing, two_days_of_seoul
from tests.factories.air_files import city_site
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
SIX = ["pm25", "pm10", "o3", "no2", "so2", "co"]
BOTH = ["city-seoul", "city-beijing"]
TWO_DAYS = {"place": BOTH, "pollutant": "pm25", "period": "day", "since": "2020-01-01", "until": "2020-01-02"}
PAGES = ["/en/air/explorer/", "/en/air/calendar/", "/en/air/patterns/", "/en/air/map/"]


@pytest.fixture
def reader(client):
    client.force_login(member_with(Role.OBSERVER, seoul()))
    return client


@pytest.fixture
def both_cities(tmp_path):
    seoul(), beijing()
    two_days_of_seoul(tmp_path)
    two_days_of_beijing(tmp_path)


@pytest.fixture
def a_step(tmp_path):
    """NO2 at 东四: 100 µg/m³ at 273 K, and 91.57 µg/m³ of the same air at 298.15 K from the day after."""
    beijing()
    hours = [(day, hour, "100") for day in ("20180831",) for hour in range(1, 24)]
    hours += [(day, hour, "91.565") for day in ("20180901",) for hour in range(1, 24)]
    rows = [f"{day},{hour},NO2,{value}" for day, hour, value in hours]
    path = city_site(tmp_path / "step.csv", *rows, stations=["东四"])
    receive(by=None, source=SOURCES["beijing-city-site"], path=path)


def tables(answer):
    return [each.table for each in answer.context["shown"]]


def test_stations_of_both_cities_stand_beside_a_whole_city(reader, both_cities):
    stations = [f"station-{station.pk}" for station in Station.objects.filter(code__in=["111123", "tiantan"])]

    page = reader.get("/en/air/explorer/", {**TWO_DAYS, "place": ["city-beijing", *stations]})

    (shown,) = tables(page)
    assert {column.place.name.plain: column.mean for column in shown.columns} == {
        "Jongno-gu": 30.0,
        "Beijing": 70.0,
        "Tiantan": 80.0,
    }


def test_each_pollutant_has_a_chart_and_a_table_of_its_own(reader, both_cities):
    page = reader.get("/en/air/explorer/", {**TWO_DAYS, "pollutant": ["pm25", "no2"]})

    assert [(shown.pollutant, shown.unit) for shown in tables(page)] == [("pm25", "µg/m³"), ("no2", "ppm")]


@pytest.mark.parametrize(
    ("unit", "shown_in", "means"),
    [
        ("common", "ppm", [0.0487, 0.0487]),
        ("ppm", "ppm", [0.0487, 0.0487]),
        ("273K", "µg/m³ at 273 K, 101.325 kPa", [100.0, 100.0]),
        ("298K", "µg/m³ at 298.15 K, 101.325 kPa", [91.6, 91.6]),
    ],
)
def test_the_same_air_is_one_figure_on_both_sides_of_the_step_once_converted(
    reader, a_step, unit, shown_in, means
):
    asked = {"place": "city-beijing", "pollutant": "no2", "since": "2018-08-31", "until": "2018-09-01"}

    (shown,) = tables(reader.get("/en/air/explorer/", {**TWO_DAYS, **asked, "unit": unit}))

    assert shown.unit == shown_in
    digits = 4 if unit in ("common", "ppm") else 1
    assert [round(row.mean, digits) for row in shown.columns[0].rows] == means


def test_as_received_the_step_parts_a_place_into_two_columns(reader, a_step):
    asked = {"place": "city-beijing", "pollutant": "no2", "since": "2018-08-31", "until": "2018-09-01"}

    (shown,) = tables(reader.get("/en/air/explorer/", {**TWO_DAYS, **asked, "unit": "received"}))

    assert [(column.state, [row.mean for row in column.rows]) for column in shown.columns] == [
        ("273K", [100.0]),
        ("298K", [pytest.approx(91.565)]),
    ]


@pytest.mark.parametrize("unit", ["common", "received"])
def test_the_step_is_marked_in_the_chart_and_said_in_words(reader, a_step, unit):
    asked = {"place": "city-beijing", "pollutant": "no2", "since": "2018-08-31", "until": "2018-09-01"}
    page = reader.get("/en/air/explorer/", {**TWO_DAYS, **asked, "unit": unit})

    chart = reader.get("/en/air/explorer/chart.svg", {**TWO_DAYS, **asked, "unit": unit})

    assert "2018-09-01: 273 K → 298.15 K" in chart.content.decode()
    assert [step.day.isoformat() for step in tables(page)[0].steps] == ["2018-09-01"]


@pytest.mark.parametrize("asked", [{"pollutant": "pm25"}, {"since": "2018-09-01", "until": "2018-09-02"}])
def test_nothing_is_marked_where_nothing_steps(reader, a_step, asked):
    base = {"place": "city-beijing", "pollutant": "no2", "since": "2018-08-31", "until": "2018-09-01"}

    page = reader.get("/en/air/explorer/", {**TWO_DAYS, **base, **asked})

    assert [step for shown in tables(page) for step in shown.steps] == []


def test_a_year_of_hours_is_shown(reader, both_cities):
    asked = {"place": "city-seoul", "period": "hour", "until": "2020-12-31"}

    page = reader.get("/en/air/explorer/", {**TWO_DAYS, **asked})

    assert page.status_code == 200
    assert len(tables(page)[0].rows) == 48


@pytest.mark.parametrize(
    ("asked", "field", "problem"),
    [
        ({"until": "2019-12-31"}, "__all__", "The period ends before it starts."),
        (
            {"since": "9999-12-31", "until": "9999-12-31"},
            "until",
            "Ensure this value is less than or equal to 2099-12-31.",
        ),
        (
            {"place": "station-0"},
            "place",
            "Select a valid choice. station-0 is not one of the available choices.",
        ),
        (
            {"period": "hour", "until": "2021-01-01"},
            "__all__",
            "Hours are shown for at most 366 days. Choose a shorter period, or days.",
        ),
        (
            {
                "period": "hour",
                "until": "2020-12-31",
                "pollutant": ["pm25", "pm10", "o3", "no2", "so2", "co"],
            },
            "__all__",
            "That is more than 100,000 values. Choose fewer places or pollutants, or a shorter time.",
        ),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(reader, both_cities, asked, field, problem):
    page = reader.get("/en/air/explorer/", {**TWO_DAYS, **asked})

    assert page.status_code == 422
    assert page.context["form"].errors == {field: [problem]}


@pytest.mark.parametrize("path", PAGES)
def test_without_anything_received_every_page_still_answers(reader, path):
    seoul(), beijing()

    page = reader.get(path)

    assert page.status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_htmx_gets_the_shown_part_alone(reader, both_cities, path):
    answer = reader.get(path, headers={"HX-Request": "true"})

    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize("stations", [("东四",), ("东四", "天坛", "官园")])
def test_the_explorer_asks_a_constant_number_of_questions(
    reader, tmp_path, django_assert_num_queries, stations
):
    seoul(), beijing()
    rows = [f"20200101,{hour},PM2.5,{','.join('7' for _ in stations)}" for hour in range(24)]
    path = city_site(tmp_path / "beijing.csv", *rows, stations=stations)
    receive(by=None, source=SOURCES["beijing-city-site"], path=path)
    reader.get("/en/air/explorer/", TWO_DAYS)

    with django_assert_num_queries(8):
        reader.get("/en/air/explorer/", TWO_DAYS)


def test_the_csv_holds_every_pollutant_and_place(reader, both_cities):
    answer = reader.get("/en/air/explorer/table.csv", {**TWO_DAYS, "pollutant": ["pm25", "no2"]})

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert {(row["pollutant"], row["place"], row["unit"]) for row in rows} == {
        ("pm25", "Seoul", "µg/m³"),
        ("pm25", "Beijing", "µg/m³"),
        ("no2", "Seoul", "ppm"),
        ("no2", "Beijing", "ppm"),
    }


def test_the_workbook_holds_figures_dates_and_what_they_are(reader, both_cities):
    answer = reader.get("/en/air/explorer/table.xlsx", {**TWO_DAYS, "pollutant": "no2"})

    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    sheet, notes = book.worksheets
    assert [cell.value for cell in sheet[2]] == [None, "Seoul", None, None, None, "Beijing", None, None, None]
    assert [type(cell.value).__name__ for cell in sheet[4]][:5] == [
        "datetime",
        "float",
        "float",
        "int",
        "int",
    ]
    assert [cell.value for cell in notes[3]][:4] == [
        "nitrogen dioxide",
        "Beijing",
        "ppm",
        "µg/m³ at 298.15 K, 101.325 kPa",
    ]
    assert notes["A5"].value == (
        "Beijing: converted to ppm for the comparison; received in µg/m³ at 298.15 K, 101.325 kPa."
    )


def test_the_same_table_is_the_same_workbook_byte_for_byte(reader, both_cities):
    answers = [reader.get("/en/air/explorer/table.xlsx", TWO_DAYS).content for _time in range(2)]

    assert answers[0] == answers[1]
    assert zipfile.ZipFile(io.BytesIO(answers[0])).testzip() is None


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ko", "서울 베이징 PM2.5 2020-01-01–2020-01-02.xlsx"),
        ("zh-hans", "首尔 北京 PM2.5 2020-01-01–2020-01-02.xlsx"),
    ],
)
def test_a_file_is_named_in_the_readers_script_and_in_ascii(reader, both_cities, language, name):
    answer = reader.get(f"/{language}/air/explorer/table.xlsx", TWO_DAYS)

    plain, _, named = answer["Content-Disposition"].partition("; filename*=UTF-8''")
    assert plain == 'attachment; filename="air-pm25-day.xlsx"'
    assert unquote(named) == name


def test_the_calendar_tells_days_by_the_index_of_the_city(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-seoul", "year": "2020"})

    shown = page.context["shown"]
    assert shown.title == "index of the day, Korea's CAI"
    assert [(day.value, day.written, day.responsible) for day in shown.days[:3]] == [
        (61, "2", ["PM2.5"]),
        (116, "3", ["PM2.5"]),
        (None, "·", ()),
    ]
    assert shown.months[0].counts == [0, 1, 1, 0]
    assert shown.months[0].highest.value == 116


def test_the_calendar_can_be_read_under_another_countrys_rule(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-seoul", "year": "2020", "rule": "us-epa-2024"})

    shown = page.context["shown"]
    assert shown.title == "index of the day, US AQI (2024)"
    assert len(shown.names) == 6


def test_the_calendar_tells_days_beside_the_guideline_of_the_who(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-seoul", "year": "2020", "rule": "who-pm25"})

    shown = page.context["shown"]
    assert shown.title == "PM2.5 by day, WHO guideline and interim targets of 2021"
    assert [(day.value, day.written) for day in shown.days] == [(20.0, "2"), (40.0, "4")]
    assert shown.months[0].counts == [0, 1, 0, 1, 0, 0]
    assert shown.months[0].without == 29


def test_a_year_in_which_the_rule_changes_names_both(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-beijing", "year": "2026"})

    shown = page.context["shown"]
    assert shown.title == "index of the day, China's AQI (HJ 633-2012) → China's AQI (HJ 633-2026)"
    assert len(shown.names) == 6


def test_the_calendar_opens_with_the_last_year_received(reader, both_cities):
    page = reader.get("/en/air/calendar/", {"place": "city-seoul"})

    assert page.context["shown"].year == 2020


def test_patterns_tell_hours_in_each_places_own_time(reader, both_cities):
    asked = {"place": BOTH, "since": "2020-01-01", "until": "2020-01-02"}

    page = reader.get("/en/air/patterns/", asked)

    day, week = (pattern for _address, pattern in page.context["patterns"])
    assert page.context["names"] == ["Seoul (KST)", "Beijing (CST)"]
    first = day.lines[0].spreads[0]
    assert (first.n, first.mean, first.lower, first.upper) == (2, 30.0, 25.0, 35.0)
    assert [[spread and (spread.n, spread.mean) for spread in line.spreads] for line in week.lines][2:4] == [
        [(24, 20.0), (24, 70.0)],
        [(24, 40.0), (23, 70.0)],
    ]


def test_the_map_shows_every_station_and_what_it_said_last(reader, both_cities):
    page = reader.get("/en/air/map/")

    values = {
        point.station.code: point.value.value
        for city in page.context["maps"]
        for point in city.points
        if point.value
    }
    assert values == {"111123": 40.0, "dongsi": 60.0, "tiantan": 80.0}


@pytest.mark.parametrize(
    "address",
    [
        "explorer/chart.svg?pollutant=no2",
        "calendar/chart.svg?place=city-seoul&year=2020",
        "patterns/chart.svg?by=week",
        "map/chart.svg?city=seoul",
        "map/chart.svg?city=beijing&narrow=1",
    ],
)
def test_every_chart_is_a_picture(reader, both_cities, address):
    answer = reader.get(f"/en/air/{address}")

    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")


def test_a_table_that_is_not_there_has_no_picture(reader, both_cities):
    answer = reader.get("/en/air/explorer/chart.svg", {**TWO_DAYS, "table": "7"})

    assert answer.status_code == 404
