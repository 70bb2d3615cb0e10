import factory

from committee.models import Foreword
from tests.factories.city import CityFactory
from tests.factories.meeting import MeetingFactory


class ForewordFactory(factory.django.DjangoModelFactory):
    """What the mayor of Seoul says, in English."""

    class Meta:
        model = Foreword

    meeting = factory.SubFactory(MeetingFactory)
    city = factory.SubFactory(CityFactory)
    name_en = "Kim Minjun"
    title_en = "Mayor of Seoul"
    text_en = "We have kept our word."
