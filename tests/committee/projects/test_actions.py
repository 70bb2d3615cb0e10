import datetime
import decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Indicator, Milestone, Project
from committee.progress.actions import edit_update, submit_update
from committee.progress.reported import Measured
from committee.projects import actions
from committee.projects.actions import ProgressWasReported, TakenFromUpdate, UnitWasConfirmed
from tests.factories.city import beijing
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.member import member_with
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import LeadOrganisationFactory, ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import UpdateFactory, confirm

pytestmark = pytest.mark.django_db

JUNE = datetime.date(2018, 6, 30)


@pytest.fixture
def confirmed_project():
    """A project of which a confirmed update reports one milestone and one value."""
    project = ProjectFactory()
    milestone, indicator = MilestoneFactory(project=project), IndicatorFactory(project=project)
    draft = UpdateFactory(project=project)
    values = {indicator: Measured(JUNE, decimal.Decimal(24))}
    draft = edit_update(by=draft.author, update=draft, milestones={milestone: JUNE}, values=values)
    confirm(submit_update(by=draft.author, update=draft))
    return project


def test_a_co_lead_of_either_city_keeps_the_projects_of_the_own_subcommittee():
    project = ProjectFactory()
    of_beijing = member_with(Role.CO_LEAD, beijing(), project.subcommittee)

    actions.edit_project(by=of_beijing, project=project, state=Project.State.COMPLETED)

    project.refresh_from_db()
    assert project.state == Project.State.COMPLETED


def test_a_co_lead_does_not_move_a_project_to_another_subcommittee():
    project = ProjectFactory()
    lead = member_with(Role.CO_LEAD, subcommittee=project.subcommittee)

    with pytest.raises(PermissionDenied):
        actions.edit_project(
            by=lead, project=project, subcommittee=SubcommitteeFactory(code="economy", name_en="Economy")
        )


def test_a_project_with_updates_stays(secretary):
    project = UpdateFactory().project

    with pytest.raises(ProgressWasReported):
        actions.delete_project(by=secretary, project=project)

    assert Project.objects.filter(pk=project.pk).exists()


def test_a_project_without_updates_goes_with_its_parts(secretary):
    project = MilestoneFactory().project

    actions.delete_project(by=secretary, project=project)

    assert Milestone.objects.count() == 0
    assert HistoryEntry.objects.filter(verb="deleted").count() == 2


def test_a_value_taken_from_a_confirmed_update_is_not_edited(confirmed_project, secretary):
    value = confirmed_project.indicators.get().values.get()

    with pytest.raises(TakenFromUpdate):
        actions.edit_indicator_value(by=secretary, value=value, on=JUNE)
    with pytest.raises(TakenFromUpdate):
        actions.delete_indicator_value(by=secretary, value=value)
    with pytest.raises(TakenFromUpdate):
        actions.delete_indicator(by=secretary, indicator=value.indicator)


def test_a_milestone_keeps_the_day_that_was_confirmed(confirmed_project, secretary):
    milestone = confirmed_project.milestones.get()

    with pytest.raises(TakenFromUpdate):
        actions.edit_milestone(by=secretary, milestone=milestone, done_on=datetime.date(2018, 7, 1))

    renamed = actions.edit_milestone(
        by=secretary, milestone=milestone, title_en="Line tested", done_on=milestone.done_on
    )
    assert renamed.title_en == "Line tested"


def test_the_unit_of_a_confirmed_value_stays(confirmed_project, secretary):
    indicator = confirmed_project.indicators.get()

    with pytest.raises(UnitWasConfirmed):
        actions.edit_indicator(by=secretary, indicator=indicator, unit_en="thousand messages")

    translated = actions.edit_indicator(by=secretary, indicator=indicator, unit_ko="건", name_en="Sent")
    assert (translated.unit_ko, translated.unit_en, translated.name_en) == ("건", indicator.unit_en, "Sent")


def test_the_unit_of_an_indicator_without_confirmed_values_may_change(secretary):
    indicator = IndicatorFactory(unit_en="messages")

    changed = actions.edit_indicator(by=secretary, indicator=indicator, unit_en="letters")

    assert changed.unit_en == "letters"


def test_a_city_has_one_lead_organisation(secretary):
    organisation = LeadOrganisationFactory()

    with pytest.raises(ValidationError) as problem:
        actions.add_lead_organisation(
            by=secretary, project=organisation.project, city=organisation.city, name_en="Another"
        )

    assert problem.value.messages == ["This city has a lead organisation already."]


@pytest.mark.parametrize(
    ("rule", "actual"),
    [(Indicator.Rule.SUM, "25"), (Indicator.Rule.LAST, "15"), (Indicator.Rule.MEAN, "8.333")],
)
def test_each_indicator_puts_its_values_together_by_its_rule(rule, actual):
    indicator = IndicatorFactory(rule=rule)
    for number in (4, 6, 15):
        IndicatorValueFactory(indicator=indicator, value=number)

    assert indicator.actual == decimal.Decimal(actual)


def test_an_indicator_without_values_has_no_actual():
    assert IndicatorFactory().actual is None


@pytest.mark.parametrize(
    ("due", "done", "standing"),
    [
        ("2018-06-29", None, Milestone.Standing.LATE),
        ("2018-06-30", None, Milestone.Standing.DUE),
        ("2018-06-29", "2018-06-30", Milestone.Standing.DONE),
        ("2018-06-29", "2018-07-05", Milestone.Standing.LATE),
    ],
)
def test_a_milestone_is_late_on_the_day_after_it_was_due(due, done, standing):
    milestone = Milestone(
        due_on=datetime.date.fromisoformat(due), done_on=done and datetime.date.fromisoformat(done)
    )

    assert milestone.standing(JUNE) == standing
