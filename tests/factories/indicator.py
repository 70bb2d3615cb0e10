import datetime
import decimal

import factory

from committee.models import Indicator, IndicatorValue
from tests.factories.project import ProjectFactory


class IndicatorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Indicator

    project = factory.SubFactory(ProjectFactory)
    name_en = factory.Sequence(lambda number: f"Indicator {number}")
    unit_en = "messages"


class IndicatorValueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = IndicatorValue

    indicator = factory.SubFactory(IndicatorFactory)
    on = factory.Sequence(lambda number: datetime.date(2018, 6, 1) + datetime.timedelta(days=number))
    value = decimal.Decimal(12)
