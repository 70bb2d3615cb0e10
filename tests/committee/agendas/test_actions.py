import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from committee.agendas import actions
from committee.agendas.consents import agree_agenda, fingerprint
from committee.agendas.models import AgendaConsent
from committee.agendas.rules import (
    ItemAnswered,
    ItemChanged,
    MeetingOver,
    ReasonNeeded,
)
from committee.history.actions import ChangedMeanwhile
from committee.members.models import Role
from committee.models import AgendaItem, HistoryEntry, Meeting, Notice
from tests.factories.agenda_item import AgendaItemFactory, ProposedItemFactory
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
State = AgendaItem.State


@pytest.fixture
def in_seoul(db):
    return member_with(Role.SECRETARIAT, seoul())


@pytest.fixture
def in_beijing(db):
    return member_with(Role.SECRETARIAT, beijing())


@pytest.fixture
def planned(db) -> Meeting:
    return MeetingFactory(state="planned")


def proposed(by, meeting, title="Dust", **fields) -> AgendaItem:
    return actions.propose_item(by=by, meeting=meeting, title_en=title, **fields)


def accepted(by, answered_by, meeting, title="Dust", **fields) -> AgendaItem:
    item = proposed(by, meeting, title, **fields)
    return actions.accept_item(by=answered_by, item=item, seen_version=item.version)


def agreed(in_seoul, in_beijing, meeting) -> AgendaItem:
    """Return the one item of an agenda to which both cities agreed."""
    item = accepted(in_seoul, in_beijing, meeting)
    for by in (in_seoul, in_beijing):
        agree_agenda(by=by, meeting=meeting, seen=fingerprint(meeting))
    return item


def test_an_item_is_proposed_by_one_city_and_accepted_by_the_other(in_seoul, in_beijing, planned):
    item = accepted(in_seoul, in_beijing, planned)

    assert (item.city, item.state, item.answered_by) == (seoul(), State.ACCEPTED, in_beijing)
    assert [entry.verb for entry in HistoryEntry.objects.of(item)] == ["confirmed", "created"]


def test_nobody_accepts_or_returns_for_the_own_city(in_seoul, planned):
    item = proposed(member_with(Role.SECRETARIAT, seoul()), planned)

    for answer in (
        lambda: actions.accept_item(by=in_seoul, item=item, seen_version=1),
        lambda: actions.return_item(by=in_seoul, item=item, reason="Later"),
    ):
        with pytest.raises(PermissionDenied):
            answer()


def test_accepting_twice_keeps_the_first_date(in_seoul, in_beijing, planned):
    item = accepted(in_seoul, in_beijing, planned)

    again = actions.accept_item(by=in_beijing, item=item, seen_version=item.version)

    assert again.answered_at == item.answered_at


def test_what_changed_after_it_was_read_is_not_accepted(in_seoul, in_beijing, planned):
    item = proposed(in_seoul, planned)
    actions.edit_item(by=in_seoul, item=item, title_en="Dust and ozone")

    with pytest.raises(ItemChanged):
        actions.accept_item(by=in_beijing, item=item, seen_version=item.version)


def test_a_return_needs_a_reason_and_keeps_it(in_seoul, in_beijing, planned):
    item = proposed(in_seoul, planned)

    with pytest.raises(ReasonNeeded):
        actions.return_item(by=in_beijing, item=item, reason=" ")
    returned = actions.return_item(by=in_beijing, item=item, reason="Wait for the study.")

    assert (returned.state, returned.returned_because) == (State.RETURNED, "Wait for the study.")


def test_a_returned_item_that_is_changed_asks_again(in_seoul, in_beijing, planned):
    item = proposed(in_seoul, planned)
    actions.return_item(by=in_beijing, item=item, reason="Wait for the study.")

    changed = actions.edit_item(by=in_seoul, item=item, title_en="The study on dust")

    assert (changed.state, changed.answered_at, changed.returned_because) == (State.PROPOSED, None, "")


def test_saving_an_accepted_item_unchanged_does_not_ask_again(in_seoul, in_beijing, planned):
    item = accepted(in_seoul, in_beijing, planned)

    kept = actions.edit_item(by=in_seoul, item=item, title_en="Dust")

    assert (kept.state, kept.version) == (State.ACCEPTED, item.version)


def test_an_accepted_item_that_is_changed_asks_again(in_seoul, in_beijing, planned):
    item = accepted(in_seoul, in_beijing, planned)

    assert actions.edit_item(by=in_seoul, item=item, title_en="Ozone").state == State.PROPOSED


def test_an_item_that_was_returned_is_not_accepted_by_an_old_page(in_seoul, in_beijing, planned):
    item = proposed(in_seoul, planned)
    actions.return_item(by=in_beijing, item=item, reason="Wait for the study.")

    with pytest.raises(ItemAnswered):
        actions.accept_item(by=in_beijing, item=item, seen_version=item.version)


def test_the_agenda_of_a_meeting_held_is_recorded_without_question(in_beijing):
    item = proposed(in_beijing, MeetingFactory(state="held"))

    assert (item.city, item.state) == (None, State.ACCEPTED)


def test_nothing_is_answered_after_the_meeting(in_seoul, in_beijing, planned):
    item = proposed(in_seoul, planned)
    Meeting.objects.update(state="held")

    with pytest.raises(MeetingOver):
        actions.accept_item(by=in_beijing, item=item, seen_version=1)


def test_a_co_lead_proposes_for_the_own_subcommittee_alone(planned):
    lead = member_with(Role.CO_LEAD)

    own = proposed(lead, planned, subcommittee=SubcommitteeFactory())
    with pytest.raises(PermissionDenied):
        proposed(lead, planned, subcommittee=SubcommitteeFactory(code="economy"))
    with pytest.raises(PermissionDenied):
        proposed(lead, planned)

    assert own.state == State.PROPOSED


def test_an_item_of_a_subcommittee_meeting_is_of_its_subcommittee():
    meeting = SubcommitteeMeetingFactory()

    item = proposed(member_with(Role.CO_LEAD), meeting)

    assert item.subcommittee == meeting.subcommittee


@pytest.mark.parametrize(
    ("moved", "by_places", "order"),
    [(0, 1, ["B", "A", "C"]), (2, -1, ["A", "C", "B"]), (0, -1, ["A", "B", "C"]), (2, 1, ["A", "B", "C"])],
    ids=["down", "up", "up from the top", "down from the bottom"],
)
def test_items_change_places_with_their_neighbour(in_seoul, planned, moved, by_places, order):
    items = [proposed(in_seoul, planned, title) for title in "ABC"]

    actions.move_item(by=in_seoul, item=items[moved], by_places=by_places, seen_version=1)

    assert [str(item) for item in AgendaItem.objects.in_order()] == order


def test_items_move_within_their_subcommittee(in_seoul, planned):
    first = proposed(in_seoul, planned, "A", subcommittee=SubcommitteeFactory())
    proposed(in_seoul, planned, "of all")
    proposed(in_seoul, planned, "B", subcommittee=SubcommitteeFactory())

    actions.move_item(by=in_seoul, item=first, by_places=1, seen_version=1)

    assert [str(item) for item in AgendaItem.objects.in_order()] == ["of all", "B", "A"]


def test_two_who_move_the_same_item_do_not_undo_each_other(in_seoul, in_beijing, planned):
    items = [proposed(in_seoul, planned, title) for title in "ABC"]
    actions.move_item(by=in_seoul, item=items[0], by_places=1, seen_version=1)

    with pytest.raises(ChangedMeanwhile):
        actions.move_item(by=in_beijing, item=items[0], by_places=1, seen_version=1)


def test_the_other_city_is_told_of_a_proposal_and_the_own_of_the_answer(in_seoul, in_beijing, planned):
    item = proposed(in_seoul, planned)
    actions.return_item(by=in_beijing, item=item, reason="Wait for the study.")

    told = Notice.objects.order_by("pk").values_list("member", "subject_en", "body_en")
    assert list(told) == [
        (
            in_beijing.pk,
            "Agenda item to answer: Dust",
            f"Seoul proposes it for: {planned}. Please accept it or return it.",
        ),
        (in_seoul.pk, "Agenda item returned: Dust", "Wait for the study."),
    ]


def test_the_co_lead_concerned_is_told_too(in_seoul, planned):
    lead = member_with(Role.CO_LEAD, beijing())

    proposed(in_seoul, planned, subcommittee=SubcommitteeFactory())

    assert Notice.objects.get().member == lead


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.ACCEPTED},
        {"state": State.RETURNED},
        {"answered_at": timezone.now()},
        {"city": None},
        {"state": State.RETURNED, "answered_at": timezone.now()},
        {"returned_because": "No"},
    ],
    ids=[
        "accepted by nobody",
        "returned by nobody",
        "answered and waiting",
        "proposed by nobody",
        "returned without a reason",
        "a reason without a return",
    ],
)
def test_the_database_refuses_half_an_answer(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProposedItemFactory(**fields)


def test_the_database_refuses_a_second_consent_of_a_city(in_seoul, planned):
    consent = {"meeting": planned, "city": seoul(), "by": in_seoul, "at": timezone.now()}
    AgendaConsent.objects.create(**consent)

    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaConsent.objects.create(**consent)


def test_what_waits_is_asked_of_the_other_city_and_returned_to_the_own(in_seoul, in_beijing, planned):
    asked = proposed(in_seoul, planned)
    returned = proposed(in_beijing, planned)
    actions.return_item(by=in_seoul, item=returned, reason="Too early")
    AgendaItemFactory()
    ProposedItemFactory(meeting=MeetingFactory(state="held", starts_on=datetime.date(2018, 3, 19)))

    assert set(AgendaItem.objects.waiting_for(in_beijing)) == {asked, returned}
    assert set(AgendaItem.objects.waiting_for(in_seoul)) == set()


def test_for_a_co_lead_waits_what_is_of_the_subcommittee(in_seoul, planned):
    lead = member_with(Role.CO_LEAD, beijing())
    own = proposed(in_seoul, planned, subcommittee=SubcommitteeFactory())
    of_meeting = proposed(in_seoul, SubcommitteeMeetingFactory())
    proposed(in_seoul, planned)

    assert set(AgendaItem.objects.waiting_for(lead)) == {own, of_meeting}
