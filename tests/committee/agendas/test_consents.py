import pytest

from committee.agendas import actions
from committee.agendas.consents import agree_agenda, agreed_at, fingerprint, open_agenda_again
from committee.agendas.models import AgendaConsent
from committee.agendas.rules import (
    AgendaAgreed,
    AgendaChanged,
    AgreedWithoutIt,
    NotAgreed,
    NothingToAgreeTo,
)
from committee.archive.actions import undo_deletion
from committee.meetings.actions import delete_meeting
from committee.members.models import Role
from committee.models import AgendaItem, Deletion, HistoryEntry, Meeting
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

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


def test_the_agenda_is_agreed_once_both_cities_agreed(in_seoul, in_beijing, planned):
    accepted(in_seoul, in_beijing, planned)

    agree_agenda(by=in_seoul, meeting=planned, seen=fingerprint(planned))
    of_one = agreed_at(planned)
    last = agree_agenda(by=in_beijing, meeting=planned, seen=fingerprint(planned))

    assert (of_one, agreed_at(planned)) == (None, last.at)


def test_agreeing_twice_keeps_the_first_date(in_seoul, in_beijing, planned):
    accepted(in_seoul, in_beijing, planned)

    first, second = (
        agree_agenda(by=in_seoul, meeting=planned, seen=fingerprint(planned)) for _time in range(2)
    )

    assert (second, AgendaConsent.objects.count()) == (first, 1)


def test_nobody_agrees_to_an_agenda_without_items(in_seoul, planned):
    proposed(in_seoul, planned)

    with pytest.raises(NothingToAgreeTo):
        agree_agenda(by=in_seoul, meeting=planned, seen="")


def test_a_city_agrees_to_the_agenda_it_was_shown(in_seoul, in_beijing, planned):
    accepted(in_seoul, in_beijing, planned)
    seen = fingerprint(planned)
    accepted(in_beijing, in_seoul, planned, "Ozone")

    with pytest.raises(AgendaChanged):
        agree_agenda(by=in_seoul, meeting=planned, seen=seen)


@pytest.mark.parametrize(
    "change",
    [
        lambda item, by, other: actions.edit_item(by=by, item=item, title_en="Ozone"),
        lambda item, by, other: actions.delete_item(by=by, item=item),
        lambda item, by, other: accepted(other, by, item.meeting, "Ozone"),
        lambda item, by, other: actions.move_item(
            by=by, item=proposed(by, item.meeting), by_places=-1, seen_version=1
        ),
    ],
    ids=["an item changed", "an item withdrawn", "an item accepted", "an item moved"],
)
def test_the_consent_of_one_city_lapses_when_the_agenda_changes(in_seoul, in_beijing, planned, change):
    item = accepted(in_seoul, in_beijing, planned)
    agree_agenda(by=in_beijing, meeting=planned, seen=fingerprint(planned))

    change(item, in_seoul, in_beijing)

    assert AgendaConsent.objects.count() == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda item, by: actions.edit_item(by=by, item=item, title_en="Ozone"),
        lambda item, by: actions.delete_item(by=by, item=item),
        lambda item, by: actions.move_item(
            by=by, item=proposed(by, item.meeting), by_places=-1, seen_version=1
        ),
    ],
    ids=["changed", "withdrawn", "moved"],
)
def test_what_both_cities_agreed_to_is_not_changed(in_seoul, in_beijing, planned, change):
    item = agreed(in_seoul, in_beijing, planned)

    with pytest.raises(AgendaAgreed):
        change(item, in_seoul)


def test_an_item_accepted_later_leaves_the_agreed_agenda_agreed(in_seoul, in_beijing, planned):
    agreed(in_seoul, in_beijing, planned)

    later = accepted(in_beijing, in_seoul, planned, "Ozone")

    assert later.answered_at > agreed_at(planned)


def test_an_agenda_is_opened_again_with_a_reason(in_seoul, in_beijing, planned):
    item = agreed(in_seoul, in_beijing, planned)

    open_agenda_again(by=in_beijing, meeting=planned, reason="The study is late.")

    assert agreed_at(planned) is None
    assert actions.edit_item(by=in_seoul, item=item, title_en="Ozone").state == State.PROPOSED
    opened = HistoryEntry.objects.of(planned).get(comment="The study is late.")
    assert [len(cities) for cities in opened.changes["agenda_consents"]] == [2, 0]


def test_an_agenda_to_which_nobody_agreed_is_open(in_seoul, planned):
    with pytest.raises(NotAgreed):
        open_agenda_again(by=in_seoul, meeting=planned, reason="To be sure")


def undo(by):
    return undo_deletion(by=by, deletion=Deletion.objects.latest("pk"))


def test_a_withdrawn_item_can_be_brought_back(in_seoul, in_beijing, planned):
    item = accepted(in_seoul, in_beijing, planned)
    actions.delete_item(by=in_seoul, item=item)

    assert undo(in_seoul) == item


def test_an_item_does_not_come_back_into_an_agenda_agreed_without_it(in_seoul, in_beijing, planned):
    item = accepted(in_seoul, in_beijing, planned, "Ozone")
    actions.delete_item(by=in_seoul, item=item)
    agreed(in_seoul, in_beijing, planned)

    with pytest.raises(AgreedWithoutIt):
        undo(in_seoul)


def test_a_meeting_comes_back_with_its_agreed_agenda(in_seoul, in_beijing, planned):
    agreed(in_seoul, in_beijing, planned)
    delete_meeting(by=in_seoul, meeting=planned)

    undo(in_seoul)

    assert (agreed_at(planned) is None, AgendaItem.objects.count()) == (False, 1)
