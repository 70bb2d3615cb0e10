import datetime

import pytest

from committee.members.models import Role
from committee.models import Notice
from environment.models import Reminder, ThreadMessage
from environment.threads import actions
from environment.threads.reminding import remind_of_waiting
from tests.factories.alert_thread import OPENED, alert_of, thread_of
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def officers():
    return member_with(Role.LIAISON, seoul()), member_with(Role.LIAISON, beijing())


@pytest.fixture(autouse=True)
def two_hours(settings):
    settings.ALERT_REMINDER_HOURS = 2


def sent_at_opening(message):
    ThreadMessage.objects.filter(pk=message.pk).update(sent_at=OPENED)
    return message


def after(hours, minutes=0):
    return remind_of_waiting(now=OPENED + datetime.timedelta(hours=hours, minutes=minutes))


def reminded():
    told = Notice.objects.filter(key__contains="reminder").order_by("pk")
    return list(told.values_list("member", "subject_ko"))


def test_a_city_that_has_not_acknowledged_is_reminded_when_the_time_has_passed(officers):
    here, there = officers
    thread = thread_of()
    sent_at_opening(alert_of(thread))
    actions.acknowledge(by=here, thread=thread, seen_message=alert_of(thread).pk)

    early, due = after(1, 59), after(2)

    assert (early, [each.acknowledgement.city for each in due]) == ([], [beijing()])
    assert reminded() == [(there.pk, "수신 미확인: 서울 초미세먼지 주의보")]


def test_two_schedulers_remind_once(officers):
    sent_at_opening(alert_of(thread_of()))

    first, second = after(2), after(2, 5)

    assert (len(first), second, len(reminded())) == (2, [], 2)


def test_a_reminder_that_another_scheduler_has_just_made_is_not_told_again(officers):
    asked = sent_at_opening(alert_of(thread_of())).acknowledgements.get(city=seoul())
    Reminder.objects.create(acknowledgement=asked, step=1, at=OPENED)

    made = after(2)

    assert [each.acknowledgement.city for each in made] == [beijing()]


def test_each_step_reminds_once_more_and_after_the_last_nothing_is_sent(officers):
    here, _there = officers
    thread = thread_of()
    sent_at_opening(alert_of(thread))
    actions.acknowledge(by=here, thread=thread, seen_message=alert_of(thread).pk)

    made = [[each.step for each in after(hours)] for hours in (2, 7, 8, 9, 24, 100)]

    assert made == [[1], [], [2], [], [3], []]


def test_steps_that_were_slept_through_are_not_made_up_for(officers):
    sent_at_opening(alert_of(thread_of()))

    assert [each.step for each in after(30)] == [3, 3]


def test_of_several_messages_the_oldest_is_reminded_of(officers):
    _here, there = officers
    thread = thread_of()
    opening = sent_at_opening(alert_of(thread))
    sent_at_opening(actions.send_message(by=there, thread=thread, text_zh_hans="请确认。"))

    made = after(2)

    assert [(each.acknowledgement.city, each.acknowledgement.message) for each in made] == [
        (seoul(), opening),
        (beijing(), opening),
    ]


def test_an_alert_that_rose_is_reminded_of_though_the_first_message_has_no_step_left(officers):
    thread = thread_of()
    sent_at_opening(alert_of(thread))
    after(24)
    risen = actions.tell_of_alert(thread=thread, text="Now a warning.", to_acknowledge=True)
    ThreadMessage.objects.filter(pk=risen.pk).update(sent_at=OPENED + datetime.timedelta(hours=24))

    made = after(26)

    assert [(each.acknowledgement.message, each.step) for each in made] == [(risen, 1), (risen, 1)]


def test_a_closed_thread_reminds_nobody(officers):
    here, _there = officers
    thread = thread_of()
    sent_at_opening(alert_of(thread))
    actions.close_thread(by=here, thread=thread, text_ko="종료.")

    assert after(2) == []


def test_a_city_without_an_officer_is_reminded_once_somebody_holds_the_post():
    sent_at_opening(alert_of(thread_of()))

    nobody = after(2)
    officer = member_with(Role.LIAISON, seoul())
    somebody = after(3)

    assert (nobody, len(somebody), [member for member, _subject in reminded()]) == ([], 1, [officer.pk])
