import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from committee.members.models import Role
from committee.models import HistoryEntry, Notice
from environment.models import Acknowledgement, AlertThread, MessageTranslation
from environment.threads import actions
from environment.threads.rules import ThreadIsClosed, WrittenByTheAuthor
from tests.factories.alert_thread import alert_of, thread_of
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 1, 16)


def officers():
    return member_with(Role.LIAISON, seoul()), member_with(Role.LIAISON, beijing())


def newest(thread):
    return thread.messages.last().pk


def standing(message):
    return [(each.city.code, each.by) for each in message.acknowledgements.select_related("city", "by")]


def test_opening_tells_both_cities_and_asks_both_to_acknowledge():
    here, there = officers()

    thread = thread_of(seoul())

    assert standing(alert_of(thread)) == [("seoul", None), ("beijing", None)]
    assert set(Notice.objects.values_list("member", "subject_ko", "address")) == {
        (here.pk, "서울 초미세먼지 주의보", f"air/threads/{thread.pk}/"),
        (there.pk, "서울 초미세먼지 주의보", f"air/threads/{thread.pk}/"),
    }


def test_each_citys_officer_acknowledges_for_that_city():
    _here, there = officers()
    thread = thread_of()

    actions.acknowledge(by=there, thread=thread, seen_message=newest(thread))

    assert standing(alert_of(thread)) == [("seoul", None), ("beijing", there)]
    assert AlertThread.objects.awaiting(seoul()).get() == thread
    assert not AlertThread.objects.awaiting(beijing()).exists()


def test_acknowledging_twice_keeps_the_first_officer_and_time():
    first, second = member_with(Role.LIAISON, seoul()), member_with(Role.LIAISON, seoul())
    thread = thread_of()
    actions.acknowledge(by=first, thread=thread, seen_message=newest(thread))
    before = Acknowledgement.objects.values_list("by", "at").get(city=seoul())

    again = actions.acknowledge(by=second, thread=thread, seen_message=newest(thread))

    assert (again, Acknowledgement.objects.values_list("by", "at").get(city=seoul())) == (0, before)


def test_what_came_after_the_page_was_read_is_not_acknowledged():
    here, there = officers()
    thread = thread_of()
    seen = newest(thread)
    later = actions.send_message(by=there, thread=thread, text_zh_hans="请确认。")

    actions.acknowledge(by=here, thread=thread, seen_message=seen)

    assert standing(later) == [("seoul", None)]


def test_a_message_is_told_to_the_other_city_in_each_readers_language():
    here, there = officers()
    thread = thread_of()

    actions.send_message(by=here, thread=thread, text_ko="확인 부탁드립니다.")

    told = Notice.objects.filter(key__endswith="sent").exclude(body_ko__startswith="75").get()
    assert (told.member, told.body_zh_hans) == (there, "확인 부탁드립니다.")
    assert told.subject_en == "Message from Seoul: Seoul: PM2.5 advisory"


def test_a_message_needs_a_text():
    here, _there = officers()

    with pytest.raises(ValidationError):
        actions.send_message(by=here, thread=thread_of())


def test_a_translation_stands_beside_what_the_author_wrote():
    here, there = officers()
    message = actions.send_message(by=here, thread=thread_of(), text_ko="차량 운행을 제한합니다.")

    actions.translate(by=there, message=message, language="zh_hans", text="限制机动车行驶。")
    mended = actions.translate(by=here, message=message, language="zh_hans", text="实施机动车限行。")

    message.refresh_from_db()
    assert (message.text_ko, message.author) == ("차량 운행을 제한합니다.", here)
    assert (mended.text, mended.by) == ("实施机动车限行。", here)
    assert [entry.by for entry in HistoryEntry.objects.of(mended)] == [here, there]


def test_a_translation_does_not_replace_the_authors_words():
    here, there = officers()
    message = actions.send_message(by=here, thread=thread_of(), text_ko="확인.")

    with pytest.raises(WrittenByTheAuthor):
        actions.translate(by=there, message=message, language="ko", text="다른 말.")

    assert not MessageTranslation.objects.exists()


def test_a_closed_thread_takes_no_message_and_says_who_closed_it():
    here, there = officers()
    thread = thread_of()
    actions.close_thread(by=there, thread=thread, text_zh_hans="已解除。")

    with pytest.raises(ThreadIsClosed, match=r"^Member .* \(Beijing\) closed this thread on "):
        actions.send_message(by=here, thread=thread, text_ko="한 가지 더.")
    with pytest.raises(ThreadIsClosed):
        actions.close_thread(by=here, thread=thread, text_ko="종료.")
    with pytest.raises(ThreadIsClosed):
        actions.record_measure(by=here, thread=thread, taken_from=DAY, text_ko="살수차 운행.")


def test_closing_settles_what_was_not_acknowledged_and_can_be_acknowledged_still():
    here, there = officers()
    thread = thread_of()

    actions.close_thread(by=there, thread=thread, text_zh_hans="已解除。")

    assert list(AlertThread.objects.awaiting()) == []
    assert list(AlertThread.objects.closed()) == [thread]
    assert actions.acknowledge(by=here, thread=thread, seen_message=newest(thread)) == 1


def test_an_alert_that_rises_again_opens_the_closed_thread():
    here, there = officers()
    thread = thread_of()
    actions.close_thread(by=there, thread=thread, text_zh_hans="已解除。")

    actions.tell_of_alert(thread=thread, text="Now a warning.", to_acknowledge=True)

    assert list(AlertThread.objects.open()) == [thread]
    assert list(AlertThread.objects.awaiting(seoul())) == [thread]
    actions.send_message(by=here, thread=thread, text_ko="경보로 상향되었습니다.")


def test_the_end_of_an_alert_is_told_and_asks_nobody():
    officers()
    thread = thread_of()
    before = Notice.objects.count()

    ended = actions.tell_of_alert(thread=thread, text="The advisory was lifted.", to_acknowledge=False)

    assert (standing(ended), Notice.objects.count() - before) == ([], 2)


def test_a_measure_is_said_by_its_city_and_gets_its_end_later():
    here, there = officers()
    measure = actions.record_measure(by=here, thread=thread_of(), taken_from=DAY, text_ko="살수차 운행.")

    ended = actions.change_dates(by=here, measure=measure, taken_from=DAY, taken_until=DAY, seen_version=1)

    assert (ended.message.city, ended.taken_until) == (seoul(), DAY)
    with pytest.raises(PermissionDenied):
        actions.change_dates(by=there, measure=measure, taken_from=DAY, taken_until=None)


def test_a_measure_does_not_end_before_it_starts():
    here, _there = officers()

    with pytest.raises(ValidationError):
        actions.record_measure(
            by=here,
            thread=thread_of(),
            taken_from=DAY,
            taken_until=DAY - datetime.timedelta(days=1),
            text_ko="살수차 운행.",
        )


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.SECRETARIAT])
def test_who_is_no_liaison_officer_reads_only(role):
    member, thread = member_with(role), thread_of()

    with pytest.raises(PermissionDenied):
        actions.send_message(by=member, thread=thread, text_en="Hello.")
    with pytest.raises(PermissionDenied):
        actions.acknowledge(by=member, thread=thread, seen_message=newest(thread))
    with pytest.raises(PermissionDenied):
        actions.close_thread(by=member, thread=thread, text_en="Done.")


def test_everything_is_in_the_history_of_the_thread():
    here, there = officers()
    thread = thread_of()
    message = actions.send_message(by=here, thread=thread, text_ko="확인.")
    actions.acknowledge(by=there, thread=thread, seen_message=message.pk)
    actions.close_thread(by=there, thread=thread, text_zh_hans="结束。")

    kept = [(entry.kind, entry.by) for entry in HistoryEntry.objects.about(thread)]

    assert kept == [
        ("message of an alert thread", there),
        ("acknowledgement", there),
        ("acknowledgement", there),
        ("message of an alert thread", here),
        ("message of an alert thread", None),
        ("alert thread", None),
    ]
