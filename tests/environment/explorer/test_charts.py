import datetime

from committee.printing.charts import chart_svg
from environment.explorer.charts import MOST_POINTS, Line, legend_below, lines_chart, thinned

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


def test_names_stand_whole_below_the_chart_and_wrap():
    names = [
        "Olympic Sports Centre in the north of the city",
        "종로구 대기오염측정소",
        "北京市东城区东四监测站",
    ]
    svg = chart_svg(
        lines_chart(
            [Line(name, line([1.0]).points) for name in names], period="day", unit="µg/m³", width=320
        ),
        "ko",
    )

    assert [name for name in names if f">{name}<" in svg] == names
    assert legend_below(names, 320)["columns"] == 1
    assert legend_below(["Seoul", "Beijing"], 320)["columns"] == 4
