import datetime

import pytest

from committee.printing.content import Lines, Scope, Status, Table, Tone
from committee.printing.snapshot import walk
from committee.progress.report_section import subcommittees
from committee.progress.report_summary import signed, summary
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import ProjectFactory
from tests.factories.update import confirmed_update

START, END = datetime.date(2019, 3, 19), datetime.date(2020, 3, 19)
BEFORE, SINCE = datetime.date(2018, 3, 19), datetime.date(2019, 6, 1)


@pytest.fixture
def scope(db) -> Scope:
    return Scope(1, START, END, "en", (seoul().pk, beijing().pk), "General meeting no. 3")


def tables(scope: Scope) -> dict[str, Table]:
    return {part.caption: part for part in walk(subcommittees(scope)) if isinstance(part, Table)}


def test_a_promise_of_the_last_meeting_says_how_it_stood_then_and_what_became_of_it(scope):
    promised = kept_commitment(agreement__signed_on=BEFORE, title_en="Found a team")
    ProjectFactory(title_en="The team").commitments.add(promised)

    table = tables(scope)["What became of the promises: Environment"]

    assert table.rows[0].cells == (
        "Found a team",
        "—",
        Status("silent", Tone.FAIR),
        Status("kept on Oct. 1, 2019", Tone.GOOD),
        Lines(("The team",)),
    )


def test_what_was_settled_before_the_last_meeting_is_not_told_again(scope):
    CommitmentFactory(agreement__signed_on=BEFORE)
    CommitmentFactory(agreement__signed_on=BEFORE, state="kept", settled_on=START)

    table = tables(scope)["What became of the promises: Environment"]

    assert len(table.rows) == 1


def test_a_promise_made_since_the_last_meeting_stands_apart(scope):
    CommitmentFactory(agreement__signed_on=BEFORE)
    made = CommitmentFactory(agreement__signed_on=SINCE)

    table = tables(scope)["New commitments: Environment"]

    assert [row.mention.record for row in table.rows] == [f"commitment-{made.pk}"]


def test_a_first_report_tells_of_no_meeting_before(scope):
    CommitmentFactory(agreement__signed_on=BEFORE)
    first = Scope(1, None, END, "en", scope.city_ids)

    assert [*tables(first)] == ["New commitments: Environment"]
    assert [part.caption for part in summary(first).blocks if isinstance(part, Table)] == [
        "Commitments of each subcommittee on March 19, 2020",
        "Work of each subcommittee in this period",
    ]


def test_the_summary_counts_what_has_changed_since_the_last_meeting(scope):
    kept_commitment(agreement__signed_on=BEFORE)
    CommitmentFactory(agreement__signed_on=SINCE)

    blocks = summary(scope).blocks
    period = blocks[-1]

    caption = "Change since General meeting no. 3, and work of each subcommittee in this period"
    assert period.caption == caption
    assert [column.heading for column in period.columns[1:4]] == [
        "Made, change",
        "Kept, change",
        "Late, change",
    ]
    assert period.rows[-1].cells[:4] == ("All subcommittees", "+1", "+1", "0")
    assert [each.remark for each in blocks[0].figures] == [
        "+1 since General meeting no. 3",
        "+1 since General meeting no. 3",
        "unchanged since General meeting no. 3",
        "in this period",
    ]


def test_less_is_written_with_a_minus():
    assert [signed(number) for number in (3, 0, -2)] == ["+3", "0", "−2"]


def test_the_next_steps_name_the_next_milestone_and_what_each_city_will_do(scope):
    project = ProjectFactory(title_en="Hotline")
    project.commitments.add(CommitmentFactory(agreement__signed_on=BEFORE))
    MilestoneFactory(project=project, title_en="Done", due_on=SINCE, done_on=SINCE)
    MilestoneFactory(project=project, title_en="Next", due_on=datetime.date(2020, 9, 1))
    MilestoneFactory(project=project, title_en="Last", due_on=datetime.date(2021, 9, 1))
    confirmed_update(
        project=project, period_from=START, period_until=SINCE, next_steps_en="Exchange hourly values."
    )

    table = tables(scope)["Next steps: Environment"]

    assert [row.cells for row in table.rows] == [
        ("Hotline", "Next", "Sept. 1, 2020", Lines(("Seoul", "Exchange hourly values.")))
    ]


def test_a_milestone_that_is_late_says_so_in_words(scope):
    project = ProjectFactory()
    project.commitments.add(CommitmentFactory(agreement__signed_on=BEFORE))
    MilestoneFactory(project=project, due_on=SINCE)

    table = tables(scope)["Next steps: Environment"]

    assert table.rows[0].cells[2] == Status("late since June 1, 2019", Tone.POOR)
