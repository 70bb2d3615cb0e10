import datetime

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import Decision, GeneralMeeting
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.decision import DecisionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


def full_meeting() -> GeneralMeeting:
    """A meeting with an agenda, a decision and an agreement with its commitment."""
    meeting = MeetingFactory()
    AgendaItemFactory(meeting=meeting)
    DecisionFactory(meeting=meeting)
    CommitmentFactory(agreement=AgreementFactory(meeting=meeting), promisor="one", city=seoul())
    return meeting


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    MeetingFactory.create_batch(rows)
    reader.get(reverse("meeting_list"))

    with django_assert_num_queries(10):
        page = reader.get(reverse("meeting_list"))

    assert len(page.context["rows"]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_rows(writer, rows, django_assert_num_queries):
    meeting = full_meeting()
    for _ in range(rows - 1):
        AgendaItemFactory(meeting=meeting)
        DecisionFactory(meeting=meeting)
        CommitmentFactory.create_batch(2, agreement=AgreementFactory(meeting=meeting))
    writer.get(meeting.get_absolute_url())

    with django_assert_num_queries(29):
        page = writer.get(meeting.get_absolute_url())

    assert len(page.context["decisions"]) == rows


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", [5, 4, 3]),
        ("q=시청", [3]),
        ("q=city hall", [3]),
        ("q=nowhere", []),
        ("state=held", [4, 3]),
        ("host=beijing", [4]),
        ("state=held&host=beijing", [4]),
        ("state=invented", [5, 4, 3]),
    ],
)
def test_the_list_finds(reader, filters, found):
    MeetingFactory(ordinal=3, host=seoul(), venue_ko="서울시청", venue_en="City Hall")
    MeetingFactory(ordinal=4, host=beijing())
    MeetingFactory(ordinal=5, host=seoul(), state="planned")

    page = reader.get(f"{reverse('meeting_list')}?{filters.replace('beijing', str(beijing().pk))}")

    assert [meeting.ordinal for meeting in page.context["rows"]] == found


def test_a_new_meeting_starts_from_what_the_cycle_suggests(writer):
    beijing()
    MeetingFactory(ordinal=3, host=seoul())

    form = writer.get(reverse("meeting_new")).context["form"]

    suggested = {name: form[name].value() for name in ("ordinal", "host", "starts_on")}
    assert suggested == {"ordinal": 4, "host": beijing().pk, "starts_on": datetime.date(2020, 3, 19)}


def test_a_new_meeting_is_saved_and_shown(writer):
    answer = writer.post(
        reverse("meeting_new"),
        {"ordinal": 1, "host": seoul().pk, "state": "held", "starts_on": "2013-04-22"},
        follow=True,
    )

    assert answer.redirect_chain == [(GeneralMeeting.objects.get().get_absolute_url(), 302)]
    assert [str(message) for message in answer.context["messages"]] == ["Saved."]


def test_a_meeting_held_without_a_day_is_not_saved(writer):
    answer = writer.post(reverse("meeting_new"), {"ordinal": 1, "host": seoul().pk, "state": "held"})

    assert (answer.status_code, GeneralMeeting.objects.count()) == (422, 0)
    assert answer.context["form"].errors == {"__all__": ["A meeting that was held needs its first day."]}


def test_an_empty_form_is_not_saved(writer):
    answer = writer.post(reverse("meeting_new"), {})

    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["host", "ordinal", "state"])


def test_a_meeting_in_the_wrong_city_says_so(reader):
    MeetingFactory(ordinal=3, host=seoul())
    fourth = MeetingFactory(ordinal=4, host=seoul())

    page = reader.get(fourth.get_absolute_url())

    assert page.context["warnings"] == ["Seoul also hosted the meeting before; hosts alternate."]


def test_a_meeting_with_an_agreement_is_not_deleted(writer):
    meeting = full_meeting()

    answer = writer.post(reverse("meeting_delete", args=[meeting.pk]))

    assert (answer.status_code, GeneralMeeting.objects.count()) == (422, 1)


def test_a_new_decision_takes_the_next_number(writer):
    meeting = full_meeting()
    address = reverse("decision_new", args=[meeting.pk])
    number = writer.get(address).context["form"]["number"].value()

    writer.post(address, {"number": number, "state": "proposed", "text_ko": "계속한다."})

    assert [(each.text_ko, each.state) for each in Decision.objects.filter(number=number)] == [
        ("계속한다.", "proposed")
    ]


def test_a_number_given_twice_is_refused(writer):
    decision = DecisionFactory()
    address = reverse("decision_new", args=[decision.meeting.pk])

    answer = writer.post(address, {"number": decision.number, "state": "proposed", "text_ko": "계속한다."})

    assert (answer.status_code, answer.context["form"].non_field_errors()) == (
        422,
        ["Another decision of this meeting has this number."],
    )


def test_a_meeting_that_does_not_exist_is_not_found(reader):
    assert reader.get(reverse("meeting", args=[99])).status_code == 404


def test_going_back_asks_for_the_whole_page(reader):
    whole = reader.get(
        reverse("meeting_list"), headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    )
    rows = reader.get(reverse("meeting_list"), headers={"HX-Request": "true"})

    assert [b"<!doctype html>" in answer.content for answer in (whole, rows)] == [True, False]
