import datetime

import pytest

from committee.follow_ups import actions
from committee.meetings.actions import create_meeting
from committee.members.models import Role
from committee.models import FollowUp, Meeting
from tests.factories.city import seoul
from tests.factories.decision import DecisionFactory
from tests.factories.follow_up import action_of, finished
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 20)


def open_action(meeting, **fields) -> FollowUp:
    by = member_with(Role.SECRETARIAT)
    return action_of(by, DecisionFactory(meeting=meeting), responsible=by, due_on=DAY, **fields)


def test_an_open_action_stands_on_the_agenda_of_the_next_meeting_as_a_proposal():
    following = MeetingFactory(ordinal=4, state="planned")

    action = open_action(MeetingFactory(ordinal=3))

    item = following.agenda.get()
    assert (item.title, item.state, item.city, item.origin.follow_up) == (
        "Write",
        "proposed",
        seoul(),
        action,
    )


def test_so_it_does_when_the_meeting_is_made_later(secretary):
    open_action(MeetingFactory(ordinal=3))

    following = create_meeting(by=secretary, ordinal=4, host=seoul())

    assert [str(item) for item in following.agenda.all()] == ["Write"]


def test_it_stands_there_once_also_after_its_item_was_withdrawn(secretary):
    following = MeetingFactory(ordinal=4, state="planned")
    action = open_action(MeetingFactory(ordinal=3))
    following.agenda.all().delete()

    actions.edit_follow_up(by=secretary, follow_up=action, title_en="Write soon")

    assert following.agenda.count() == 0


def test_what_is_still_open_opens_the_agenda_after_that_too(secretary):
    fourth = MeetingFactory(ordinal=4, state="planned")
    open_action(MeetingFactory(ordinal=3))
    Meeting.objects.filter(pk=fourth.pk).update(state="held")

    fifth = create_meeting(by=secretary, ordinal=5, host=seoul())

    assert (fourth.agenda.count(), fifth.agenda.count()) == (1, 1)


def test_what_is_done_opens_no_agenda(secretary):
    finished(secretary, open_action(MeetingFactory(ordinal=3)))

    assert create_meeting(by=secretary, ordinal=4, host=seoul()).agenda.count() == 0


def test_an_action_of_a_subcommittee_opens_the_agenda_of_its_next_meeting_alone(secretary):
    general = MeetingFactory(ordinal=4, state="planned")
    held = SubcommitteeMeetingFactory(state="held", starts_on=DAY)
    following = SubcommitteeMeetingFactory()

    open_action(held)

    assert (general.agenda.count(), following.agenda.get().subcommittee) == (0, held.subcommittee)
