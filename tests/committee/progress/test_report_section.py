import datetime

import pytest

from committee.members.models import Role
from committee.models import ProgressUpdate, Project
from committee.printing.charts import chart_svg
from committee.printing.checked import Claim
from committee.printing.content import Chart, Paragraph, Scope, SideBySide, Statement, Status, Table, Tone
from committee.printing.snapshot import walk
from committee.progress.actions import submit_update
from committee.progress.report_section import MOST_ROWS, subcommittees
from committee.progress.report_summary import summary
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import (
    UpdateFactory,
    confirm,
    confirmed_update,
    correction_of,
    differing_update,
    one_sided_update,
    returned_update,
    submitted_update,
)

START, END = datetime.date(2018, 3, 19), datetime.date(2020, 3, 19)


@pytest.fixture
def scope(db) -> Scope:
    return Scope(1, START, END, "en", (seoul().pk, beijing().pk))


@pytest.fixture
def project(scope) -> Project:
    project = ProjectFactory()
    project.commitments.add(CommitmentFactory())
    return project


def statements(scope: Scope) -> list[Statement]:
    return [part for part in walk(subcommittees(scope)) if isinstance(part, Statement)]


def texts(part: object) -> list[str]:
    return [each.text for each in walk(part) if isinstance(each, Paragraph)]


def test_each_subcommittee_has_a_chapter_of_its_own(scope):
    SubcommitteeFactory(code="economy", position=1)
    SubcommitteeFactory(code="culture", position=2)

    assert [chapter.key for chapter in subcommittees(scope)] == ["economy", "culture"]


def test_a_committee_without_subcommittees_says_so(scope):
    said = summary(scope).blocks[0].text, subcommittees(scope)[0].blocks[0].text

    assert said == ("No subcommittee is recorded.", "No subcommittee is recorded.")


def test_a_subcommittee_without_projects_says_so(scope):
    SubcommitteeFactory()

    (chapter,) = subcommittees(scope)

    assert texts(chapter) == [
        "No project of this subcommittee carries out a commitment yet.",
        "No commitment of this subcommittee was open when the last meeting ended.",
        "No commitment was made in this period.",
    ]


def test_the_projects_are_drawn_a_page_at_a_time(scope):
    commitment = CommitmentFactory()
    for each in ProjectFactory.create_batch(MOST_ROWS + 1):
        each.commitments.add(commitment)

    (chapter,) = subcommittees(scope)

    name = commitment.subcommittee.name
    assert [str(part.caption) for part in chapter.blocks if isinstance(part, Chart)] == [
        f"Projects and their milestones: {name} (1 of 2)",
        f"Projects and their milestones: {name} (2 of 2)",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_every_project_of_a_commitment_made_has_its_part(scope, number):
    commitment = CommitmentFactory()
    made = [ProjectFactory() for _each in range(number)]
    for project in made:
        project.commitments.add(commitment)

    (chapter,) = subcommittees(scope)

    assert [part.mention.record for part in chapter.blocks if getattr(part, "mention", None)] == [
        f"project-{project.pk}" for project in made
    ]


def test_a_project_without_updates_in_the_period_says_so(scope, project):
    submitted_update(project=project, period_from=START, period_until=END + datetime.timedelta(days=1))

    assert texts(subcommittees(scope))[-1] == "No progress was reported in this period."


def test_an_unconfirmed_update_is_printed_and_says_so(scope, project):
    submitted_update(project=project)

    (statement,) = statements(scope)

    assert statement.standing.words == "reported by Seoul, not yet confirmed by Beijing"
    assert statement.standing.tone == Tone.FAIR


def test_a_confirmed_update_says_by_whom(scope, project):
    update = confirmed_update(project=project)

    (statement,) = statements(scope)

    assert statement.standing.words == ProgressUpdate.objects.get(pk=update.pk).printable_state
    assert statement.standing.tone == Tone.GOOD


def test_drafts_and_returned_updates_are_never_printed(scope, project):
    UpdateFactory(project=project)
    returned_update(project=project)

    assert statements(scope) == []


def test_a_corrected_update_gives_way_to_its_confirmed_correction(scope, project):
    correction = correction_of(confirmed_update(project=project))
    correction.narrative_en = "They exchange readings every day."
    correction.save()
    submit_update(by=correction.author, update=correction)
    confirm(ProgressUpdate.objects.get(pk=correction.pk))

    (statement,) = statements(scope)

    assert [block.text for block in statement.blocks] == [
        "Corrects what this city had reported before.",
        "They exchange readings every day.",
    ]


def test_two_cities_on_one_period_stand_side_by_side(scope, project):
    submitted_update(project=project, city=beijing(), answering_city=seoul())
    submitted_update(project=project)

    (pair,) = [part for part in walk(subcommittees(scope)) if isinstance(part, SideBySide)]

    assert [statement.city for statement in pair.statements] == ["Seoul", "Beijing"]


def test_a_one_sided_update_is_printed_as_such(scope, project):
    one_sided_update(project=project)

    (statement,) = statements(scope)

    assert statement.standing == Status(
        "reported by Seoul, not yet confirmed by Beijing: one-sided since Oct. 31, 2018", Tone.POOR
    )


def test_what_was_entered_on_behalf_says_so(scope, project):
    lead = member_with(Role.CO_LEAD, subcommittee=project.subcommittee)
    update = submitted_update(project=project, on_behalf_of=lead)

    (statement,) = statements(scope)

    assert statement.blocks[0].text == f"Entered by {update.author.name} on behalf of {lead.name}"


def test_two_statements_on_one_update_stand_side_by_side(scope, project):
    differing_update(project=project)

    (pair,) = [part for part in walk(subcommittees(scope)) if isinstance(part, SideBySide)]

    assert [(each.city, each.course.words, each.blocks[0].text) for each in pair.statements] == [
        ("Seoul", "on track", "Both liaison officers exchange readings every week."),
        ("Beijing", "late", "Readings came every other month."),
    ]
    assert pair.statements[1].standing.words == "statement of Beijing beside the report of Seoul"


def test_the_summary_counts_what_is_one_sided_and_what_is_seen_differently(scope, project):
    one_sided_update(project=project)
    differing_update(project=project)

    table = [part for part in summary(scope).blocks if isinstance(part, Table)][-1]

    assert table.rows[0].cells == ("Environment", "0", "0", "0", "1", "0", "0", "1", "1")


def test_the_summary_counts_as_of_the_last_day(scope):
    CommitmentFactory(due_on=END - datetime.timedelta(days=1))
    kept_commitment()
    CommitmentFactory(agreement__signed_on=END + datetime.timedelta(days=1))

    table = next(part for part in summary(scope).blocks if isinstance(part, Table))

    assert [row.cells for row in table.rows] == [
        ("Environment", "2", "1", "0", "1", "0", "0", "0"),
        ("All subcommittees", "2", "1", "0", "1", "0", "0", "0"),
    ]


def test_the_summary_counts_updates_of_the_period_by_their_state(scope, project):
    confirmed_update(project=project)
    submitted_update(project=project, city=beijing(), answering_city=seoul())
    submitted_update(project=project, period_from=END, period_until=END + datetime.timedelta(days=90))

    table = [part for part in summary(scope).blocks if isinstance(part, Table)][-1]

    assert table.rows[0].cells == ("Environment", "0", "0", "0", "1", "1", "1", "0", "0")


def test_the_summary_counts_no_update_of_a_project_that_is_not_printed(scope, project):
    confirmed_update(project=project)
    confirmed_update(project=ProjectFactory(subcommittee=project.subcommittee))  # carries out no commitment

    figures = summary(scope).blocks[0].figures

    assert (figures[3].claim, len(statements(scope))) == (Claim("updates:confirmed", 1), 1)


def test_a_summary_without_commitments_has_no_empty_chart(scope):
    SubcommitteeFactory(code="economy", position=1)

    assert not any(isinstance(part, Chart) for part in summary(scope).blocks)


def test_the_chart_of_the_summary_has_no_tick_for_each_of_many_commitments(scope):
    CommitmentFactory.create_batch(50, subcommittee=SubcommitteeFactory(code="economy"))
    chart = next(part for part in summary(scope).blocks if isinstance(part, Chart))

    drawn = chart_svg(chart.spec, "en", title=chart.alt)

    assert (">10<" in drawn, ">11<" in drawn) == (True, False)


def test_every_part_of_the_summary_claims_what_it_counts(scope, project):
    figures, chart, commitments, _period = summary(scope).blocks
    code = project.subcommittee.code

    claimed = (figures.figures[0].claim, commitments.rows[0].claims[0], commitments.rows[-1].claims[0])

    assert claimed == (
        Claim("commitments:all", 1),
        Claim(f"commitments:all:{code}", 1),
        Claim("commitments:all", 1),
    )
    assert set(commitments.rows[0].claims[1:]) == set(chart.claims)
