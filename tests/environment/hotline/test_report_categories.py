import pytest
from django.utils import translation

from committee.printing.charts import chart_svg
from committee.printing.content import Chart, Scope, Subsection
from environment.hotline.report_section import air_quality
from tests.environment.hotline.given import two_days_of_beijing, two_days_of_seoul
from tests.environment.hotline.test_report_section import scope
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(tmp_path):
    """Seoul's means of PM2.5 are 20 and 40 µg/m³, Beijing's 70 on both days."""
    cities = seoul(), beijing()
    two_days_of_seoul(tmp_path)
    two_days_of_beijing(tmp_path)
    return cities


def charts(block):
    inner = getattr(block, "blocks", ())
    return [block] if isinstance(block, Chart) else [chart for part in inner for chart in charts(part)]


def bars(section):
    return [chart for chart in charts(section) if chart.caption.startswith("Days by category of PM2.5")]


def test_days_of_both_cities_stand_in_the_categories_of_their_own_the_others_and_whos_standard(both):
    found = bars(air_quality(scope(*both)))

    assert [[row.cells for row in chart.table.rows] for chart in found] == [
        [
            ("Seoul", "0", "1", "1", "0", "0", "100.0 %"),
            ("Beijing", "0", "0", "2", "0", "0", "100.0 %"),
        ],
        [
            ("Seoul", "1", "1", "0", "0", "0", "0", "0", "100.0 %"),
            ("Beijing", "0", "2", "0", "0", "0", "0", "0", "100.0 %"),
        ],
        [
            ("Seoul", "0", "1", "0", "1", "0", "0", "0", "100.0 %"),
            ("Beijing", "0", "0", "0", "0", "2", "0", "0", "100.0 %"),
        ],
    ]


def test_days_of_which_nothing_came_are_counted_as_too_little(both):
    longer = Scope(1, scope(*both).start, scope(*both).end.replace(day=4), "en", scope(*both).city_ids)

    [korea, *_others] = bars(air_quality(longer))

    assert korea.table.rows[0].cells == ("Seoul", "0", "1", "1", "0", "2", "50.0 %")


def test_levels_of_who_carry_their_unit(both):
    [_korea, _china, who] = bars(air_quality(scope(*both)))

    assert who.caption.endswith("WHO guideline and interim targets of 2021, µg/m³")


def test_what_the_bars_say_is_said_in_words(both):
    [korea, *_others] = bars(air_quality(scope(*both)))

    assert (
        "Beijing: of 2 valid days most (2) fell into the category “Unhealthy”, 0 into the best" in korea.alt
    )


def test_each_city_has_a_calendar_of_its_own_categories_with_a_table_of_its_months(both):
    [dust, *_others] = [part for part in air_quality(scope(*both)).blocks if isinstance(part, Subsection)]

    [calendars] = [part for part in dust.blocks if isinstance(part, Subsection)]

    assert [part.heading for part in calendars.blocks] == ["Seoul", "Beijing"]
    chart, table = calendars.blocks[0].blocks
    assert chart.alt == "Seoul, 2020: PM2.5 by day, categories of Korea's CAI. Moderate: 1; Unhealthy: 1"
    assert [row.cells for row in table.rows] == [("2020-01", "0", "1", "1", "0", "0")]


def test_bars_and_calendars_can_be_drawn(both):
    with translation.override("ko"):
        _months, bar, _china, _who, calendar, *_others = charts(air_quality(scope(*both)))

        assert all("</svg>" in chart_svg(chart.spec, "ko", title=chart.alt) for chart in (bar, calendar))
