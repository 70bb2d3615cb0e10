import pytest

from committee.models import Delegation, GeneralMeeting
from committee.programmes.timetable import overlap_warnings

pytestmark = pytest.mark.django_db


def test_both_cities_name_their_people_for_the_last_and_the_next_meeting(filled):
    found = Delegation.objects.announced().order_by("meeting__ordinal", "city")

    told = [(each.meeting.ordinal, each.city.code, each.delegates.count()) for each in found]

    assert told == [(3, "seoul", 5), (3, "beijing", 5), (4, "seoul", 5), (4, "beijing", 5)]


def test_of_the_last_meeting_it_is_known_who_was_there(filled):
    last, next_one = (GeneralMeeting.objects.get(ordinal=ordinal) for ordinal in (3, 4))

    states = [
        set(meeting.delegations.values_list("delegates__attendance", flat=True))
        for meeting in (last, next_one)
    ]

    assert states == [{"absent", "present", "substituted"}, {"expected"}]


def test_the_programme_of_the_next_meeting_has_no_overlaps(filled):
    entries = GeneralMeeting.objects.get(ordinal=4).programme.all()

    assert (overlap_warnings(entries), entries.count()) == ([], 7)
