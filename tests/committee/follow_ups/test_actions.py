import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from committee.follow_ups import actions
from committee.follow_ups.closing import close_meeting, lacks_of, open_meeting_again
from committee.follow_ups.open_work import open_actions
from committee.follow_ups.reminders import due_follow_ups
from committee.follow_ups.rules import (
    DoneAlready,
    DoneInTheFuture,
    HasActions,
    NoActions,
    NotClosed,
    NotHeld,
    NotReadyToClose,
    OwnerAndDateNeeded,
    StillOpen,
)
from committee.meetings.actions import create_meeting, edit_decision
from committee.members.models import Role
from committee.models import FollowUp, Meeting, Notice, Outcome
from tests.factories.agreement import AgreementFactory
from tests.factories.city import seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.decision import DecisionFactory
from tests.factories.follow_up import FollowUpFactory, OutcomeFactory
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.factories.member import MemberFactory, member_with

pytestmark = pytest.mark.django_db
Kind = Outcome.Kind
DAY = datetime.date(2026, 11, 20)


def action_of(by, decision=None, **fields) -> FollowUp:
    return actions.add_follow_up(by=by, decision=decision or DecisionFactory(), title_en="Write", **fields)


def finished(by, action, day=DAY) -> FollowUp:
    return actions.finish_follow_up(by=by, follow_up=action, done_on=day, result_en="Written")


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


def reminded(now: str) -> list[tuple[str, str]]:
    moment = datetime.datetime.fromisoformat(now)
    return [(reminder.subject(), reminder.key) for reminder in due_follow_ups(moment)]


@pytest.mark.parametrize(
    ("now", "subjects"),
    [
        ("2026-11-22T23:00+09:00", []),
        ("2026-11-23T00:30+09:00", ["Action due soon: Write"]),
        ("2026-11-30T12:00+09:00", ["Action due soon: Write"]),
        ("2026-12-01T00:30+09:00", ["Action late: Write"]),
    ],
    ids=["eight days before", "seven days before in Seoul", "on the day", "a day late"],
)
def test_who_is_responsible_is_reminded_before_and_after_the_day_of_the_own_city(now, subjects):
    FollowUpFactory(title_en="Write", due_on=datetime.date(2026, 11, 30), responsible__city=seoul())

    assert [subject for subject, _key in reminded(now)] == subjects


def test_a_new_day_reminds_anew_and_what_is_done_no_more(secretary):
    action = FollowUpFactory(due_on=DAY)
    first = reminded("2026-11-20T12:00+09:00")
    FollowUp.objects.update(due_on=datetime.date(2026, 11, 24))
    second = reminded("2026-11-20T12:00+09:00")
    finished(secretary, action)

    assert {key for _subject, key in first} & {key for _subject, key in second} == set()
    assert reminded("2026-11-30T12:00+09:00") == []


def open_action(meeting, **fields) -> FollowUp:
    """Recorded through the action, as the next agenda is opened with it."""
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


def test_the_open_actions_of_who_holds_a_post_are_named_when_it_is_handed_over(secretary):
    FollowUpFactory(responsible=secretary)
    FollowUpFactory()

    (work,) = open_actions(secretary.posts.get())

    assert (str(work.label), work.number) == ("Open actions", 1)
