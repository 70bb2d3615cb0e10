import datetime

import factory

from committee.models import Event, EventFigure
from tests.factories.city import CityFactory
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import KindFigureFactory, ProjectKindFactory


class EventFactory(factory.django.DjangoModelFactory):
    """An event that was held, of a project of a kind of its own."""

    class Meta:
        model = Event

    project = factory.SubFactory(ProjectFactory, kind=factory.SubFactory(ProjectKindFactory))
    title_en = factory.Sequence(lambda number: f"Event {number}")
    starts_on = datetime.date(2019, 5, 20)
    state = Event.State.HELD


class EventFigureFactory(factory.django.DjangoModelFactory):
    """What Seoul counted at an event."""

    class Meta:
        model = EventFigure

    event = factory.SubFactory(EventFactory)
    figure = factory.SubFactory(KindFigureFactory, kind=factory.SelfAttribute("..event.project.kind"))
    city = factory.SubFactory(CityFactory)
    number = 12
