"""A double click, or a form sent again after going back: done once, and answered as done."""

import datetime

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from committee.history.sent_forms import SentTwice, answering, forget_sent_forms, name_form
from committee.meetings.actions import edit_meeting
from committee.models import AgendaItem, Document, HistoryEntry, SentForm
from tests.at_once import at_once
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.checklist import ChecklistStepFactory
from tests.factories.meeting import MeetingFactory

pytestmark = pytest.mark.django_db
ONE_PAGE, ANOTHER_PAGE = {"csrfmiddlewaretoken": "one"}, {"csrfmiddlewaretoken": "another"}
ITEM = {"title_en": "Air"}


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.fixture
def new_item():
    return reverse("agenda_item_new", args=[MeetingFactory(state="planned").pk])


def said(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_a_form_sent_twice_makes_one_record_and_leads_to_it(writer, new_item):
    first = writer.post(new_item, ITEM | ONE_PAGE)
    second = writer.post(new_item, ITEM | ONE_PAGE)

    assert AgendaItem.objects.count() == 1
    assert (second.status_code, second.url) == (302, first.url)
    assert said(second)[-1] == "This was sent twice and done once."


def test_a_form_that_was_shown_anew_or_says_something_else_is_another_one(writer, new_item):
    for form in (ITEM | ONE_PAGE, ITEM | ANOTHER_PAGE, {"title_en": "Water"} | ONE_PAGE):
        writer.post(new_item, form)

    assert AgendaItem.objects.count() == 3


def test_another_file_is_another_form(writer):
    item = AgendaItemFactory(meeting__state="planned")
    described = {"title_en": "Paper", "kind": "other", "readers": "both_cities", "language": "en"}
    for name in ("one.pdf", "other.pdf"):
        file = SimpleUploadedFile(name, b"%PDF-1.4", "application/pdf")
        writer.post(
            reverse("agenda_item_document_new", args=[item.pk]), described | {"upload": file} | ONE_PAGE
        )

    assert Document.objects.count() == 2


def test_what_was_refused_may_be_sent_again(writer, new_item):
    refused = writer.post(new_item, ONE_PAGE)
    again = writer.post(new_item, ONE_PAGE)

    assert (refused.status_code, again.status_code, SentForm.objects.count()) == (422, 422, 0)


def test_deleting_twice_is_answered_as_done(writer):
    delete = reverse("agenda_item_delete", args=[AgendaItemFactory().pk])

    answers = [writer.post(delete, ONE_PAGE) for _click in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[1].url == reverse("home")


def test_a_button_pressed_twice_is_not_told_that_it_is_too_late(writer, secretary):
    step = ChecklistStepFactory(city=secretary.city)
    done = reverse("checklist_step_do", args=[step.pk])

    answers = [writer.post(done, ONE_PAGE).status_code for _click in range(2)]
    from_a_page_shown_before = writer.post(done, ANOTHER_PAGE).status_code

    assert (answers, from_a_page_shown_before) == ([302, 302], 422)


def test_what_a_script_sends_by_itself_is_left_alone(writer, new_item):
    for _send in range(2):
        writer.post(new_item, ITEM | ONE_PAGE, headers={"HX-Request": "true"})

    assert (AgendaItem.objects.count(), SentForm.objects.count()) == (2, 0)


def test_nothing_of_the_second_act_is_kept(secretary):
    meeting = MeetingFactory()

    def rename(title):
        with answering():
            name_form("digest")
            edit_meeting(by=secretary, meeting=meeting, venue_en=title)

    rename("First")
    with pytest.raises(SentTwice), transaction.atomic():
        rename("Second")

    meeting.refresh_from_db()
    assert (meeting.venue_en, HistoryEntry.objects.of(meeting).count()) == ("First", 1)


@pytest.mark.django_db(transaction=True)
def test_of_two_clicks_at_the_same_moment_one_acts(secretary, signed_in):
    new = reverse("agenda_item_new", args=[MeetingFactory(state="planned").pk])
    browsers = [signed_in(secretary), signed_in(secretary)]

    answers = at_once(*[lambda browser=browser: browser.post(new, ITEM | ONE_PAGE) for browser in browsers])

    assert (AgendaItem.objects.count(), {answer.url for answer in answers}) == (
        1,
        {AgendaItem.objects.get().get_absolute_url()},
    )


def test_sent_forms_are_forgotten_after_a_day(writer, new_item):
    writer.post(new_item, ITEM | ONE_PAGE)
    now = timezone.now()

    kept = forget_sent_forms(now)
    dropped = forget_sent_forms(now + datetime.timedelta(days=1, minutes=1))

    assert (kept, dropped, AgendaItem.objects.count()) == (0, 1, 1)
