import datetime

import factory

from committee.models import GeneralMeeting, Meeting
from tests.factories.city import CityFactory
from tests.factories.subcommittee import SubcommitteeFactory


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GeneralMeeting

    ordinal = factory.Sequence(lambda number: number + 1)
    host = factory.SubFactory(CityFactory)
    state = GeneralMeeting.State.HELD
    starts_on = factory.LazyAttribute(lambda meeting: datetime.date(2012 + 2 * meeting.ordinal, 3, 19))


class SubcommitteeMeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Meeting

    kind = Meeting.Kind.SUBCOMMITTEE
    subcommittee = factory.SubFactory(SubcommitteeFactory)
    host = factory.SubFactory(CityFactory)
    starts_on = datetime.date(2027, 3, 19)


class WorkingMeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Meeting

    kind = Meeting.Kind.WORKING
    host = factory.SubFactory(CityFactory)
    starts_on = datetime.date(2027, 4, 2)
