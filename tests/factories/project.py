import datetime

import factory

from committee.models import LeadOrganisation, Project
from tests.factories.city import CityFactory
from tests.factories.project_kind import general_kind
from tests.factories.subcommittee import SubcommitteeFactory


class ProjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Project

    subcommittee = factory.SubFactory(SubcommitteeFactory)
    kind = factory.LazyFunction(general_kind)
    title_en = factory.Sequence(lambda number: f"Project {number}")
    state = Project.State.UNDER_WAY
    starts_on = datetime.date(2018, 4, 1)


class LeadOrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = LeadOrganisation

    project = factory.SubFactory(ProjectFactory)
    city = factory.SubFactory(CityFactory)
    name_en = "Institute of Health and Environment"
