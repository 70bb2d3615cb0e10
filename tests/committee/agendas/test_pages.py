import pytest
from django.urls import reverse

from committee.agendas import actions
from committee.agendas.agenda import agenda_of
from committee.agendas.consents import agree_agenda, fingerprint
from committee.members.models import Role
from committee.models import AgendaConsent, AgendaItem
from tests.factories.agenda_item import AgendaItemFactory, ProposedItemFactory
from tests.factories.city import beijing
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
State = AgendaItem.State


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.fixture
def answerer(signed_in):
    return signed_in(member_with(Role.SECRETARIAT, beijing()))


def entries(page):
    return [entry for group in page.context["agenda"].groups for entry in group.entries]


def test_an_item_is_proposed_on_its_form_and_stands_on_the_page_with_whose_turn_it_is(writer):
    beijing()
    meeting = MeetingFactory(state="planned")

    page = writer.post(reverse("agenda_item_new", args=[meeting.pk]), {"title_ko": "미세먼지"}, follow=True)

    assert [(entry.item.title_ko, entry.turn) for entry in entries(page)] == [
        ("미세먼지", "Beijing is to accept it or return it.")
    ]


def test_an_item_is_accepted_by_a_button_of_its_page(answerer):
    item = ProposedItemFactory()

    answerer.post(reverse("agenda_item_accept", args=[item.pk]), {"seen": item.version})

    assert AgendaItem.objects.get().state == State.ACCEPTED


def test_an_old_page_accepts_nothing_and_shows_the_item_as_it_is(answerer, secretary):
    item = ProposedItemFactory()
    actions.edit_item(by=secretary, item=item, title_en="Dust and ozone")

    answer = answerer.post(reverse("agenda_item_accept", args=[item.pk]), {"seen": item.version})

    assert (answer.status_code, answer.context["item"].title) == (422, "Dust and ozone")
    assert answer.context["refusal"] == (
        "The item changed after you had read it. Nothing was accepted; please read it again."
    )


def test_a_return_without_a_reason_is_refused(answerer):
    item = ProposedItemFactory()

    answer = answerer.post(reverse("agenda_item_return", args=[item.pk]), {"reason": ""})

    assert (answer.status_code, answer.context["refusal"]) == (422, "Say why.")


def test_items_are_moved_by_buttons_without_javascript(writer):
    meeting = MeetingFactory(state="planned")
    first, second = ProposedItemFactory.create_batch(2, meeting=meeting)

    writer.post(reverse("agenda_item_down", args=[first.pk]), {"seen": first.version})

    assert list(AgendaItem.objects.in_order()) == [second, first]


def test_an_old_page_moves_nothing_and_shows_the_order_as_it_is(writer, secretary):
    first, *_others = ProposedItemFactory.create_batch(3, meeting=MeetingFactory(state="planned"))
    actions.move_item(by=secretary, item=first, by_places=1, seen_version=first.version)

    answer = writer.post(reverse("agenda_item_down", args=[first.pk]), {"seen": first.version})

    assert (answer.status_code, "while you were writing" in str(answer.context["refusal"])) == (422, True)


def test_a_city_agrees_on_the_page_and_opens_the_agenda_again_with_a_reason(writer, answerer):
    meeting = MeetingFactory(state="planned")
    AgendaItemFactory(meeting=meeting)
    seen = writer.get(meeting.get_absolute_url()).context["agenda"].fingerprint

    for client in (writer, answerer):
        client.post(reverse("agenda_agree", args=[meeting.pk]), {"seen": seen})
    agreed = writer.get(meeting.get_absolute_url()).context["agenda"].agreed_at
    writer.post(reverse("agenda_open", args=[meeting.pk]), {"reason": "The study is late."})

    assert (agreed is None, AgendaConsent.objects.count()) == (False, 0)


def test_what_is_accepted_after_the_agenda_was_agreed_is_marked(writer, secretary):
    other = member_with(Role.SECRETARIAT, beijing())
    meeting = MeetingFactory(state="planned")
    AgendaItemFactory(meeting=meeting)
    for by in (secretary, other):
        agree_agenda(by=by, meeting=meeting, seen=fingerprint(meeting))
    later = actions.propose_item(by=secretary, meeting=meeting, title_en="Ozone")
    actions.accept_item(by=other, item=later, seen_version=later.version)

    page = writer.get(meeting.get_absolute_url())

    assert [(entry.number, entry.is_added_after) for entry in entries(page)] == [(1, False), (2, True)]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_agenda_takes_the_same_queries_for_any_number_of_items(
    secretary, rows, django_assert_num_queries
):
    meeting = MeetingFactory(state="planned")
    ProposedItemFactory.create_batch(rows, meeting=meeting)
    agenda_of(meeting, secretary)

    with django_assert_num_queries(5):
        agenda = agenda_of(meeting, secretary)

    assert [len(group.entries) for group in agenda.groups] == [rows]


@pytest.mark.parametrize("rows", [1, 3])
def test_what_waits_takes_the_same_queries_for_any_number_of_items(answerer, rows, django_assert_num_queries):
    ProposedItemFactory.create_batch(rows)
    answerer.get(reverse("agenda_waiting"))

    with django_assert_num_queries(4):
        page = answerer.get(reverse("agenda_waiting"))

    assert len(page.context["items"]) == rows


def test_the_first_page_of_a_secretariat_takes_in_what_waits_on_agendas(answerer):
    panels = answerer.get(reverse("home")).context["panels"]

    assert reverse("agenda_waiting") in [address for address, _label in panels]
