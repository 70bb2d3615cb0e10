import datetime

import factory

from committee.models import City, ProgrammeEntry
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory


class ProgrammeEntryFactory(factory.django.DjangoModelFactory):
    """A session of one hour on 19 March 2018 from 10:00 in Seoul, for both delegations."""

    class Meta:
        model = ProgrammeEntry
        skip_postgeneration_save = True

    meeting = factory.SubFactory(MeetingFactory)
    title_en = factory.Sequence(lambda number: f"Session {number}")
    starts_at = datetime.datetime(2018, 3, 19, 1, tzinfo=datetime.UTC)
    ends_at = factory.LazyAttribute(lambda entry: entry.starts_at + datetime.timedelta(hours=1))

    @factory.post_generation
    def cities(self, _create: bool, cities: list[City] | None, **_more: object) -> None:
        self.cities.set([seoul(), beijing()] if cities is None else cities)
