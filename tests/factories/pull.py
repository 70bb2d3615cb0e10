import factory

from environment.models import Pull
from environment.pulls.services import Service
from tests.factories.city import CityFactory


class PullFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Pull

    service = Service.values[0]
    city = factory.SubFactory(CityFactory)
