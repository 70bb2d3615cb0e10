import dataclasses
import datetime

import pytest

from committee.commitments.report_section import commitments
from committee.models import Commitment
from committee.printing.checked import Mention
from committee.printing.content import Facts, Row, Scope, Status, Tone
from committee.printing.snapshot import walk
from tests.factories.agreement import AgreementFactory
from tests.factories.commitment import CommitmentFactory
from tests.factories.edition import ReadyEditionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.project import ProjectFactory

END = datetime.date(2018, 3, 19)
EARLIER = {"agreement__signed_on": datetime.date(2016, 1, 1)}


@pytest.fixture
def scope(db) -> Scope:
    return Scope(1, datetime.date(2015, 11, 3), END, "en", ())


def rows(scope: Scope) -> list[Row]:
    return [part for part in walk(commitments(scope)) if isinstance(part, Row)]


def state(scope: Scope) -> Status:
    (row,) = rows(scope)
    return row.cells[-1]


def test_no_commitment_is_said_in_words(scope):
    assert commitments(scope).blocks[0].text == "No commitment was made up to this day."


@pytest.mark.parametrize("number", [1, 3])
def test_every_commitment_made_up_to_the_last_day_is_listed(scope, number):
    for _each in range(number):
        CommitmentFactory(**EARLIER)
    CommitmentFactory(agreement=AgreementFactory(signed_on=datetime.date(2018, 3, 20)))

    assert len(rows(scope)) == number


def test_what_was_kept_in_time_says_when(scope):
    CommitmentFactory(state=Commitment.State.KEPT, settled_on=END, **EARLIER)

    assert state(scope) == Status("kept on March 19, 2018", Tone.GOOD)


def test_what_was_kept_later_was_still_open(scope):
    CommitmentFactory(state=Commitment.State.KEPT, settled_on=datetime.date(2019, 1, 1), **EARLIER)

    assert state(scope) == Status("no project yet", Tone.FAIR)


def test_what_is_due_on_the_last_day_is_not_overdue(scope):
    ProjectFactory(starts_on=END).commitments.add(CommitmentFactory(due_on=END, **EARLIER))

    assert state(scope) == Status("on track", Tone.CALM)


def test_what_was_due_before_the_last_day_is_overdue(scope):
    CommitmentFactory(due_on=END - datetime.timedelta(days=3), **EARLIER)

    assert state(scope) == Status("late", Tone.POOR)


def test_what_was_invented_is_marked(scope):
    CommitmentFactory(is_illustrative=True, **EARLIER)

    assert [row.illustrative for row in rows(scope)] == [True]


def test_each_row_says_which_commitment_it_is_about_and_how_it_stands(scope):
    commitment = CommitmentFactory(**EARLIER)

    assert [row.mention for row in rows(scope)] == [Mention(f"commitment-{commitment.pk}", "no_project")]


def test_what_the_last_report_had_said_stands_beside(scope):
    meeting = MeetingFactory(ordinal=4)
    late, settled, _new = (CommitmentFactory(due_on=END, **EARLIER) for _ in range(3))
    edition = ReadyEditionFactory(meeting__ordinal=3)
    edition.mentions.create(record=f"commitment-{late.pk}", state="no_project")
    edition.mentions.create(record=f"commitment-{settled.pk}", state="silent")

    found = rows(dataclasses.replace(scope, meeting_id=meeting.pk))

    assert [row.cells[-2] for row in found] == ["the same", "silent", "not in it"]


def test_the_rules_of_the_states_are_printed(scope):
    CommitmentFactory(**EARLIER)

    [facts] = [part for part in walk(commitments(scope)) if isinstance(part, Facts)]

    assert [label for label, _rule in facts.pairs] == [
        "Kept",
        "On track",
        "Late",
        "No project yet",
        "Silent",
        "Released by both cities",
    ]
