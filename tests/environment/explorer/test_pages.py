"""What all pages of the explorer do, and those of patterns and of the map."""

import pytest

from tests.environment.explorer.asked import BOTH
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db
PAGES = ["/en/air/explorer/", "/en/air/calendar/", "/en/air/patterns/", "/en/air/map/"]


@pytest.mark.parametrize("path", PAGES)
def test_without_anything_received_every_page_still_answers(reader, path):
    seoul(), beijing()

    page = reader.get(path)

    assert page.status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_htmx_gets_the_shown_part_alone(reader, both_cities, path):
    answer = reader.get(path, headers={"HX-Request": "true"})

    assert "<html" not in answer.content.decode()


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
