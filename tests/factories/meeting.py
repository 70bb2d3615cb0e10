import datetime

import factory

from committee.models import GeneralMeeting
from tests.factories.city import CityFactory


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GeneralMeeting

    ordinal = factory.Sequence(lambda number: number + 1)
    host = factory.SubFactory(CityFactory)
    state = GeneralMeeting.State.HELD
    starts_on = factory.LazyAttribute(lambda meeting: datetime.date(2012 + 2 * meeting.ordinal, 3, 19))
