import pytest

from environment.measurements.actions import receive
from environment.models import Station
from environment.sources.registry import SOURCES
from tests.environment.explorer.asked import TWO_DAYS
from tests.factories.air_files import city_site
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db


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


def test_a_table_that_is_not_there_has_no_picture(reader, both_cities):
    answer = reader.get("/en/air/explorer/chart.svg", {**TWO_DAYS, "table": "7"})

    assert answer.status_code == 404


def test_expected_values_are_not_expected_guests_in_korean(reader, both_cities):
    page = reader.get("/ko/air/explorer/", {**TWO_DAYS, "place": ["city-beijing"]}).content.decode()

    assert ("예상 자료 수" in page, "참석 예정" in page) == (True, False)
