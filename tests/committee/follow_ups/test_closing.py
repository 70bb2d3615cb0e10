import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from committee.follow_ups import actions
from committee.follow_ups.closing import close_meeting, lacks_of, open_meeting_again
from committee.follow_ups.rules import (
    NotClosed,
    NotHeld,
    NotReadyToClose,
    OwnerAndDateNeeded,
)
from committee.meetings.actions import edit_decision
from committee.models import FollowUp, Outcome
from tests.factories.decision import DecisionFactory
from tests.factories.follow_up import FollowUpFactory, OutcomeFactory, action_of
from tests.factories.meeting import MeetingFactory
from tests.factories.member import MemberFactory

pytestmark = pytest.mark.django_db
Kind = Outcome.Kind
DAY = datetime.date(2026, 11, 20)


def test_a_meeting_is_closed_when_every_decision_became_something(secretary):
    outcome = OutcomeFactory()

    closed = close_meeting(by=secretary, meeting=outcome.decision.meeting)

    assert (closed.is_closed, closed.closed_by) == (True, secretary)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"responsible": None}, "The action “Write” has nobody responsible."),
        ({"due_on": None}, "The action “Write” has no due day."),
        (
            {"responsible": None, "due_on": None},
            "The action “Write” has neither somebody responsible nor a due day.",
        ),
    ],
)
def test_no_meeting_is_closed_while_an_action_lacks_owner_or_day(secretary, fields, words):
    action = action_of(secretary, **({"responsible": secretary, "due_on": DAY} | fields))
    meeting = action.decision.meeting

    with pytest.raises(NotReadyToClose, match=words):
        close_meeting(by=secretary, meeting=meeting)

    assert [lack.sentence for lack in lacks_of(meeting)] == [words]


def test_no_meeting_is_closed_while_a_decision_lacks_its_outcome_or_its_action(secretary):
    meeting = MeetingFactory()
    DecisionFactory(meeting=meeting, number=1)
    OutcomeFactory(decision=DecisionFactory(meeting=meeting, number=2), kind=Kind.ACTION)

    assert [lack.sentence for lack in lacks_of(meeting)] == [
        "Decision 1 has no outcome.",
        "Decision 2 asks for an action, but none is recorded.",
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_what_is_lacking_takes_two_queries(rows, django_assert_num_queries):
    meeting = MeetingFactory()
    for decision in DecisionFactory.create_batch(rows, meeting=meeting):
        FollowUpFactory(decision=decision, responsible=None)

    with django_assert_num_queries(2):
        lacks = lacks_of(meeting)

    assert len(lacks) == 2 * rows


def test_a_meeting_that_was_not_held_is_not_closed(secretary):
    with pytest.raises(NotHeld):
        close_meeting(by=secretary, meeting=MeetingFactory(state="planned"))


def test_the_database_refuses_a_meeting_that_is_closed_by_nobody_or_was_not_held(secretary):
    for fields in (
        {"closed_at": timezone.now()},
        {"closed_by": secretary},
        {"closed_at": timezone.now(), "closed_by": secretary, "state": "planned"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            MeetingFactory(**fields)


def test_closing_twice_keeps_the_first_date(secretary):
    first = close_meeting(by=secretary, meeting=MeetingFactory())

    assert close_meeting(by=secretary, meeting=first).closed_at == first.closed_at


def test_a_closed_meeting_is_changed_only_after_it_was_opened_again(secretary):
    outcome = OutcomeFactory()
    closed = close_meeting(by=secretary, meeting=outcome.decision.meeting)

    with pytest.raises(PermissionDenied):
        edit_decision(by=secretary, decision=outcome.decision, text_en="Not to go on")
    open_meeting_again(by=secretary, meeting=closed, reason="A word is missing")
    outcome.decision.refresh_from_db()

    assert edit_decision(by=secretary, decision=outcome.decision, text_en="To go on").text == "To go on"
    with pytest.raises(NotClosed):
        open_meeting_again(by=secretary, meeting=closed, reason="Once more")


def test_actions_of_a_closed_meeting_change_hands_but_keep_an_owner_and_a_day(secretary):
    action = action_of(secretary, responsible=secretary, due_on=DAY)
    close_meeting(by=secretary, meeting=action.decision.meeting)
    action.refresh_from_db()

    handed_over = actions.edit_follow_up(by=secretary, follow_up=action, responsible=MemberFactory())
    with pytest.raises(OwnerAndDateNeeded):
        actions.edit_follow_up(by=secretary, follow_up=handed_over, due_on=None)

    assert FollowUp.objects.get().due_on == DAY
