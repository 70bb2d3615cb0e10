import pytest
from django.core.exceptions import PermissionDenied

from committee.meetings import actions
from committee.members.models import Role
from committee.models import AgendaItem, Decision, GeneralMeeting, HistoryEntry
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.city import beijing, seoul
from tests.factories.decision import DecisionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
OTHERS = [role for role in Role if role != Role.SECRETARIAT]


@pytest.mark.parametrize("city", [seoul, beijing])
def test_either_secretariat_records_a_meeting(city):
    secretary = member_with(Role.SECRETARIAT, city())

    meeting = actions.create_meeting(by=secretary, ordinal=1, host=seoul())

    assert HistoryEntry.objects.of(meeting).get().by == secretary


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_records_a_meeting(role):
    with pytest.raises(PermissionDenied):
        actions.create_meeting(by=member_with(role), ordinal=1, host=seoul())


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_changes_a_meeting(role):
    member, meeting = member_with(role), MeetingFactory()

    for act in (
        lambda: actions.edit_meeting(by=member, meeting=meeting, venue_en="Elsewhere"),
        lambda: actions.delete_meeting(by=member, meeting=meeting),
        lambda: actions.add_decision(by=member, meeting=meeting, number=1, text_en="To go on"),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_decision_is_proposed_adopted_and_removed(secretary):
    meeting = MeetingFactory()

    decision = actions.add_decision(by=secretary, meeting=meeting, number=1, text_en="To go on")
    actions.edit_decision(by=secretary, decision=decision, state=Decision.State.ADOPTED)
    actions.delete_decision(by=secretary, decision=decision)

    verbs = [entry.verb for entry in HistoryEntry.objects.about(meeting)]
    assert (verbs, Decision.objects.count()) == (["deleted", "changed", "created"], 0)


def test_a_meeting_goes_with_its_agenda_and_decisions(secretary):
    meeting = MeetingFactory()
    AgendaItemFactory(meeting=meeting)
    DecisionFactory(meeting=meeting)

    actions.delete_meeting(by=secretary, meeting=meeting)

    left = (GeneralMeeting.objects.count(), AgendaItem.objects.count(), Decision.objects.count())
    assert left == (0, 0, 0)
    assert HistoryEntry.objects.filter(verb="deleted").count() == 3
