import datetime

import pytest

from committee.events.calendar_entries import events
from committee.models import Event
from committee.workdays.dated import Period
from tests.factories.city import beijing, seoul
from tests.factories.event import EventFactory

pytestmark = pytest.mark.django_db

MAY = Period(datetime.date(2019, 5, 1), datetime.date(2019, 5, 31))


@pytest.mark.parametrize(
    ("first", "last", "is_shown"),
    [
        ("2019-04-30", None, False),
        ("2019-05-01", None, True),
        ("2019-04-28", "2019-04-30", False),
        ("2019-04-28", "2019-05-01", True),
        ("2019-05-31", "2019-06-02", True),
        ("2019-06-01", "2019-06-02", False),
    ],
)
def test_the_calendar_shows_events_that_touch_the_period(first, last, is_shown, secretary):
    EventFactory(starts_on=first, ends_on=last)

    assert len(list(events(MAY, secretary))) == is_shown


def test_an_entry_says_where_what_and_whether_it_was_called_off(secretary):
    event = EventFactory(
        title_en="Forum",
        project__title_en="Air quality",
        place_en="City Hall",
        city=seoul(),
        state=Event.State.CANCELLED,
    )

    entry = next(events(MAY, secretary))

    assert (entry.record, entry.title, entry.place, entry.is_cancelled, entry.is_due) == (
        event,
        "Forum (Air quality)",
        "City Hall, Seoul",
        True,
        False,
    )


def test_the_calendar_shows_no_event_of_a_draft_of_the_other_city(secretary):
    EventFactory(project__draft_of=beijing())
    own = EventFactory(project__draft_of=seoul())

    assert [entry.record for entry in events(MAY, secretary)] == [own]
