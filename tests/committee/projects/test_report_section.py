import datetime
import decimal

import pytest

from committee.models import Indicator, Milestone, Project
from committee.printing.content import Chart, Lines, Scope, Status, Table, Tone
from committee.printing.snapshot import walk
from committee.projects.report_section import MOST_DRAWN, project_blocks
from tests.factories.city import beijing, seoul
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import LeadOrganisationFactory, ProjectFactory

START, END = datetime.date(2018, 3, 19), datetime.date(2020, 3, 19)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def scope(db) -> Scope:
    return Scope(1, START, END, "en", (beijing().pk, seoul().pk))


@pytest.fixture
def project(db) -> Project:
    return ProjectFactory()


def table(project: Project, scope: Scope, caption: str) -> Table:
    parts = walk(project_blocks(project, scope))
    return next(part for part in parts if isinstance(part, Table) and part.caption == caption)


def test_a_project_without_milestones_and_indicators_says_so(project, scope):
    texts = [part.text for part in project_blocks(project, scope)[1:]]

    assert texts == ["No milestone is recorded.", "No indicator is recorded."]


def test_lead_organisations_stand_in_the_order_of_protocol(project, scope):
    LeadOrganisationFactory(project=project, city=seoul(), name_en="Institute")
    LeadOrganisationFactory(project=project, city=beijing(), name_en="Academy")

    facts = project_blocks(project, scope)[0].pairs

    assert facts[1:3] == (("Lead in Beijing", "Academy"), ("Lead in Seoul", "Institute"))


@pytest.mark.parametrize(
    ("due", "done", "status"),
    [
        (END - DAY, END, Status("done", Tone.GOOD)),
        (END - DAY, END + DAY, Status("late", Tone.POOR)),
        (END - DAY, None, Status("late", Tone.POOR)),
        (END, None, Status("due", Tone.CALM)),
    ],
)
def test_a_milestone_is_shown_as_it_stood_on_the_last_day(project, scope, due, done, status):
    MilestoneFactory(project=project, due_on=due, done_on=done)

    assert table(project, scope, "Milestones").rows[0].cells[-1] == status


@pytest.mark.parametrize(
    ("rule", "in_period", "to_date"),
    [
        (Indicator.Rule.SUM, "50 messages", "60 messages"),
        (Indicator.Rule.LAST, "30 messages", "30 messages"),
        (Indicator.Rule.MEAN, "25 messages", "20 messages"),
    ],
)
def test_an_indicator_keeps_the_period_and_to_date_apart(project, scope, rule, in_period, to_date):
    indicator = IndicatorFactory(project=project, rule=rule, name_en="Sent")
    for on, value in [(START, 10), (START + DAY, 20), (END, 30), (END + DAY, 99)]:
        IndicatorValueFactory(indicator=indicator, on=on, value=decimal.Decimal(value))

    cells = table(project, scope, "Indicators").rows[0].cells

    assert cells[0] == Lines(("Sent", indicator.get_rule_display()))
    assert cells[2:4] == (in_period, to_date)


@pytest.mark.parametrize(("values", "charts"), [(0, 0), (1, 0), (3, 1)])
def test_an_indicator_with_a_course_is_drawn(project, scope, values, charts):
    indicator = IndicatorFactory(project=project)
    for number in range(values):
        IndicatorValueFactory(indicator=indicator, on=START + number * DAY)

    found = [part for part in project_blocks(project, scope) if isinstance(part, Chart)]

    assert len(found) == charts


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"starts_on": END + DAY}, "planned"),
        ({"state": Project.State.COMPLETED, "ends_on": END + DAY}, "under way"),
        ({"state": Project.State.COMPLETED, "ends_on": END}, "completed"),
    ],
)
def test_a_project_is_in_the_state_its_dates_tell(scope, fields, state):
    project = ProjectFactory(**fields)

    assert project_blocks(project, scope)[0].pairs[-1] == ("State", state)


@pytest.mark.parametrize(("number", "charts"), [(MOST_DRAWN, 1), (MOST_DRAWN + 1, 0)])
def test_milestones_that_would_not_fit_on_a_page_are_listed_alone(project, scope, number, charts):
    Milestone.objects.bulk_create(MilestoneFactory.build_batch(number, project=project))

    drawn = [part for part in project_blocks(project, scope) if isinstance(part, Chart)]

    assert (len(drawn), len(table(project, scope, "Milestones").rows)) == (charts, number)
