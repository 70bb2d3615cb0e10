import factory

from committee.models import Institute, Researcher, Study
from tests.factories.city import CityFactory
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import ProjectKindFactory


class ResearchProjectFactory(ProjectFactory):
    """A project of a kind with joint research."""

    kind = factory.SubFactory(ProjectKindFactory, has_research=True)


class InstituteFactory(factory.django.DjangoModelFactory):
    """An institute of Seoul."""

    class Meta:
        model = Institute

    project = factory.SubFactory(ResearchProjectFactory)
    city = factory.SubFactory(CityFactory)
    name_en = factory.Sequence(lambda number: f"Institute {number}")


class ResearcherFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Researcher

    institute = factory.SubFactory(InstituteFactory)
    name_en = factory.Sequence(lambda number: f"Researcher {number}")


class StudyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Study

    project = factory.SubFactory(ResearchProjectFactory)
    title_en = factory.Sequence(lambda number: f"Study {number}")
