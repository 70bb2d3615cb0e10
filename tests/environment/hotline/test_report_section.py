import datetime

import pytest

from committee.models import City
from committee.printing.content import Paragraph, Scope, Subsection, Table
from environment.hotline.report_section import air_quality
from tests.environment.hotline.given import two_days_of_beijing, two_days_of_seoul
from tests.factories.alert_thread import thread_of
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db


def scope(host, guest):
    """January 2020, as the meeting's period."""
    return Scope(1, datetime.date(2019, 12, 31), datetime.date(2020, 1, 2), "en", (host.pk, guest.pk))


def tables(block):
    inner = getattr(block, "blocks", ())
    return [block] if isinstance(block, Table) else [table for part in inner for table in tables(part)]


def test_without_values_the_chapter_says_so():
    section = air_quality(scope(seoul(), beijing()))

    assert section.blocks == (
        Paragraph("No air-quality values were received for this period.", manner="nothing"),
    )


def test_the_host_comes_first_and_days_are_held_against_all_three_standards(tmp_path):
    seoul(), beijing()
    two_days_of_seoul(tmp_path)
    two_days_of_beijing(tmp_path)

    section = air_quality(scope(beijing(), seoul()))

    above = next(table for table in tables(section) if table.caption.startswith("Days with a mean of PM2.5"))
    assert [row.cells for row in above.rows] == [
        ("Beijing", "China's GB 3095-2012, class II, 75 µg/m³", "0", "2"),
        ("Beijing", "Korea's ambient standard, 35 µg/m³", "2", "2"),
        ("Beijing", "WHO guideline of 2021, 15 µg/m³", "2", "2"),
        ("Seoul", "Korea's ambient standard, 35 µg/m³", "1", "2"),
        ("Seoul", "China's GB 3095-2012, class II, 75 µg/m³", "0", "2"),
        ("Seoul", "WHO guideline of 2021, 15 µg/m³", "2", "2"),
    ]


@pytest.mark.parametrize(("chinese", "of_others"), [("CN", ["35", "15"]), ("KR", ["—", "—"])])
def test_a_year_stands_beside_the_limits_of_whatever_countries_the_cities_are_in(
    tmp_path, chinese, of_others
):
    both = seoul(), beijing()
    two_days_of_seoul(tmp_path)
    two_days_of_beijing(tmp_path)
    City.objects.filter(pk=both[1].pk).update(country=chinese)

    section = air_quality(scope(*both))

    years = next(table for table in tables(section) if "by year" in table.caption)
    assert {len(row.cells) for row in years.rows} == {len(years.columns)}
    assert [row.cells[4] for row in years.rows] == of_others


def test_where_no_day_is_valid_the_limits_are_named_all_the_same(tmp_path):
    seoul(), beijing()
    two_days_of_seoul(tmp_path)

    section = air_quality(scope(seoul(), beijing()))

    above = next(table for table in tables(section) if table.caption.startswith("Days with a mean of PM2.5"))
    assert [row.cells for row in above.rows[3:]] == [
        ("Beijing", "China's GB 3095-2012, class II, 75 µg/m³", "not enough data", "0"),
        ("Beijing", "Korea's ambient standard, 35 µg/m³", "not enough data", "0"),
        ("Beijing", "WHO guideline of 2021, 15 µg/m³", "not enough data", "0"),
    ]


def test_each_kind_of_fine_dust_has_a_part_with_a_chart_and_its_table(tmp_path):
    seoul(), beijing()
    two_days_of_seoul(tmp_path)

    section = air_quality(scope(seoul(), beijing()))

    parts = [block for block in section.blocks if isinstance(block, Subsection)]
    assert [part.heading for part in parts] == ["PM2.5", "PM10", "Methods and notes on the values"]
    assert [row.cells for row in parts[0].blocks[0].table.rows] == [("2020-01", "30.0", "—")]


def test_what_the_officers_did_about_alerts_stands_in_the_chapter_where_no_values_came():
    thread = thread_of(seoul())
    thread.messages.update(sent_at=datetime.datetime(2020, 1, 1, 12, tzinfo=datetime.UTC))

    section = air_quality(scope(seoul(), beijing()))

    [log] = tables(section)
    assert log.caption == "Log of alerts"
    assert [row.cells for row in log.rows] == [
        (
            "2020-01-01 21:00 KST",
            "Seoul: PM2.5 advisory",
            "both cities",
            "the system",
            "opened",
            "75 or more for 2 hours.",
        )
    ]


def test_small_print_says_whose_clock_counts_and_which_days_lack_values(tmp_path):
    seoul(), beijing()
    two_days_of_seoul(tmp_path)

    section = air_quality(scope(seoul(), beijing()))

    notes = [note.text for note in section.blocks[-2].blocks]
    assert "Seoul KST (UTC+09:00), Beijing CST (UTC+08:00)" in notes[3]
    assert [note.partition(";")[0] for note in notes[4:6]] == [
        "Seoul, PM2.5: 0 of 2 days lack enough values",
        "Beijing, PM2.5: 2 of 2 days lack enough values",
    ]
