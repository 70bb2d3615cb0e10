import pytest

from committee.members.models import Role
from tests.factories.budget_line import BudgetLineFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.event import EventFactory
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.member import member_with
from tests.factories.message import MessageFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import LeadOrganisationFactory, ProjectFactory
from tests.factories.study import StudyFactory

TITLE = "Underground river"


@pytest.fixture
def draft(db):
    """A late project with all its parts, prepared inside Seoul for a commitment of both cities."""
    beijing()
    project = ProjectFactory(title_en=TITLE, draft_of=seoul())
    project.commitments.add(CommitmentFactory())
    MilestoneFactory(project=project, title_en=f"{TITLE}: permit")
    IndicatorValueFactory(indicator=IndicatorFactory(project=project, name_en=f"{TITLE}: length"))
    LeadOrganisationFactory(project=project, name_en=f"{TITLE}: office")
    BudgetLineFactory(project=project, source_en=f"{TITLE}: fund")
    MessageFactory(project=project, text_en=f"{TITLE}: when?")
    EventFactory(project=project, title_en=f"{TITLE}: forum")
    StudyFactory(project=project, title_en=f"{TITLE}: study")
    return project


@pytest.fixture
def theirs(draft, signed_in):
    return signed_in(member_with(Role.CO_LEAD, beijing(), draft.subcommittee))
