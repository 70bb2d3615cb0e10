import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from committee.follow_ups import actions
from committee.follow_ups.rules import (
    DoneAlready,
    DoneInTheFuture,
    HasActions,
    NoActions,
    StillOpen,
)
from committee.members.models import Role
from committee.models import FollowUp, Notice, Outcome
from tests.factories.agreement import AgreementFactory
from tests.factories.commitment import CommitmentFactory
from tests.factories.decision import DecisionFactory
from tests.factories.follow_up import FollowUpFactory, OutcomeFactory, action_of, finished
from tests.factories.meeting import SubcommitteeMeetingFactory
from tests.factories.member import MemberFactory, member_with

pytestmark = pytest.mark.django_db
Kind = Outcome.Kind
DAY = datetime.date(2026, 11, 20)


@pytest.mark.parametrize(
    "fields",
    [
        lambda: {"kind": Kind.NOTED},
        lambda: {"kind": Kind.AGREEMENT, "agreement": AgreementFactory()},
        lambda: {"kind": Kind.COMMITMENT, "commitment": CommitmentFactory()},
    ],
    ids=["noted", "an agreement", "a commitment"],
)
def test_a_decision_becomes_something(secretary, fields):
    said = fields()

    outcome = actions.say_outcome(by=secretary, decision=DecisionFactory(), **said)

    assert {name: getattr(outcome, name) for name in said} == said


@pytest.mark.parametrize(
    "fields",
    [
        lambda: {"kind": Kind.AGREEMENT},
        lambda: {"kind": Kind.COMMITMENT},
        lambda: {"kind": Kind.NOTED, "agreement": AgreementFactory()},
        lambda: {"kind": Kind.AGREEMENT, "agreement": AgreementFactory(), "commitment": CommitmentFactory()},
    ],
    ids=["no agreement named", "no commitment named", "noted and an agreement", "both"],
)
def test_an_outcome_names_what_it_is_and_nothing_else(secretary, fields):
    said = fields()

    with pytest.raises(IntegrityError), transaction.atomic():
        OutcomeFactory(**said)
    with pytest.raises(ValidationError):
        actions.say_outcome(by=secretary, decision=DecisionFactory(), **said)


def test_an_outcome_is_said_differently_later(secretary):
    decision = DecisionFactory()
    actions.say_outcome(by=secretary, decision=decision, kind=Kind.NOTED)

    actions.say_outcome(by=secretary, decision=decision, kind=Kind.AGREEMENT, agreement=AgreementFactory())

    assert Outcome.objects.get().kind == Kind.AGREEMENT


def test_the_first_action_makes_actions_of_a_decision_and_others_follow(secretary):
    decision = DecisionFactory()

    for _time in range(2):
        action_of(secretary, decision)

    assert (decision.follow_ups.count(), Outcome.objects.get().kind) == (2, Kind.ACTION)


def test_a_decision_that_became_something_else_has_no_actions(secretary):
    outcome = OutcomeFactory()

    with pytest.raises(NoActions):
        action_of(secretary, outcome.decision)


def test_a_decision_with_actions_becomes_nothing_else(secretary):
    action = action_of(secretary)

    with pytest.raises(HasActions):
        actions.say_outcome(by=secretary, decision=action.decision, kind=Kind.NOTED)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SECRETARIAT])
def test_of_a_general_meeting_the_secretariats_alone_say_what_became(role):
    with pytest.raises(PermissionDenied):
        action_of(member_with(role))


def test_a_co_lead_says_what_became_of_the_own_subcommittees_decisions():
    meeting = SubcommitteeMeetingFactory(state="held")

    action = action_of(member_with(Role.CO_LEAD), DecisionFactory(meeting=meeting))

    assert action.subcommittee == meeting.subcommittee


def test_who_is_responsible_says_that_it_is_done_and_what_came_of_it():
    action = FollowUpFactory()

    done = finished(action.responsible, action)

    assert (done.state, done.done_on, done.done_by, done.result) == (
        FollowUp.State.DONE,
        DAY,
        action.responsible,
        "Written",
    )


def test_nobody_else_says_so():
    with pytest.raises(PermissionDenied):
        finished(MemberFactory(), FollowUpFactory())


def test_an_action_is_not_done_twice_nor_in_the_future_nor_without_a_word(secretary):
    action = FollowUpFactory()

    with pytest.raises(DoneInTheFuture):
        finished(secretary, action, secretary.today + datetime.timedelta(days=1))
    with pytest.raises(ValidationError):
        actions.finish_follow_up(by=secretary, follow_up=action, done_on=DAY)
    finished(secretary, action)
    with pytest.raises(DoneAlready):
        finished(secretary, action)


def test_an_action_is_opened_again(secretary):
    action = FollowUpFactory()
    with pytest.raises(StillOpen):
        actions.open_follow_up_again(by=secretary, follow_up=action, reason="To be sure")
    finished(secretary, action)

    opened = actions.open_follow_up_again(by=secretary, follow_up=action, reason="Half of it is missing")

    assert (opened.state, opened.done_by, opened.result) == (FollowUp.State.OPEN, None, "")


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "done"},
        {"state": "done", "done_on": DAY},
        {"done_on": DAY},
        {"result_en": "Written"},
    ],
    ids=["done at no time", "done without a word", "open and done", "open with a result"],
)
def test_the_database_refuses_an_action_that_is_half_done(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUpFactory(**fields)


def test_who_becomes_responsible_is_told_once(secretary):
    owner = MemberFactory()

    action = action_of(secretary, responsible=owner)
    actions.edit_follow_up(by=secretary, follow_up=action, due_on=DAY)

    assert list(Notice.objects.values_list("member", "subject_en")) == [(owner.pk, "Action for you: Write")]
