import csv
import io

import pytest
from django.urls import reverse

from committee.documents.actions import add_document
from committee.minutes.actions import edit_section
from committee.minutes.circulation import answer_remark, circulate, take_back
from committee.models import Minutes
from tests.factories.city import beijing, seoul
from tests.factories.decision import DecisionFactory
from tests.factories.document import pdf
from tests.factories.meeting import MeetingFactory
from tests.factories.minutes import (
    MinutesFactory,
    agreed_for,
    agreed_minutes,
    circulated_minutes,
    remark_on,
    secretary_of,
    written_minutes,
)


def page_of(visitor, minutes):
    return visitor.get(minutes.get_absolute_url()).content.decode()


def test_the_page_of_a_held_meeting_lets_its_host_begin_the_minutes(signed_in, secretary):
    meeting = MeetingFactory()
    visitor = signed_in(secretary)

    assert "Write the minutes" in visitor.get(meeting.get_absolute_url()).content.decode()
    visitor.post(reverse("minutes_new", args=[meeting.pk]))

    assert Minutes.objects.get().meeting_id == meeting.pk


def test_a_second_set_of_minutes_is_refused_with_a_sentence(signed_in, secretary):
    minutes = MinutesFactory()

    answer = signed_in(secretary).post(reverse("minutes_new", args=[minutes.meeting_id]), follow=True)

    assert "This meeting has its minutes already." in answer.content.decode()


def test_the_page_says_which_language_a_section_lacks(signed_in, secretary):
    minutes = written_minutes()
    minutes.sections.update(text_zh_hans="")

    page = page_of(signed_in(secretary), minutes)

    assert "missing: Simplified Chinese" in page


def test_agreeing_to_what_one_has_read(signed_in, db):
    minutes = circulated_minutes()
    visitor = signed_in(secretary_of(beijing()))
    seen = visitor.get(minutes.get_absolute_url()).context["seen"]

    answer = visitor.post(reverse("minutes_agree", args=[minutes.pk]), {"seen": seen}, follow=True)

    assert "Your city has agreed." in answer.content.decode()


def test_agreed_minutes_show_the_decisions_that_were_agreed(signed_in, secretary):
    meeting = MeetingFactory()
    decision = DecisionFactory(meeting=meeting, text_en="To meet again.")
    minutes = agreed_minutes(meeting=meeting)
    type(decision).objects.update(text_en="Never to meet again.")

    page = page_of(signed_in(secretary), minutes)

    assert "To meet again." in page
    assert "These minutes say what was agreed." in page


def test_a_remark_and_its_answer_stay_on_the_page(signed_in, secretary):
    minutes = circulated_minutes()
    made = remark_on(minutes, "Name the officers.")
    answer_remark(by=secretary, remark=made, accepts=False, answer="They are named elsewhere.")

    page = page_of(signed_in(secretary), minutes)

    assert page.index("Name the officers.") < page.index("They are named elsewhere.")


def test_a_declined_remark_needs_its_reason_in_the_form(signed_in, secretary):
    made = remark_on(circulated_minutes())

    answer = signed_in(secretary).post(
        reverse("minutes_remark_answer", args=[made.pk]), {"accepts": "no", "answer": ""}
    )

    assert answer.status_code == 422
    assert "Say why the remark is declined." in answer.content.decode()


def test_the_second_writer_sees_both_versions_of_a_text(signed_in, secretary):
    minutes = written_minutes()
    section = minutes.sections.get()
    edit_section(by=secretary_of(seoul()), section=section, text_en="Written first.")

    answer = signed_in(secretary).post(
        reverse("minutes_section_edit", args=[section.pk]),
        {
            "seen_version": "1",
            "title_ko": section.title_ko,
            "initial-title_ko": section.title_ko,
            "title_zh_hans": section.title_zh_hans,
            "initial-title_zh_hans": section.title_zh_hans,
            "title_en": section.title_en,
            "initial-title_en": section.title_en,
            "text_en": "Written second.",
            "initial-text_en": section.text_en,
        },
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Written first." in page
    assert "Written second." in page


def test_a_later_version_shows_what_changed(signed_in, secretary):
    minutes = circulated_minutes()
    take_back(by=secretary, minutes=minutes)
    edit_section(by=secretary, section=minutes.sections.get(), text_en="Two hotlines are set up.")
    circulate(by=secretary, minutes=minutes, answer_by=secretary.today)

    page = signed_in(secretary).get(reverse("minutes_version", args=[minutes.pk, 2])).content.decode()

    changed = page[page.index("What changed since") : page.index("The text of this version")]
    assert "A hotline is set up." in changed
    assert "Two hotlines are set up." in changed


def test_a_version_that_never_was_is_not_found(signed_in, secretary):
    minutes = circulated_minutes()

    assert signed_in(secretary).get(reverse("minutes_version", args=[minutes.pk, 2])).status_code == 404


def test_the_signed_scan_stands_with_the_minutes(signed_in, secretary):
    minutes = agreed_minutes()
    add_document(by=secretary, upload=pdf("signed.pdf"), language="ko", of=minutes, title_en="Signed minutes")

    assert "Signed minutes" in page_of(signed_in(secretary), minutes)


def test_the_list_is_narrowed_down_to_what_waits_for_ones_city(signed_in, secretary):
    waiting, answered = circulated_minutes(), circulated_minutes()
    agreed_for(seoul(), answered)

    answer = signed_in(secretary).get(reverse("minutes_list"), {"waiting": "me"})

    assert list(answer.context["rows"]) == [waiting]


def test_a_word_of_a_section_finds_its_minutes_once(signed_in, secretary):
    minutes = written_minutes()
    other = minutes.sections.get()
    other.pk = None
    other.save()

    answer = signed_in(secretary).get(reverse("minutes_list"), {"q": "热线"})

    assert list(answer.context["rows"]) == [minutes]


def test_the_list_comes_as_a_file(signed_in, secretary):
    minutes = agreed_minutes()

    answer = signed_in(secretary).get(reverse("minutes_list"), {"format": "csv"})

    [_heading, row] = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row[:3] == [str(minutes.pk), minutes.meeting.title, "general meeting"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_number_of_queries_however_long(
    number, signed_in, secretary, django_assert_num_queries
):
    visitor = signed_in(secretary)
    for _each in range(number):
        circulated_minutes()
    visitor.get(reverse("minutes_list"))

    with django_assert_num_queries(9):
        visitor.get(reverse("minutes_list"))


def test_the_first_page_of_a_secretariat_takes_in_what_waits_for_its_city(signed_in, secretary):
    minutes = circulated_minutes()

    part = signed_in(secretary).get(reverse("minutes_waiting"), headers={"HX-Request": "true"})

    assert part.content.decode().count(minutes.meeting.title) == 1
    assert "<html" not in part.content.decode()
