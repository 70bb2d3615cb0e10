import datetime

import pytest
from django.utils import translation

from environment.alerts.report_section import alerts_of
from tests.factories.city import beijing, seoul
from tests.factories.episode import FIRST_HOUR, EpisodeFactory

pytestmark = pytest.mark.django_db
JANUARY = datetime.date(2018, 1, 1), datetime.date(2018, 1, 31)


def rows(cities=None):
    (table,) = alerts_of(cities or [seoul(), beijing()], *JANUARY)
    return [row.cells for row in table.rows]


def test_without_episodes_there_is_no_table():
    assert alerts_of([seoul(), beijing()], *JANUARY) == ()


def test_the_log_tells_the_episodes_that_began_in_the_time_city_by_city():
    EpisodeFactory(of_beijing=True)
    EpisodeFactory(start_hour=FIRST_HOUR)
    EpisodeFactory(start_hour=FIRST_HOUR + 24 * 20)
    EpisodeFactory(start_hour=FIRST_HOUR + 24, state="withdrawn")

    assert rows() == [
        (
            "Seoul",
            "PM2.5",
            "advisory *",
            "2018-01-15 22:00 KST",
            "2018-01-16 08:00 KST",
            "108.0 µg/m³",
        ),
        ("Beijing", "AQI", "blue warning → yellow warning *", "2018-01-13", "2018-01-14", "AQI 260"),
    ]
    assert [cells[0] for cells in rows([beijing(), seoul()])] == ["Beijing", "Seoul"]


def test_what_is_in_force_still_says_so_in_place_of_an_end():
    EpisodeFactory(start_hour=FIRST_HOUR, state="in_force")

    assert [cells[4] for cells in rows([seoul()])] == ["in force"]


@pytest.mark.parametrize(
    ("language", "caption", "stage"),
    [
        ("ko", "경보 사례", "주의보 *"),
        ("zh-hans", "预警过程", "注意报 *"),
        ("en", "Alert episodes", "advisory *"),
    ],
)
def test_the_log_speaks_the_language_of_the_report(language, caption, stage):
    EpisodeFactory(start_hour=FIRST_HOUR)

    with translation.override(language):
        (table,) = alerts_of([seoul()], *JANUARY)

    assert (table.caption, table.rows[0].cells[2]) == (caption, stage)
