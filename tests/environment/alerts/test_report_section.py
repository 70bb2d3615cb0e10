import datetime

import pytest
from django.utils import translation

from committee.members.models import Role
from environment.alerts.report_section import alerts_of
from environment.models import AlertThread
from environment.threads.actions import record_measure, send_message
from tests.factories.alert_thread import thread_of
from tests.factories.city import beijing, seoul
from tests.factories.episode import FIRST_HOUR, EpisodeFactory
from tests.factories.member import member_with

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
            "—",
        ),
        ("Beijing", "AQI", "blue warning → yellow warning *", "2018-01-13", "2018-01-14", "AQI 260", "—"),
    ]
    assert [cells[0] for cells in rows([beijing(), seoul()])] == ["Beijing", "Seoul"]


def test_what_is_in_force_still_says_so_in_place_of_an_end():
    EpisodeFactory(start_hour=FIRST_HOUR, state="in_force")

    assert [cells[4] for cells in rows([seoul()])] == ["in force"]


def test_an_episode_tells_what_each_city_did_about_it_and_when():
    thread = thread_of(seoul())
    EpisodeFactory(start_hour=FIRST_HOUR, thread=thread)
    ours, theirs = (member_with(Role.LIAISON, city) for city in (seoul(), beijing()))
    began, ended = datetime.date(2018, 1, 15), datetime.date(2018, 1, 16)
    record_measure(by=ours, thread=thread, text_en="Old lorries kept out.", taken_from=began)
    record_measure(by=theirs, thread=thread, text_ko="살수 확대", taken_from=began, taken_until=ended)
    send_message(by=ours, thread=thread, text_en="Thank you.")

    [cells] = rows([seoul()])

    assert cells[6].lines == (
        "Seoul: Old lorries kept out. (2018-01-15 – …)",
        "Beijing: 살수 확대 (2018-01-15 – 2018-01-16)",
    )
    assert [line.language for line in cells[6].lines] == ["en", "ko"]


@pytest.mark.parametrize("is_measure_taken", [True, False])
def test_a_measured_episode_is_marked_where_what_was_done_about_it_is_invented(is_measure_taken):
    thread, officer = thread_of(seoul()), member_with(Role.LIAISON, seoul())
    EpisodeFactory(start_hour=FIRST_HOUR, thread=thread)
    EpisodeFactory(start_hour=FIRST_HOUR + 24)
    if is_measure_taken:
        record_measure(by=officer, thread=thread, text_en="Roads washed.", taken_from=JANUARY[0])
    AlertThread.objects.update(is_illustrative=True)

    [table] = alerts_of([seoul()], *JANUARY)

    assert [row.illustrative for row in table.rows] == [is_measure_taken, False]


def test_an_episode_of_invented_air_is_marked_and_no_other():
    EpisodeFactory(start_hour=FIRST_HOUR, is_illustrative=True)
    EpisodeFactory(start_hour=FIRST_HOUR + 24)

    [table] = alerts_of([seoul()], *JANUARY)

    assert [row.illustrative for row in table.rows] == [True, False]


@pytest.mark.parametrize("number", [1, 3])
def test_the_table_takes_the_same_queries_for_any_number_of_episodes(number, django_assert_num_queries):
    city, officer = seoul(), member_with(Role.LIAISON, seoul())
    for place in range(number):
        thread = thread_of(city)
        EpisodeFactory(start_hour=FIRST_HOUR + 24 * place, thread=thread)
        record_measure(by=officer, thread=thread, text_en="Roads washed.", taken_from=JANUARY[0])

    with django_assert_num_queries(4):
        [table] = alerts_of([city], *JANUARY)

    assert len(table.rows) == number


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
