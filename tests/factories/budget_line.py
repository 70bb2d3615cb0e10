from decimal import Decimal

import factory

from committee.models import BudgetLine
from tests.factories.city import CityFactory
from tests.factories.project import ProjectFactory


class BudgetLineFactory(factory.django.DjangoModelFactory):
    """What Seoul plans for a project in 2018."""

    class Meta:
        model = BudgetLine

    project = factory.SubFactory(ProjectFactory)
    city = factory.SubFactory(CityFactory)
    year = 2018
    currency = BudgetLine.Currency.KRW
    planned = Decimal(1_000_000)
