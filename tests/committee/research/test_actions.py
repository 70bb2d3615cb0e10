import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation

from committee.history.deletion import StillNeeded
from committee.history.restoring import restore
from committee.members.models import Role
from committee.models import Institute, Researcher, Study
from committee.project_kinds.actions import edit_kind
from committee.project_kinds.rules import PartInUse
from committee.projects.actions import KindStays, edit_project
from committee.research import actions
from committee.research.rules import InstituteOfAnotherProject, KindHasNoResearch
from committee.research.series import NotASeries
from tests.factories.city import beijing, seoul
from tests.factories.deletion import deleted
from tests.factories.document import pdf
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import ProjectKindFactory, general_kind
from tests.factories.study import InstituteFactory, ResearcherFactory, ResearchProjectFactory, StudyFactory

pytestmark = pytest.mark.django_db

MAY = datetime.date(2019, 5, 20)
EXPLORER = "air/explorer/?pollutant=pm25&from=2019-01-01"


@pytest.fixture
def project(db):
    return ResearchProjectFactory()


def test_contributors_of_both_cities_name_institutes_and_researchers(project):
    for city in (seoul(), beijing()):
        by = member_with(Role.CONTRIBUTOR, city, project.subcommittee)
        institute = actions.add_institute(by=by, project=project, city=city, name_en="Institute")
        actions.add_researcher(by=by, institute=institute, name_en="One", heads=True)

    assert [each.institute.city.code for each in Researcher.objects.all()] == ["seoul", "beijing"]


def test_an_observer_names_nobody(project):
    with pytest.raises(PermissionDenied):
        actions.add_institute(by=member_with(Role.OBSERVER), project=project, city=seoul(), name_en="Any")


def test_a_project_of_another_kind_has_no_research(secretary):
    with pytest.raises(KindHasNoResearch):
        actions.add_study(by=secretary, project=ProjectFactory(), title_en="Study")
    with pytest.raises(KindHasNoResearch):
        actions.add_institute(by=secretary, project=ProjectFactory(), city=seoul(), name_en="Institute")


def test_one_researcher_heads_the_group_of_an_institute(secretary):
    institute = ResearcherFactory(heads=True).institute

    with pytest.raises(ValidationError) as problem:
        actions.add_researcher(by=secretary, institute=institute, name_en="Another", heads=True)

    assert problem.value.messages == ["Somebody else heads the group of this institute."]


def test_a_study_is_done_by_institutes_of_its_project(secretary, project):
    own, stranger = InstituteFactory(project=project), InstituteFactory()

    study = actions.add_study(by=secretary, project=project, title_en="Study", institutes=[own])

    assert list(study.institutes.all()) == [own]
    with pytest.raises(InstituteOfAnotherProject):
        actions.edit_study(by=secretary, study=study, institutes=[own, stranger])


def test_an_institute_that_does_a_study_stays(secretary, project):
    institute = InstituteFactory(project=project)
    StudyFactory(project=project).institutes.set([institute])

    with pytest.raises(StillNeeded):
        actions.delete_institute(by=secretary, institute=institute)

    assert Institute.objects.count() == 1


def test_an_institute_goes_with_its_researchers(secretary):
    institute = ResearcherFactory().institute

    actions.delete_institute(by=secretary, institute=institute)

    assert Researcher.objects.count() == 0


@pytest.mark.parametrize(
    "published", [{"state": Study.State.PUBLISHED}, {"state": Study.State.UNDER_WAY, "published_on": MAY}]
)
def test_a_study_is_published_on_a_day_or_not_at_all(secretary, published):
    with pytest.raises(ValidationError) as problem:
        actions.edit_study(by=secretary, study=StudyFactory(), **published)

    assert problem.value.messages == ["A published study has the day it was published, no other one has."]


def test_a_study_is_published_after_it_starts(secretary):
    published = {"state": Study.State.PUBLISHED, "published_on": MAY}

    with pytest.raises(ValidationError):
        actions.edit_study(
            by=secretary, study=StudyFactory(starts_on=datetime.date(2019, 5, 21)), **published
        )

    assert (
        actions.edit_study(by=secretary, study=StudyFactory(starts_on=MAY), **published).published_on == MAY
    )


@pytest.mark.parametrize(
    "address",
    [
        f"https://tracker.example/ko/{EXPLORER}",
        f"http://127.0.0.1:8000/zh-hans/{EXPLORER}",
        f"/en/{EXPLORER}",
        f" {EXPLORER} ",
    ],
)
def test_the_series_are_kept_without_host_and_language_and_shown_in_the_readers(address, secretary, project):
    study = actions.add_study(by=secretary, project=project, title_en="Study", series=address)

    assert study.series == EXPLORER
    with translation.override("ko"):
        assert study.series_address == f"/ko/{EXPLORER}"


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "/en/projects/",
        "/en/members/1/",
        "javascript:alert(1)",
        "/en/air/nowhere/at/all/",
    ],
)
def test_an_address_that_shows_no_measurements_is_refused(address, secretary, project):
    with pytest.raises(NotASeries):
        actions.add_study(by=secretary, project=project, title_en="Study", series=address)


def test_the_series_of_a_study_are_taken_back(secretary):
    study = actions.edit_study(by=secretary, study=StudyFactory(series=EXPLORER), series="")

    assert (study.series, study.series_address) == ("", "")


def test_outputs_are_attached_to_a_study(secretary):
    study = StudyFactory()

    document = actions.add_study_document(
        by=secretary, study=study, upload=pdf(), language="ko", title_ko="보고서"
    )

    assert document.attachments.get().record == study


@pytest.mark.parametrize("part", [InstituteFactory, StudyFactory])
def test_a_project_with_research_keeps_its_kind_and_the_kind_its_part(part, secretary):
    project = part().project

    with pytest.raises(KindStays):
        edit_project(by=secretary, project=project, kind=general_kind())
    with pytest.raises(PartInUse):
        edit_kind(by=secretary, kind=project.kind, has_research=False)


def test_a_kind_that_names_nobody_has_no_researchers(secretary):
    with pytest.raises(ValidationError) as problem:
        edit_kind(by=secretary, kind=ProjectKindFactory(figures_only=True), has_research=True)

    assert problem.value.messages == ["Joint research names its researchers, so it is not figures only."]


def test_a_study_does_not_come_back_into_a_project_without_research(secretary):
    study = StudyFactory()
    project, deletion = study.project, deleted(study, secretary)
    edit_project(by=secretary, project=project, kind=general_kind())

    with pytest.raises(KindHasNoResearch):
        restore(by=secretary, deletion=deletion)
