import datetime

import pytest

from committee.members.models import Role
from environment.models import AlertThread, Reminder, ThreadMessage
from environment.threads import actions
from environment.threads.log import log_of
from environment.threads.report_section import alert_log
from tests.factories.alert_thread import OPENED, alert_of, thread_of
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def whole_exchange():
    """A thread in which everything happened, an hour between one message and the next."""
    here, there = member_with(Role.LIAISON, seoul()), member_with(Role.LIAISON, beijing())
    thread = thread_of()
    opening = alert_of(thread)
    Reminder.objects.create(acknowledgement=opening.acknowledgements.get(city=beijing()), step=1, at=OPENED)
    message = actions.send_message(by=here, thread=thread, text_ko="확인 부탁드립니다.")
    actions.record_measure(by=here, thread=thread, taken_from="2026-01-16", text_ko="살수차 운행.")
    actions.translate(by=there, message=message, language="zh_hans", text="请确认。")
    actions.acknowledge(by=there, thread=thread, seen_message=message.pk)
    actions.close_thread(by=there, thread=thread, text_zh_hans="已解除。")
    for place, each in enumerate(thread.messages.all()):
        at = OPENED + place * HOUR
        ThreadMessage.objects.filter(pk=each.pk).update(sent_at=at)
        each.acknowledgements.filter(at__isnull=False).update(at=at + HOUR / 4)
        each.translations.update(at=at + HOUR / 4)
    return thread, here, there


def test_the_log_tells_every_act_in_its_order():
    _thread, here, there = whole_exchange()

    log = log_of(AlertThread.objects.all())

    assert [(str(row.act), row.city, row.member) for row in log] == [
        ("opened", None, None),
        ("reminded", beijing(), None),
        ("acknowledged", beijing(), there),
        ("message sent", seoul(), here),
        ("acknowledged", beijing(), there),
        ("translated", beijing(), there),
        ("measure", seoul(), here),
        ("closed", beijing(), there),
    ]


def test_a_line_reads_in_the_time_of_the_city_asked_for():
    whole_exchange()

    line = log_of(AlertThread.objects.all())[0].cells(seoul().zone)

    assert line == [
        "2026-01-15 22:00 KST",
        "Seoul: PM2.5 advisory",
        "both cities",
        "the system",
        "opened",
        "75 or more for 2 hours.",
    ]


def test_a_period_holds_what_was_done_in_it():
    whole_exchange()

    log = log_of(AlertThread.objects.all(), OPENED + HOUR, OPENED + 2 * HOUR)

    assert [str(row.act) for row in log] == ["message sent", "acknowledged", "translated"]


def test_an_alert_that_rose_is_told_apart_from_the_opening():
    thread = thread_of()
    actions.tell_of_alert(thread=thread, text="Now a warning.", to_acknowledge=True)

    assert [str(row.act) for row in log_of(AlertThread.objects.all())] == ["opened", "alert rose"]


@pytest.mark.parametrize("threads", [1, 3])
def test_the_log_asks_the_same_number_of_questions(threads, django_assert_num_queries):
    for _each in range(threads):
        whole_exchange()
    zone = seoul().zone

    with django_assert_num_queries(7):
        rows = [row.cells(zone) for row in log_of(AlertThread.objects.all())]

    assert len(rows) == 8 * threads


def test_the_report_shows_the_log_of_its_days():
    whole_exchange()
    day = OPENED.date()

    [table] = alert_log([seoul(), beijing()], day, day)

    assert [row.cells[0] for row in table.rows][:2] == ["2026-01-15 22:00 KST", "2026-01-15 22:00 KST"]
    assert (len(table.rows), table.note) == (6, "")


def test_a_report_of_other_days_or_cities_has_no_log():
    whole_exchange()
    before = OPENED.date() - datetime.timedelta(days=1)

    assert alert_log([seoul(), beijing()], before, before) == ()
    assert alert_log([beijing()], OPENED.date(), OPENED.date()) == ()


def test_a_long_log_is_cut_and_says_so(monkeypatch):
    monkeypatch.setattr("environment.threads.report_section.MOST_ROWS", 3)
    whole_exchange()

    [table] = alert_log([seoul()], OPENED.date(), OPENED.date() + datetime.timedelta(days=1))

    assert len(table.rows) == 3
    assert table.note.startswith("Shown are the latest 3 of 8 entries")
