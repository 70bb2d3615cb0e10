import datetime
from zoneinfo import ZoneInfo

import pytest

from committee.calendar.gathering import Chosen, entries
from committee.members.models import Role
from committee.models import Agreement, GeneralMeeting
from committee.workdays.dated import Dated, Period
from tests.factories.agreement import AgreementFactory, draft_agreement
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.edition import ReadyEditionFactory
from tests.factories.event import EventFactory
from tests.factories.follow_up import FollowUpFactory
from tests.factories.gap import GapFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.meeting_report import published_report
from tests.factories.member import member_with
from tests.factories.milestone import MilestoneFactory
from tests.factories.minutes import agreed_for, circulated_minutes
from tests.factories.programme_entry import ProgrammeEntryFactory
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import submitted_update

pytestmark = pytest.mark.django_db

KST, CST = ZoneInfo("Asia/Seoul"), ZoneInfo("Asia/Shanghai")
YEAR = Period(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
STARTS = datetime.datetime(2026, 10, 8, 23, 30, tzinfo=KST)


def day(text):
    return datetime.date.fromisoformat(text)


def late_evening(period, reader):
    """A source of the calendar: an hour around midnight in Seoul, before midnight in Beijing."""
    for meeting in GeneralMeeting.objects.all():
        yield Dated(meeting, "Late", STARTS, STARTS + datetime.timedelta(hours=1), part="late")


@pytest.fixture
def timed(settings):
    """The calendar with nothing but that source."""
    settings.CALENDAR_SOURCES = {"late": ("Late", f"{__name__}.late_evening")}
    MeetingFactory()


@pytest.fixture
def officer():
    return member_with(Role.LIAISON, seoul())


def titles(reader, period=YEAR, zone=KST, **chosen):
    return [entry.dated.title for entry in entries(period, reader, zone, Chosen(**chosen))]


def test_an_action_stands_on_its_day_for_the_city_that_sees_to_it(officer):
    FollowUpFactory(title_en="Send the contract", responsible=officer, due_on="2026-10-08")

    assert titles(officer, city=seoul().pk) == ["Send the contract"]
    assert titles(officer, city=beijing().pk) == []


def test_a_meeting_stands_on_all_its_days(officer):
    MeetingFactory(ordinal=5, state="planned", starts_on="2026-10-08", ends_on="2026-10-10")

    (entry,) = entries(YEAR, officer, KST)

    assert (entry.dated.title, entry.first, entry.last) == (
        "General meeting no. 5",
        day("2026-10-08"),
        day("2026-10-10"),
    )
    assert titles(officer, Period(day("2026-10-10"), day("2026-10-20"))) == ["General meeting no. 5"]
    assert titles(officer, Period(day("2026-10-11"), day("2026-10-20"))) == []


@pytest.mark.parametrize(
    ("state", "is_cancelled"), [("planned", False), ("postponed", True), ("held", False)]
)
def test_the_day_of_a_postponed_meeting_is_cancelled(officer, state, is_cancelled):
    MeetingFactory(state=state, starts_on="2026-10-08")

    assert [entry.dated.is_cancelled for entry in entries(YEAR, officer, KST)] == [is_cancelled]


def test_an_agreement_is_signed_and_ends(officer):
    AgreementFactory(
        title_en="MOU", signed_on="2026-03-19", in_force_from="2026-03-19", in_force_until="2026-12-30"
    )
    AgreementFactory(title_en="Ended", state=Agreement.State.EXPIRED, in_force_until="2026-12-30")
    draft_agreement()

    assert titles(officer) == ["Signed: MOU", "Last day in force: MOU"]


def test_what_is_due_says_when_it_counts_unless_it_is_done(officer):
    CommitmentFactory(title_en="Hotline", due_on="2026-10-02")
    kept_commitment(title_en="Camp", due_on="2026-10-02")
    MilestoneFactory(title_en="Talks", project__title_en="Forum", due_on="2026-10-05")

    found = [(entry.dated.title, entry.note) for entry in entries(YEAR, officer, KST)]

    assert found == [
        ("Commitment due: Camp", ""),
        ("Commitment due: Hotline", "National Day (CN): counts as due on Oct. 8, 2026."),
        (
            "Milestone due: Talks (Forum)",
            "Alternative holiday for National Foundation Day (KR), National Day (observed) (CN): "
            "counts as due on Oct. 8, 2026.",
        ),
    ]


def test_each_city_has_its_day_for_the_next_update(officer):
    project = ProjectFactory(title_en="Forum", starts_on="2026-01-05")
    submitted_update(project=project, city=seoul(), period_from="2026-01-05", period_until="2026-03-10")

    found = [(entry.dated.title, entry.first) for entry in entries(YEAR, officer, KST)]

    assert found == [
        ("Update of Beijing due: Forum", day("2026-07-04")),
        ("Update of Seoul due: Forum", day("2026-09-06")),
    ]


def test_a_report_stands_on_the_day_it_was_published_in_the_host_city(officer):
    host = {"meeting__host": seoul(), "meeting__ordinal": 3}
    before_midnight = datetime.datetime(2026, 3, 18, 15, 30, tzinfo=datetime.UTC)
    published_report(before_midnight, **host)
    ReadyEditionFactory(meeting__ordinal=4)

    found = [(entry.dated.title, entry.first) for entry in entries(YEAR, officer, CST)]

    assert found == [("Report published: General meeting no. 3", day("2026-03-19"))]


@pytest.mark.parametrize(
    ("role", "is_told"), [(Role.LIAISON, True), (Role.SECRETARIAT, True), (Role.OBSERVER, False)]
)
def test_gaps_are_for_those_who_work_on_them(role, is_told):
    # The hour that ends at 2026-10-08 00:00 UTC, and the four after it.
    first = int(datetime.datetime(2026, 10, 8, tzinfo=datetime.UTC).timestamp()) // 3600
    GapFactory(city=beijing(), first_hour=first)

    found = [entry.times([]) for entry in entries(YEAR, member_with(role), CST)]

    assert found == [["07:00–12:00 CST"]] * is_told


@pytest.mark.parametrize(("city", "count"), [(seoul, 0), (beijing, 3)])
def test_what_one_city_still_keeps_inside_is_not_in_the_calendar_of_the_other(city, count):
    inside = ProjectFactory(draft_of=beijing(), starts_on="2026-01-05")
    MilestoneFactory(project=inside, due_on="2026-10-05")
    EventFactory(project=inside, starts_on="2026-10-05")

    assert len(titles(member_with(Role.SECRETARIAT, city()))) == count


def test_the_programme_is_told_by_the_clock_of_the_host_city(officer):
    begins = datetime.datetime(2026, 10, 8, 15, 30, tzinfo=datetime.UTC)
    ends = begins + datetime.timedelta(hours=1)
    meeting = MeetingFactory(ordinal=3, host=seoul())
    ProgrammeEntryFactory(meeting=meeting, title_en="Reception", starts_at=begins, ends_at=ends)

    (entry,) = entries(YEAR, officer, CST, Chosen(kind="programme"))

    assert (entry.dated.title, entry.first) == ("Reception (General meeting no. 3)", day("2026-10-08"))
    assert entry.times([KST]) == [
        "Oct. 8, 2026 23:30–Oct. 9, 2026 00:30 CST",
        "Oct. 9, 2026 00:30–Oct. 9, 2026 01:30 KST",
    ]


def test_minutes_wait_for_the_cities_that_have_not_agreed(officer):
    minutes = circulated_minutes(meeting__ordinal=3, meeting__host=seoul())
    agreed_for(seoul(), minutes)
    asked_by = minutes.versions.get().answer_by

    found = entries(Period(asked_by, asked_by), officer, KST, Chosen(kind="minutes"))

    assert [entry.dated.title for entry in found] == [
        "Answer of Beijing to the minutes: General meeting no. 3"
    ]


def test_the_calendar_is_narrowed_down(officer):
    here = SubcommitteeFactory()
    CommitmentFactory(title_en="Both", due_on="2026-06-01", subcommittee=here)
    CommitmentFactory(title_en="One", due_on="2026-06-02", subcommittee=here, promisor="one", city=beijing())
    MeetingFactory(ordinal=5, starts_on="2026-06-03")

    assert titles(officer, city=seoul().pk) == ["Commitment due: Both", "General meeting no. 5"]
    assert titles(officer, subcommittee=here.pk) == ["Commitment due: Both", "Commitment due: One"]
    assert titles(officer, kind="meeting") == ["General meeting no. 5"]


def test_visitors_see_what_is_public_alone(officer):
    MeetingFactory(ordinal=3, starts_on="2026-03-19")
    AgreementFactory(title_en="MOU", signed_on="2026-03-19")
    AgreementFactory(title_en="Old", signed_on="2026-03-19", state="expired")
    CommitmentFactory(due_on="2026-03-19")
    published_report("2026-03-18T00:00Z", meeting__ordinal=2)
    GapFactory()

    found = [(entry.dated.title, entry.address) for entry in entries(YEAR, None, KST)]

    assert found == [
        ("Report published: General meeting no. 2", "/en/public/reports/"),
        ("General meeting no. 3", "/en/public/meetings/"),
        ("Signed: MOU", "/en/public/agreements/"),
    ]


@pytest.mark.parametrize(
    ("zone", "first", "last"), [(KST, "2026-10-08", "2026-10-09"), (CST, "2026-10-08", "2026-10-08")]
)
def test_around_midnight_the_day_is_that_of_the_reader(timed, officer, zone, first, last):
    (entry,) = entries(YEAR, officer, zone)

    assert (entry.first, entry.last) == (day(first), day(last))


def test_a_day_shows_what_is_on_it_in_the_zone_of_the_reader(timed, officer):
    next_day = Period(day("2026-10-09"), day("2026-10-09"))

    assert (titles(officer, next_day, KST), titles(officer, next_day, CST)) == (["Late"], [])


def test_the_time_is_told_by_each_clock_the_readers_first(timed, officer):
    (entry,) = entries(YEAR, officer, CST)

    assert entry.times([KST, CST]) == ["22:30–23:30 CST", "Oct. 8, 2026 23:30–Oct. 9, 2026 00:30 KST"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_entries_costs_no_query(officer, django_assert_num_queries, count):
    host, here = seoul(), SubcommitteeFactory()
    for number in range(count):
        meeting = MeetingFactory(host=host, starts_on=f"2026-05-{number + 4:02}")
        agreement = AgreementFactory(meeting=meeting, in_force_until="2026-08-03")
        CommitmentFactory(agreement=agreement, subcommittee=here, due_on="2026-08-03")
        project = ProjectFactory(subcommittee=here, starts_on="2026-02-02")
        MilestoneFactory(project=project, due_on="2026-08-03")
        published_report("2026-08-03T00:00Z", meeting=meeting)
        GapFactory(city=host, first_hour=495_000 + 10 * number)

    with django_assert_num_queries(16):
        found = entries(YEAR, officer, KST)

    assert len(found) == 8 * count
