import datetime

import pytest

from committee.events.counting import take_indicators
from committee.events.report_section import event_blocks
from committee.models import Event, Project
from committee.printing.content import Facts, Lines, Paragraph, Scope, Status, Table, Tone
from committee.printing.snapshot import walk
from committee.progress.report_section import subcommittees
from committee.projects.report_section import project_blocks
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.event import EventFactory, EventFigureFactory
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import KindIndicatorFactory, ProjectKindFactory

START, END = datetime.date(2018, 3, 19), datetime.date(2020, 3, 19)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def scope(db) -> Scope:
    return Scope(1, START, END, "en", (beijing().pk, seoul().pk))


@pytest.fixture
def project(db) -> Project:
    return ProjectFactory(kind=ProjectKindFactory())


def test_a_project_of_a_kind_without_events_says_nothing_of_them(scope):
    assert event_blocks(ProjectFactory(), scope) == ()


def test_a_period_without_an_event_says_so(project, scope):
    assert event_blocks(project, scope) == (Paragraph("No event began in this period.", manner="nothing"),)


def test_the_events_that_began_in_the_period_stand_in_their_order(project, scope):
    for day in (END, START + DAY, START, END + DAY):
        EventFactory(project=project, starts_on=day, title_en=f"{day}")

    table = event_blocks(project, scope)[0]

    assert isinstance(table, Table)
    assert [row.cells[0] for row in table.rows] == [Lines((f"{day}",)) for day in (START + DAY, END)]


def test_an_event_is_told_with_days_state_and_the_figures_of_both_cities(project, scope):
    event = EventFactory(
        project=project,
        title_en="Forum",
        place_en="City Hall",
        city=seoul(),
        outcome_en="Agreed.",
        starts_on=datetime.date(2019, 5, 20),
        ends_on=datetime.date(2019, 5, 21),
    )
    figure = EventFigureFactory(event=event, figure__name_en="Participants", number=1200).figure
    EventFigureFactory(event=event, figure=figure, city=beijing(), number=30)

    table, outcomes = event_blocks(project, scope)

    assert table.rows[0].cells == (
        Lines(("Forum", "Seoul", "City Hall")),
        Lines(("May 20, 2019", "– May 21, 2019")),
        Status("held", Tone.GOOD),
        Lines(("Participants: Beijing 30, Seoul 1,200",)),
    )
    assert outcomes == Facts((("Forum", "Agreed."),))


def test_an_event_that_was_called_off_is_told_as_such(project, scope):
    EventFactory(project=project, state=Event.State.CANCELLED)

    assert event_blocks(project, scope)[0].rows[0].cells[2:] == (Status("cancelled", Tone.FAIR), "—")


def test_an_indicator_says_from_how_many_events_it_comes(secretary, scope, project):
    for day, number in ((START, 1), (START + DAY, 10), (END, 20)):
        figure = EventFigureFactory(
            event=EventFactory(project=project, starts_on=day),
            number=number,
            **({"figure": project.kind.figures.get()} if project.kind.figures.exists() else {}),
        ).figure
    proposal = KindIndicatorFactory(kind=project.kind, figure=figure)
    take_indicators(by=secretary, project=project, proposed=[proposal])

    found = walk(project_blocks(project, scope))
    table = next(part for part in found if isinstance(part, Table) and part.caption == "Indicators")

    assert table.rows[0].cells[2:4] == (Lines(("30", "from 2 events")), Lines(("31", "from 3 events")))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_chapter_runs_a_constant_number_of_queries(rows, scope, django_assert_num_queries):
    commitment = CommitmentFactory(agreement=AgreementFactory(signed_on=START))
    for _ in range(rows):
        project = EventFigureFactory(event__project__subcommittee=commitment.subcommittee).event.project
        project.commitments.set([commitment])
    subcommittees(scope)

    with django_assert_num_queries(28):
        subcommittees(scope)
