"""What feeds say of entries that changed or are gone."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from committee.archive.actions import undo_deletion
from committee.calendar.actions import choose_calendar, make_feed
from committee.calendar.ical import event_of_holiday
from committee.calendar.public_holidays import Holiday
from committee.calendar.told import CANCELLED_FOR, tell
from committee.commitments.actions import delete_commitment
from committee.meetings.actions import edit_meeting
from committee.members.models import Role
from committee.models import CalendarFeed, Deletion, Meeting, ToldEntry
from tests.committee.calendar.test_feeds import DAY, KST, address_of, events_at, read, soon
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.update import submitted_update

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 10, 1, 12, tzinfo=datetime.UTC)
TOMORROW = NOW.date() + DAY


def states(address):
    """Return of each event what it is called, whether it takes place, and its number of changes."""
    return [
        (event.summary.value, event.status.value, int(event.sequence.value)) for event in events_at(address)
    ]


def holiday(day=TOMORROW, name="Chuseok"):
    return Holiday(seoul(), day, name)


@pytest.fixture
def feed(secretary):
    make_feed(by=secretary)
    return CalendarFeed.objects.get()


def told(feed, *holidays, now=NOW):
    """Return what a feed says that has nothing but holidays."""
    events = {one.key: event_of_holiday(one) for one in holidays}
    said = tell(feed, events, now.date() - 7 * DAY, now)
    return [(str(event["status"]), event["sequence"], event["dtstamp"].dt) for event in said]


def test_what_was_deleted_is_told_as_cancelled(secretary):
    commitment = CommitmentFactory(title_en="Hotline", due_on=soon())
    address = address_of(secretary)
    (before,) = events_at(address)

    delete_commitment(by=secretary, commitment=commitment)
    (after,) = events_at(address)

    assert (after.status.value, after.sequence.value) == ("CANCELLED", "1")
    assert (after.uid.value, after.dtstart.value) == (before.uid.value, soon())


def test_what_is_brought_back_takes_place_again(secretary):
    commitment = CommitmentFactory(title_en="Hotline", due_on=soon())
    address = address_of(secretary)
    events_at(address)
    delete_commitment(by=secretary, commitment=commitment)
    events_at(address)

    undo_deletion(by=secretary, deletion=Deletion.objects.get())

    assert states(address) == [("Commitment due: Hotline", "CONFIRMED", 2)]


def test_a_day_that_was_taken_back_is_cancelled(secretary):
    meeting = MeetingFactory(ordinal=4, state="planned", starts_on=soon())
    address = address_of(secretary)
    events_at(address)

    edit_meeting(by=secretary, meeting=meeting, starts_on=None, ends_on=None)

    assert states(address) == [("General meeting no. 4", "CANCELLED", 1)]


def test_a_day_that_follows_from_another_record_counts_its_changes(secretary):
    project = ProjectFactory(title_en="Hotline", starts_on=soon(-180))
    address = address_of(secretary)
    before = states(address)[-1]

    submitted_update(project=project, city=seoul(), period_from=soon(-180), period_until=soon(-150))

    assert (before, states(address)[-1]) == (
        ("Update of Seoul due: Hotline", "CONFIRMED", 0),
        ("Update of Seoul due: Hotline", "CONFIRMED", 1),
    )


def test_who_has_not_read_of_it_is_not_told_that_it_is_gone(secretary):
    commitment = CommitmentFactory(due_on=soon())
    delete_commitment(by=secretary, commitment=commitment)

    assert states(address_of(secretary)) == []


def test_a_new_address_goes_on_counting(secretary):
    meeting = MeetingFactory(ordinal=4, state="planned", starts_on=soon())
    events_at(address_of(secretary))
    edit_meeting(by=secretary, meeting=meeting, starts_on=soon(20))

    assert states(address_of(secretary)) == [("General meeting no. 4", "CONFIRMED", 1)]


def test_visitors_are_told_what_is_not_public_any_more():
    agreement = AgreementFactory(title_en="MOU", signed_on=soon(-30))
    address = "/en/calendar/public.ics"
    events_at(address)

    type(agreement).objects.update(state="expired")

    assert states(address) == [("Signed: MOU", "CANCELLED", 1)]
    assert states("/ko/calendar/public.ics") == []


def test_a_cancellation_is_told_for_a_while(feed):
    told(feed, holiday(NOW.date() + 200 * DAY))
    gone_at = NOW + DAY
    cancelled = [("CANCELLED", 1, gone_at)]

    assert told(feed, now=gone_at) == cancelled
    assert told(feed, now=gone_at + CANCELLED_FOR) == cancelled
    assert told(feed, now=gone_at + CANCELLED_FOR + DAY) == []
    assert ToldEntry.objects.count() == 0


def test_what_was_over_is_gone_without_a_word(feed):
    told(feed, holiday())

    assert told(feed, now=NOW + 8 * DAY) == []
    assert ToldEntry.objects.count() == 0


def test_what_has_not_changed_is_told_as_before(feed):
    first = told(feed, holiday())

    assert told(feed, holiday(), now=NOW + DAY) == first == [("CONFIRMED", 0, NOW)]


def test_another_name_is_a_change(feed):
    told(feed, holiday())

    assert told(feed, holiday(name="Day off"), now=NOW + DAY) == [("CONFIRMED", 1, NOW + DAY)]


def test_holidays_are_in_the_calendar_of_who_asks_for_them(secretary):
    beijing()
    choose_calendar(by=secretary, time_zone="", has_holidays_in_feed=True)

    events = events_at(address_of(secretary))

    # Both countries have the first of January off, in each of the three years of the calendar.
    new_year = [event for event in events if (event.dtstart.value.month, event.dtstart.value.day) == (1, 1)]
    assert {event.summary.value for event in new_year} == {"Seoul: New Year's Day", "Beijing: New Year's Day"}
    assert {(event.dtend.value - event.dtstart.value, event.transp.value) for event in new_year} == {
        (DAY, "TRANSPARENT")
    }
    assert new_year[0].uid.value.startswith(f"holiday-seoul-{new_year[0].dtstart.value}@")


def test_holidays_that_are_no_longer_asked_for_are_cancelled(secretary):
    choose_calendar(by=secretary, time_zone="", has_holidays_in_feed=True)
    address = address_of(secretary)
    events_at(address)

    choose_calendar(by=secretary, time_zone="", has_holidays_in_feed=False)

    today = timezone.localdate(timezone=KST)
    assert {
        event.status.value for event in events_at(address) if event.dtstart.value > today - 300 * DAY
    } == {"CANCELLED"}


def test_nobody_is_given_holidays_unasked(secretary):
    assert states(address_of(secretary)) == []
    assert states("/en/calendar/public.ics") == []


@pytest.mark.parametrize(
    "of",
    [
        {"language": "", "token_sha256": ""},
        {"language": "", "token_sha256": "x"},
        {"language": "en", "token_sha256": "x"},
    ],
)
def test_a_calendar_is_of_a_member_or_open(of):
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarFeed.objects.create(made_at=NOW, **of)


def test_a_members_calendar_has_an_address_and_no_language_of_its_own():
    for of in ({"language": "en", "token_sha256": "x"}, {"language": "", "token_sha256": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            CalendarFeed.objects.create(member=member_with(Role.SECRETARIAT), made_at=NOW, **of)


def test_reading_again_is_answered_with_nothing_new(secretary):
    meeting = MeetingFactory(state="planned", starts_on=soon())
    address = address_of(secretary)
    read(address)
    Meeting.objects.filter(pk=meeting.pk).delete()
    first = read(address)

    assert read(address, if_none_match=first["ETag"]).status_code == 304
