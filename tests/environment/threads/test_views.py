import pytest
from django.urls import reverse

from committee.members.models import Role
from environment.models import AlertThread, MeasureTaken, MessageTranslation
from environment.threads import actions
from tests.factories.alert_thread import OPENED, alert_of, thread_of
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return member_with(Role.LIAISON, seoul())


def page_of(thread, name="thread"):
    return reverse(name, args=[thread.pk])


@pytest.mark.parametrize("threads", [1, 3])
def test_the_list_asks_the_same_number_of_questions(threads, officer, signed_in, django_assert_num_queries):
    for _each in range(threads):
        actions.send_message(by=officer, thread=thread_of(), text_ko="확인.")
    visitor = signed_in(officer)

    with django_assert_num_queries(12):
        visitor.get(reverse("thread_list"))


@pytest.mark.parametrize("messages", [1, 3])
def test_the_page_asks_the_same_number_of_questions(messages, officer, signed_in, django_assert_num_queries):
    thread = thread_of()
    for _each in range(messages):
        message = actions.send_message(by=officer, thread=thread, text_ko="확인.")
        actions.translate(by=officer, message=message, language="en", text="Noted.")
    visitor = signed_in(officer)

    with django_assert_num_queries(24):
        visitor.get(page_of(thread))


def test_an_officer_acknowledges_on_the_page(officer, signed_in):
    thread = thread_of()

    signed_in(officer).post(page_of(thread, "thread_acknowledge"), {"seen": thread.messages.get().pk})

    assert alert_of(thread).acknowledgements.get(city=seoul()).by == officer


def test_the_button_goes_once_there_is_nothing_to_acknowledge(officer, signed_in):
    thread = thread_of()
    visitor = signed_in(officer)
    before = visitor.get(page_of(thread)).context["may_acknowledge"]

    actions.acknowledge(by=officer, thread=thread, seen_message=thread.messages.get().pk)

    assert (before, visitor.get(page_of(thread)).context["may_acknowledge"]) == (True, False)


def test_an_officer_writes_in_two_languages(officer, signed_in):
    thread = thread_of()

    signed_in(officer).post(page_of(thread, "thread_write"), {"text_ko": "확인.", "text_en": "Noted."})

    assert thread.messages.last().written == {"ko": "확인.", "en": "Noted."}


def test_a_missing_language_of_the_other_city_says_so(officer, signed_in):
    thread = thread_of()
    message = actions.send_message(by=officer, thread=thread, text_ko="확인.")

    shown = signed_in(officer).get(page_of(thread)).context["messages_shown"][-1]

    assert shown.message == message
    assert [(version.suffix, version.text) for version in shown.versions] == [
        ("ko", "확인."),
        ("zh_hans", ""),
    ]


def test_an_officer_translates_and_mends_on_the_page(officer, signed_in):
    message = actions.send_message(by=officer, thread=thread_of(), text_ko="확인.")
    address = reverse("message_translate", args=[message.pk, "zh_hans"])
    visitor = signed_in(member_with(Role.LIAISON, beijing()))

    visitor.post(address, {"text": "已悉"})
    visitor.post(address, {"text": "已收悉。", "seen_version": 1})

    assert MessageTranslation.objects.get().text == "已收悉。"


def test_an_officer_records_a_measure_and_its_end(officer, signed_in):
    thread = thread_of()
    visitor = signed_in(officer)

    visitor.post(page_of(thread, "thread_measure"), {"text_ko": "살수차 운행.", "taken_from": "2026-01-16"})
    measure = MeasureTaken.objects.get()
    dates = {"taken_from": "2026-01-16", "taken_until": "2026-01-18", "seen_version": 1}
    visitor.post(reverse("measure_dates", args=[measure.pk]), dates)

    measure.refresh_from_db()
    assert (measure.message.city, str(measure)) == (seoul(), "2026-01-16 – 2026-01-18")


def test_a_message_to_a_closed_thread_is_refused_in_words(officer, signed_in):
    thread = thread_of()
    actions.close_thread(by=officer, thread=thread, text_ko="종료.")

    answer = signed_in(officer).post(page_of(thread, "thread_write"), {"text_ko": "하나 더."})

    assert answer.status_code == 422
    assert "closed this thread on" in answer.content.decode()


def test_open_threads_stand_first_and_the_filters_find_what_waits(officer, signed_in):
    closed, waiting = thread_of(), thread_of(beijing())
    AlertThread.objects.filter(pk=waiting.pk).update(opened_at=OPENED.replace(year=2020))
    actions.close_thread(by=officer, thread=closed, text_ko="종료.")
    visitor = signed_in(officer)

    def found(**asked):
        return list(visitor.get(reverse("thread_list"), asked).context["rows"])

    assert found() == [waiting, closed]
    assert found(state="closed") == [closed]
    assert found(state="waiting") == [waiting]
    assert found(waiting=seoul().pk) == [waiting]
    assert found(city=seoul().pk) == [closed]


def test_words_find_what_was_written_and_translated(officer, signed_in):
    thread = thread_of()
    thread_of()
    message = actions.send_message(by=officer, thread=thread, text_ko="도로 물청소")
    actions.translate(by=officer, message=message, language="zh_hans", text="道路冲洗")
    visitor = signed_in(officer)

    pages = [visitor.get(reverse("thread_list"), {"q": words}) for words in ("물청소", "冲洗")]

    assert [list(page.context["rows"]) for page in pages] == [[thread], [thread]]


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-02-01", "2026-01-01"), ("0001-01-01", "2026-01-01"), ("2026-01-01", "9999-12-31")],
)
def test_the_log_of_no_period_that_could_be_is_refused(officer, signed_in, first, last):
    asked = {"first": first, "last": last}

    answers = [signed_in(officer).get(reverse(name), asked) for name in ("thread_log", "thread_log_csv")]

    assert [answer.status_code for answer in answers] == [422, 422]


def test_the_log_as_a_file_has_the_lines_of_its_thread(officer, signed_in):
    thread_of()
    thread = thread_of()
    actions.send_message(by=officer, thread=thread, text_ko="=1+1")

    text = signed_in(officer).get(page_of(thread, "thread_csv")).content.decode("utf-8-sig")

    lines = text.splitlines()
    assert (len(lines), lines[0]) == (3, "Time,Thread,City,Who,What,Text")
    assert lines[2].endswith(",message sent,'=1+1")


@pytest.mark.parametrize("threads", [1, 3])
def test_the_interface_asks_the_same_number_of_questions(
    threads, officer, signed_in, django_assert_num_queries
):
    for _each in range(threads):
        thread = thread_of()
        actions.record_measure(by=officer, thread=thread, taken_from="2026-01-16", text_ko="살수차 운행.")
        message = actions.send_message(by=officer, thread=thread, text_ko="확인.")
        actions.translate(by=officer, message=message, language="en", text="Noted.")
        actions.acknowledge(by=officer, thread=thread, seen_message=message.pk)
    visitor = signed_in(officer)

    with django_assert_num_queries(16):
        visitor.get("/api/v1/air/threads/")


def test_the_interface_tells_who_acknowledged(officer, signed_in):
    thread = thread_of()
    actions.acknowledge(by=officer, thread=thread, seen_message=thread.messages.get().pk)

    [record] = signed_in(officer).get("/api/v1/air/threads/").json()["results"]

    asked = record["messages"][0]["acknowledgements"]
    assert [(each["city"], each["by"]) for each in asked] == [("seoul", str(officer)), ("beijing", None)]
    assert record["is_closed"] is False
