import datetime

import pytest

from committee.members.models import Role
from committee.models import Event
from committee.reminders.reminding import remind
from tests.factories.city import beijing, seoul
from tests.factories.event import EventFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db

# Past midnight in Seoul, not yet in Beijing.
NOW = datetime.datetime(2026, 3, 11, 15, 30, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def events_alone(settings):
    settings.REMINDERS = ["committee.events.reminders.events_without_outcome"]


@pytest.fixture
def leads():
    """A co-lead of each city."""
    here = SubcommitteeFactory()
    return [member_with(Role.CO_LEAD, city, here) for city in (seoul(), beijing())]


def planned(**fields) -> Event:
    return EventFactory(**{"state": Event.State.PLANNED, "starts_on": "2026-03-01", **fields})


def reminded(now=NOW):
    return [notice.member for notice in remind(now)]


def test_the_host_city_is_reminded_once_of_an_event_that_is_over(leads):
    planned(city=seoul())

    assert (reminded(), reminded()) == ([leads[0]], [])


def test_of_an_event_without_a_host_both_cities_are_reminded(leads):
    planned()

    assert reminded() == leads


def test_an_event_is_over_when_its_last_day_is_past_in_the_city(leads):
    planned(ends_on="2026-03-11")

    assert reminded() == [leads[0]]
    assert reminded(NOW + HOUR) == [leads[1]]


@pytest.mark.parametrize("state", [Event.State.HELD, Event.State.CANCELLED])
def test_of_an_event_whose_outcome_is_known_nobody_is_reminded(leads, state):
    planned(state=state)

    assert reminded() == []


def test_an_event_that_is_put_off_reminds_anew(leads):
    event = planned(city=seoul())
    reminded()
    Event.objects.filter(pk=event.pk).update(starts_on="2026-03-05")

    assert reminded() == [leads[0]]


def test_of_an_event_of_a_draft_the_other_city_is_not_reminded(leads):
    planned(project__draft_of=seoul())

    assert reminded() == []
