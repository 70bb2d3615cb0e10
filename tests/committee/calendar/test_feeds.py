import datetime
from zoneinfo import ZoneInfo

import pytest
import vobject
from django.core.exceptions import PermissionDenied
from django.test import Client

from committee.calendar.actions import end_feed, fingerprint, make_feed
from committee.calendar.gathering import entries
from committee.calendar.ical import event_of, write
from committee.meetings.actions import edit_meeting
from committee.members.actions import edit_member, edit_post
from committee.members.models import Role
from committee.models import CalendarFeed, HistoryEntry, Meeting, ToldEntry
from committee.workdays.dated import Period
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory, WorkingMeetingFactory
from tests.factories.member import MemberFactory, member_with

pytestmark = pytest.mark.django_db

KST, CST = ZoneInfo("Asia/Seoul"), ZoneInfo("Asia/Shanghai")
TODAY = datetime.datetime.now(tz=KST).date()
DAY = datetime.timedelta(days=1)


def soon(days=10):
    return TODAY + days * DAY


@pytest.fixture
def secretary():
    return member_with(Role.SECRETARIAT)


def read(address, visitor=None, **headers):
    return (visitor or Client()).get(address, headers=headers)


def address_of(member):
    return f"/calendar/{make_feed(by=member)}.ics"


def events_at(address):
    return events_in(read(address).content)


def events_in(content):
    """Read a calendar as a programme does: by a library that is no kin of the one that wrote it."""
    calendar = vobject.readOne(content.decode())
    return list(calendar.contents.get("vevent", []))


def calendar_of(reader, period):
    return write("Calendar", [event_of(entry) for entry in entries(period, reader, KST)], period)


def test_a_day_is_a_date_and_ends_the_day_after(secretary):
    MeetingFactory(ordinal=4, state="planned", starts_on=soon(), ends_on=soon(11))

    (event,) = events_at(address_of(secretary))

    assert (event.summary.value, event.status.value) == ("General meeting no. 4", "CONFIRMED")
    assert (event.dtstart.value, event.dtend.value) == (soon(), soon(12))
    assert (event.dtstart.value_param, event.dtend.value_param) == ("DATE", "DATE")


@pytest.mark.parametrize(
    ("city", "zone", "hour"), [(seoul, KST, 23), (seoul, KST, 0), (beijing, CST, 23), (beijing, CST, 0)]
)
def test_between_eleven_and_one_a_moment_stays_the_same_moment(secretary, city, zone, hour):
    begins, ends = datetime.time(hour, 15), datetime.time(hour, 45)
    WorkingMeetingFactory(host=city(), starts_on=soon(), start_time=begins, end_time=ends)

    content = read(address_of(secretary)).content
    (event,) = events_in(content)

    assert event.dtstart.value == datetime.datetime.combine(soon(), begins, tzinfo=zone)
    assert event.dtend.value == datetime.datetime.combine(soon(), ends, tzinfo=zone)
    assert f"DTSTART;TZID={zone.key}:{soon():%Y%m%d}T{hour:02}1500".encode() in content


def test_each_zone_that_is_named_is_explained(secretary):
    WorkingMeetingFactory(host=seoul(), starts_on=soon(), start_time="10:00")
    WorkingMeetingFactory(host=beijing(), starts_on=soon(), start_time="10:00")

    calendar = vobject.readOne(read(address_of(secretary)).content.decode())

    offsets = {zone.tzid.value: zone.standard.tzoffsetto.value for zone in calendar.vtimezone_list}
    assert offsets == {"Asia/Seoul": "+0900", "Asia/Shanghai": "+0800"}


def test_a_meeting_that_moves_keeps_its_name_and_counts_its_changes(secretary):
    meeting = MeetingFactory(state="planned", starts_on=soon())
    address = address_of(secretary)
    (before,) = events_at(address)

    edit_meeting(by=secretary, meeting=meeting, starts_on=soon(20))
    (after,) = events_at(address)

    assert after.uid.value == before.uid.value == f"meeting-{meeting.pk}@127.0.0.1:8000"
    assert (before.sequence.value, after.sequence.value) == ("0", "1")
    assert after.dtstart.value == soon(20)
    told_at = ToldEntry.objects.get().told_at.replace(microsecond=0)
    assert after.last_modified.value == told_at


def test_a_postponed_meeting_is_cancelled(secretary):
    meeting = MeetingFactory(state="planned", starts_on=soon())
    edit_meeting(by=secretary, meeting=meeting, state=Meeting.State.POSTPONED)

    (event,) = events_at(address_of(secretary))

    assert (event.status.value, event.sequence.value) == ("CANCELLED", "1")


def test_what_is_due_on_a_day_off_says_when_it_counts(secretary):
    CommitmentFactory(title_en="Hotline", due_on="2026-10-02")
    october = Period(datetime.date(2026, 10, 1), datetime.date(2026, 10, 31))

    (event,) = events_in(calendar_of(secretary, october))

    assert event.summary.value == "Commitment due: Hotline"
    assert event.dtstart.value == datetime.date(2026, 10, 2)
    assert event.description.value == "National Day (CN): counts as due on Oct. 8, 2026."
    assert event.transp.value == "TRANSPARENT"


@pytest.mark.parametrize(
    ("language", "title"),
    [("ko", "제5차 전체회의"), ("zh-hans", "第5次全体会议"), ("en", "General meeting no. 5")],
)
def test_it_is_in_the_language_of_its_reader(language, title):
    reader = member_with(Role.SECRETARIAT)
    reader.language = language
    reader.save()
    MeetingFactory(ordinal=5, state="planned", starts_on=soon())

    (event,) = events_at(address_of(reader))

    assert event.summary.value == title
    assert event.url.value.startswith(f"http://127.0.0.1:8000/{language}/meetings/")


def test_long_titles_in_korean_and_chinese_are_folded_and_read_whole(secretary):
    title = (
        "서울·베이징 대기질 개선 공동연구단 구성 및 미세먼지 핫라인 운영에 관한 이행과제; "
        "细颗粒物热线,第二届\\联合研究团" * 2
    )
    CommitmentFactory(title_en=title[:300], due_on=soon())

    content = read(address_of(secretary)).content
    (event,) = events_in(content)

    assert event.summary.value == f"Commitment due: {title[:300]}"
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_what_has_not_changed_is_not_sent_again(secretary):
    meeting = MeetingFactory(state="planned", starts_on=soon())
    address = address_of(secretary)
    first = read(address)

    second = read(address, if_none_match=first["ETag"])
    edit_meeting(by=secretary, meeting=meeting, starts_on=soon(20))
    third = read(address, if_none_match=first["ETag"])

    assert (second.status_code, second.content) == (304, b"")
    assert (third.status_code, third["ETag"] == first["ETag"]) == (200, False)


def test_the_answer_says_what_it_is(secretary):
    secretary.name_ko = "김서울"
    secretary.language = "ko"
    secretary.save()

    answer = read(address_of(secretary))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == (
        'attachment; filename="committee-calendar.ics"; '
        "filename*=UTF-8''%ED%86%B5%ED%95%A9%EC%9C%84%EC%9B%90%ED%9A%8C-%20%EA%B9%80%EC%84%9C%EC%9A%B8.ics"
    )
    assert answer["Cache-Control"] == "private, no-cache"


def test_a_new_address_ends_the_old_one(secretary):
    old, new = address_of(secretary), address_of(secretary)

    assert [read(old).status_code, read(new).status_code] == [404, 200]


def test_the_address_is_kept_nowhere(secretary):
    token = make_feed(by=secretary)

    feed = CalendarFeed.objects.get()

    assert feed.token_sha256 == fingerprint(token)
    assert token not in str(list(HistoryEntry.objects.values()))
    assert len(token) >= 43


def test_an_ended_address_answers_nobody_and_the_history_says_so(secretary):
    address = address_of(secretary)
    end_feed(by=secretary)
    end_feed(by=secretary)

    acts = HistoryEntry.objects.of(secretary).order_by("pk").values_list("comment", flat=True)
    assert read(address).status_code == 404
    assert list(acts) == ["A calendar address was made.", "The calendar address was ended."]


def test_who_may_not_sign_in_any_more_is_told_nothing(secretary):
    member = member_with(Role.OBSERVER)
    address = address_of(member)
    edit_member(by=secretary, member=member, is_active=False)

    assert read(address).status_code == 404


@pytest.mark.parametrize(("days", "status"), [(0, 200), (-1, 404)])
def test_who_holds_no_post_any_more_is_told_nothing(secretary, days, status):
    member = member_with(Role.OBSERVER)
    address = address_of(member)
    edit_post(by=secretary, post=member.posts.get(), held_until=member.today + days * DAY)

    assert read(address).status_code == status


def test_an_invented_member_is_told_nothing_outside_a_demonstration(settings):
    member = member_with(Role.OBSERVER)
    member.is_demonstration = True
    member.save()
    address = address_of(member)
    settings.DEMONSTRATION = False

    assert read(address).status_code == 404


def test_the_calendar_shows_what_the_member_may_see_at_that_time(secretary):
    member = member_with(Role.SECRETARIAT, beijing())
    address = address_of(member)
    before = events_at(address)

    SubcommitteeMeetingFactory(starts_on=soon())

    assert (len(before), len(events_at(address))) == (0, 1)


def test_everybody_reads_the_open_calendar_in_the_language_of_its_address():
    MeetingFactory(ordinal=5, state="planned", starts_on=soon())
    WorkingMeetingFactory(starts_on=soon())
    CommitmentFactory(due_on=soon(), agreement=AgreementFactory(title_en="MOU", signed_on=soon(-30)))

    events = {language: events_at(f"/{language}/calendar/public.ics") for language in ("ko", "zh-hans", "en")}

    assert {language: [event.summary.value for event in found] for language, found in events.items()} == {
        "ko": ["서명: MOU", "제5차 전체회의"],
        "zh-hans": ["签署：MOU", "第5次全体会议"],
        "en": ["Signed: MOU", "General meeting no. 5"],
    }
    assert events["en"][1].url.value == "http://127.0.0.1:8000/en/public/meetings/"


def test_without_a_public_part_there_is_no_open_calendar(settings):
    settings.PUBLIC_PART = False

    assert read("/en/calendar/public.ics").status_code == 302


def test_an_empty_calendar_is_a_calendar(secretary):
    calendar = vobject.readOne(read(address_of(secretary)).content.decode())

    assert (calendar.version.value, calendar.method.value) == ("2.0", "PUBLISH")
    assert "vevent" not in calendar.contents


def test_who_holds_no_post_gets_no_address():
    with pytest.raises(PermissionDenied):
        make_feed(by=MemberFactory())


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_entries_costs_no_query(secretary, django_assert_num_queries, count):
    for number in range(count):
        MeetingFactory(state="planned", starts_on=soon(number))
        CommitmentFactory(due_on=soon())
    address = address_of(secretary)
    read(address)

    with django_assert_num_queries(19):
        assert read(address).status_code == 200
