import datetime

import pytest

from committee.commitments.report_section import commitments
from committee.models import Commitment
from committee.reports.content import Row, Scope, Status, Tone
from committee.reports.snapshot import walk
from tests.factories.agreement import AgreementFactory
from tests.factories.commitment import CommitmentFactory
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

    assert state(scope) == Status("open, no project yet", Tone.FAIR)


def test_what_is_due_on_the_last_day_is_not_overdue(scope):
    ProjectFactory().commitments.add(CommitmentFactory(due_on=END, **EARLIER))

    assert state(scope) == Status("open, a project is carrying it out", Tone.CALM)


def test_what_was_due_before_the_last_day_is_overdue(scope):
    CommitmentFactory(due_on=END - datetime.timedelta(days=3), **EARLIER)

    assert state(scope) == Status("overdue", Tone.POOR)


def test_what_was_invented_is_marked(scope):
    CommitmentFactory(is_illustrative=True, **EARLIER)

    assert [row.illustrative for row in rows(scope)] == [True]
