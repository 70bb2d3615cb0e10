import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from committee.members.models import Role
from committee.models import CalendarFeed, HistoryEntry
from tests.factories.city import CityFactory, beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.meeting import MeetingFactory, WorkingMeetingFactory
from tests.factories.member import MemberFactory, member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    member = member_with(Role.SECRETARIAT, seoul())
    beijing()
    return member


@pytest.fixture
def visitor(reader, signed_in):
    return signed_in(reader)


def month_at(visitor, month, **chosen):
    return visitor.get(reverse("calendar"), {"month": month, **chosen}).context["month"]


def day_of(month, text):
    return next(day for week in month.weeks for day in week if day.date == datetime.date.fromisoformat(text))


def test_the_month_names_the_holidays_of_each_city(visitor):
    month = month_at(visitor, "2026-10")

    assert day_of(month, "2026-10-03").marks == ["Seoul: National Foundation Day", "Beijing: National Day"]
    assert day_of(month, "2026-10-10").marks == ["Beijing: working day"]
    assert [day_of(month, f"2026-10-{day:02}").is_off for day in (3, 6, 10, 11)] == [True, False, False, True]


@pytest.mark.parametrize(
    ("language", "first"), [("ko", "2026-09-27"), ("zh-hans", "2026-09-28"), ("en", "2026-09-27")]
)
def test_weeks_begin_as_in_the_readers_language(visitor, language, first):
    answer = visitor.get(f"/{language}/calendar/?month=2026-10")

    assert answer.context["month"].weeks[0][0].date == datetime.date.fromisoformat(first)


def test_a_day_of_many_entries_leads_to_its_list(visitor):
    for _number in range(7):
        CommitmentFactory(due_on="2026-10-08", subcommittee=SubcommitteeFactory())

    answer = visitor.get(reverse("calendar"), {"month": "2026-10"})

    day = day_of(answer.context["month"], "2026-10-08")
    assert (len(day.first_entries), day.more) == (5, 2)
    assert (
        '<a href="/en/calendar/list/?first=2026-10-08&amp;last=2026-10-08">2 more' in answer.content.decode()
    )


def test_an_unknown_month_is_answered_with_this_one(visitor, reader):
    for month in ("2026-13", "1066-10", "soon"):
        answer = visitor.get(reverse("calendar"), {"month": month})

        today = timezone.localdate(timezone=reader.zone)
        assert (answer.status_code, answer.context["month"].first) == (422, today.replace(day=1))


def test_a_city_without_known_holidays_says_so(visitor):
    CityFactory(code="oz", country="OZ", name_en="Oz", time_zone="UTC")

    answer = visitor.get(reverse("calendar"), {"month": "2026-10"})

    assert answer.context["doubts"] == [
        "The public holidays of Oz are not known; its Saturdays and Sundays are days off.",
    ]


def test_a_year_whose_worked_weekends_are_not_announced_says_so(visitor):
    answer = visitor.get(reverse("calendar"), {"month": "2090-10"})

    assert answer.context["doubts"] == [
        "Beijing: which weekends of 2090 are worked has not been announced yet."
    ]


def test_the_list_tells_the_time_in_the_zone_of_the_reader_first(visitor):
    WorkingMeetingFactory(host=beijing(), starts_on="2026-10-08", start_time="23:30", end_time="23:45")

    answer = visitor.get(reverse("calendar_list"), {"first": "2026-10-01", "last": "2026-10-31"})

    (day,) = answer.context["days"]
    assert day.date == datetime.date(2026, 10, 9)
    assert "00:30–00:45 KST · Oct. 8, 2026 23:30–Oct. 8, 2026 23:45 CST" in answer.content.decode()


def test_the_list_is_narrowed_down(visitor):
    here, there = SubcommitteeFactory(), SubcommitteeFactory(code="economy", name_en="Economy")
    CommitmentFactory(title_en="Here", due_on="2026-10-08", subcommittee=here)
    CommitmentFactory(title_en="There", due_on="2026-10-08", subcommittee=there)
    chosen = {"first": "2026-10-01", "last": "2026-10-31", "subcommittee": there.pk, "kind": "commitment"}

    (day,) = visitor.get(reverse("calendar_list"), chosen).context["days"]

    assert [entry.dated.title for entry in day.entries] == ["Commitment due: There"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-10-31", "2026-10-01"),
        ("2020-01-01", "2026-01-01"),
        ("0001-01-01", "0001-01-02"),
        ("x", "2026-01-01"),
    ],
)
def test_a_period_that_is_none_is_refused(visitor, first, last):
    assert visitor.get(reverse("calendar_list"), {"first": first, "last": last}).status_code == 422


def test_the_list_comes_as_a_file(visitor):
    commitment = CommitmentFactory(title_en="Hotline", due_on="2026-10-02")
    asked = {"first": "2026-10-01", "last": "2026-10-31", "format": "csv"}

    answer = visitor.get(reverse("calendar_list"), asked)

    assert answer.content.decode("utf-8-sig").splitlines() == [
        "Id,Kind,What,First day,Last day,Time,Place,Note",
        f"commitment-{commitment.pk},Commitments due,Commitment due: Hotline,2026-10-02,2026-10-02,,,"
        '"National Day (CN): counts as due on Oct. 8, 2026."',
    ]


def test_a_format_nobody_knows_gives_no_file(visitor):
    answer = visitor.get(reverse("calendar_list"), {"format": "docx"})

    assert (answer.status_code, answer["Content-Type"]) == (422, "text/html; charset=utf-8")


def test_a_reader_chooses_a_zone_of_ones_own(visitor, reader):
    MeetingFactory(state="planned", host=seoul(), starts_on="2026-10-08", start_time="00:30")

    answer = visitor.post(reverse("calendar_settings"), {"time_zone": "Europe/Paris"})

    reader.refresh_from_db()
    assert (answer.status_code, reader.zone.key) == (302, "Europe/Paris")
    assert len(day_of(month_at(visitor, "2026-10"), "2026-10-07").entries) == 1
    assert HistoryEntry.objects.of(reader).get().changes == {"time_zone": ["", "Europe/Paris"]}


def test_a_zone_that_is_none_is_refused(visitor, reader):
    answer = visitor.post(reverse("calendar_settings"), {"time_zone": "Europe/Pyongyang"})

    assert answer.status_code == 422


def test_a_new_address_is_shown_once(visitor):
    shown = visitor.post(reverse("calendar_feed_new"))

    address = shown.context["address"]
    assert visitor.get(address.removeprefix("http://testserver")).status_code == 200
    assert (shown["Cache-Control"].count("no-store"), address in shown.content.decode()) == (1, True)
    assert (
        "Make a new address; the old one ends" in visitor.get(reverse("calendar_settings")).content.decode()
    )


def test_an_address_is_ended_by_its_button(visitor):
    visitor.post(reverse("calendar_feed_new"))

    visitor.post(reverse("calendar_feed_end"))

    assert CalendarFeed.objects.count() == 0


def test_who_holds_no_post_is_offered_no_address(signed_in):
    answer = signed_in(MemberFactory()).get(reverse("calendar_settings"))

    assert "Only who holds a post can have an address." in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_month_costs_the_same_whatever_is_in_it(visitor, django_assert_num_queries, count):
    for number in range(count):
        MeetingFactory(starts_on=f"2026-10-{number + 10}")
        CommitmentFactory(due_on="2026-10-08")

    with django_assert_num_queries(21):
        month_at(visitor, "2026-10")
