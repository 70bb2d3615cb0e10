import datetime

import pytest
from django.urls import reverse

from committee.delegations.waiting import Waiting, waiting_for
from tests.factories.city import beijing, seoul
from tests.factories.delegation import DelegationFactory, announced
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2018, 3, 19)
BEFORE, AFTER = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)


def to_come(**fields):
    return MeetingFactory(**{"state": "planned", "starts_on": DAY, **fields})


def test_a_general_meeting_to_come_waits_for_the_cities_that_have_named_nobody():
    meeting = to_come()
    announced(beijing(), meeting=meeting)
    SubcommitteeMeetingFactory(starts_on=DAY)

    assert waiting_for(seoul(), DAY) == Waiting([meeting], [], [])
    assert waiting_for(beijing(), BEFORE) == Waiting([], [], [])


def test_a_meeting_whose_day_has_passed_waits_for_no_names():
    to_come()

    assert not waiting_for(seoul(), AFTER).is_anything


def test_a_draft_waits_to_be_announced_inside_its_city():
    draft = DelegationFactory(meeting=to_come())

    assert waiting_for(seoul(), DAY) == Waiting([], [draft], [])
    assert waiting_for(beijing(), DAY).to_announce == []


@pytest.mark.parametrize(("day", "waits"), [(BEFORE, 0), (DAY, 1), (AFTER, 1)])
def test_attendance_waits_from_the_first_day_of_the_meeting(day, waits):
    announced(seoul(), meeting=to_come())

    assert len(waiting_for(seoul(), day).to_take) == waits


def test_nothing_waits_once_attendance_is_taken():
    announced(seoul(), meeting=to_come()).delegates.update(attendance="present")

    assert not waiting_for(seoul(), DAY).is_anything


def test_the_first_page_of_a_secretariat_takes_it_in(signed_in, secretary):
    draft = DelegationFactory(meeting=to_come(starts_on=None))
    reader = signed_in(secretary)

    page = reader.get(reverse("home"))
    panel = reader.get(reverse("delegations_waiting"), headers={"HX-Request": "true"})

    assert reverse("delegations_waiting") in [address for address, _label in page.context["panels"]]
    assert draft.get_absolute_url().encode() in panel.content
