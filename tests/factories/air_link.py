import datetime

import factory

from environment.models import ProjectAirLink
from tests.factories.city import CityFactory
from tests.factories.project import ProjectFactory


class ProjectAirLinkFactory(factory.django.DjangoModelFactory):
    """Two days in May 2016 against two days in May 2017."""

    class Meta:
        model = ProjectAirLink

    project = factory.SubFactory(ProjectFactory)
    city = factory.SubFactory(CityFactory)
    pollutant = "pm25"
    baseline_from = datetime.date(2016, 5, 1)
    baseline_until = datetime.date(2016, 5, 2)
    evaluation_from = datetime.date(2017, 5, 1)
    evaluation_until = datetime.date(2017, 5, 2)
