import datetime

import pytest

from committee.follow_ups.report_section import decisions
from committee.models import Decision, Meeting, Outcome
from committee.printing.content import Scope, Table
from committee.printing.snapshot import walk
from tests.factories.agenda_item import AgendaItemFactory, ProposedItemFactory
from tests.factories.agreement import AgreementFactory
from tests.factories.decision import DecisionFactory
from tests.factories.follow_up import FollowUpFactory, OutcomeFactory
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory

TODAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize("number", [1, 3])
def test_decisions_are_listed_apart_by_their_state(db, number):
    meeting = MeetingFactory()
    for _each in range(number):
        DecisionFactory(meeting=meeting, state=Decision.State.ADOPTED)
    DecisionFactory(meeting=meeting, state=Decision.State.PROPOSED)

    section = decisions(Scope(meeting.pk, None, TODAY, "en", ()))

    tables = [part for part in walk(section) if isinstance(part, Table)]
    assert [(table.caption, len(table.rows)) for table in tables] == [
        ("Decisions proposed to the meeting", 1),
        ("Decisions adopted by the meeting", number),
    ]


def test_a_meeting_without_decisions_says_so(db):
    section = decisions(Scope(MeetingFactory().pk, None, TODAY, "en", ()))

    assert [part.blocks[0].text for part in section.blocks] == [
        "No decision is waiting to be adopted.",
        "No decision was adopted.",
        "No action is open.",
    ]


def test_an_adopted_decision_says_what_became_of_it(db):
    meeting = MeetingFactory()
    signed = DecisionFactory(meeting=meeting, number=1, state=Decision.State.ADOPTED)
    OutcomeFactory(decision=signed, kind="agreement", agreement=AgreementFactory(title_en="MOU"))
    given = DecisionFactory(meeting=meeting, number=2, state=Decision.State.ADOPTED)
    OutcomeFactory(decision=given, kind=Outcome.Kind.ACTION)
    FollowUpFactory(decision=given, title_en="Write")
    DecisionFactory(meeting=meeting, number=3, state=Decision.State.ADOPTED)

    section = decisions(Scope(meeting.pk, None, TODAY, "en", ()))

    adopted = next(part for part in walk(section) if isinstance(part, Table))
    became = [row.cells[-1] for row in adopted.rows]
    assert [getattr(cell, "lines", cell) for cell in became] == [
        ("Agreement", "MOU"),
        ("Action", "Write"),
        "—",
    ]


@pytest.mark.parametrize(("due_on", "state"), [("2026-11-20", "overdue"), ("2026-12-31", "open")])
def test_open_actions_of_any_meeting_are_listed(db, due_on, state):
    day = datetime.date.fromisoformat(due_on)
    FollowUpFactory(title_en="Write", due_on=day, decision__meeting__starts_on=TODAY)

    section = decisions(Scope(MeetingFactory().pk, None, TODAY, "en", ()))

    (table,) = [part for part in walk(section) if isinstance(part, Table)]
    assert [(row.cells[0], row.cells[-1].words) for row in table.rows] == [("Write", state)]


def test_what_was_decided_after_the_last_day_covered_is_no_open_action_of_it(db):
    FollowUpFactory(decision__meeting__starts_on=TODAY + datetime.timedelta(days=1))

    section = decisions(Scope(MeetingFactory().pk, None, TODAY, "en", ()))

    assert section.blocks[-1].blocks[0].text == "No action is open."


def test_what_a_subcommittee_proposed_in_the_period_waits_for_the_meeting(db):
    last, start = MeetingFactory(starts_on=TODAY), TODAY - datetime.timedelta(days=9)
    for day, text in [(start, "Long ago"), (TODAY, "A new hotline")]:
        DecisionFactory(
            meeting=SubcommitteeMeetingFactory(starts_on=day), state=Decision.State.PROPOSED, text_en=text
        )

    section = decisions(Scope(last.pk, start, TODAY, "en", ()))

    table = next(part for part in walk(section) if isinstance(part, Table))
    assert [(row.cells[1], row.cells[2]) for row in table.rows] == [("A new hotline", "Environment")]


def test_the_agenda_of_a_meeting_to_come_lists_what_both_cities_accepted(db):
    coming = MeetingFactory(state=Meeting.State.PLANNED)
    AgendaItemFactory(meeting=coming, title_en="Acting together")
    ProposedItemFactory(meeting=coming)

    section = decisions(Scope(coming.pk, None, TODAY, "en", ()))

    (table,) = [part for part in walk(section) if isinstance(part, Table)]
    assert [row.cells for row in table.rows] == [("1", "Acting together", "the whole committee")]
