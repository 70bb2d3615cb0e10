import datetime

from environment.explorer.charts import MOST_POINTS, Line, lines_chart, thinned

START = datetime.datetime(2020, 1, 1)


def line(values):
    return Line("Seoul", [(START + datetime.timedelta(days=day), value) for day, value in enumerate(values)])


def test_a_long_line_is_thinned_by_the_mean_of_neighbours():
    points = thinned(line([1.0, 3.0] * MOST_POINTS)).points

    assert len(points) == MOST_POINTS
    assert {value for _start, value in points} == {2.0}


def test_a_gap_stays_a_gap():
    spec = lines_chart([line([1.0, None, 3.0])], period="day", unit="µg/m³")

    assert [value["v"] for value in spec["data"]["values"]] == [1.0, None, 3.0]


def test_lines_are_told_apart_by_dashes_as_well_as_by_colour():
    spec = lines_chart([line([1.0]), Line("Beijing", [])], period="day", unit="µg/m³")

    assert spec["layer"][0]["encoding"]["strokeDash"]["scale"]["range"] == [[1, 0], [5, 2]]
