import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from committee.meetings import actions
from committee.meetings.cycle import outlook, propose_next
from committee.meetings.hours import hours_in_cities
from committee.members.models import Role
from committee.models import GeneralMeeting, HistoryEntry, Meeting
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory, WorkingMeetingFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
Kind = Meeting.Kind
TEN, NOON = datetime.time(10), datetime.time(12)
DAY = datetime.date(2027, 3, 19)


@pytest.mark.parametrize(
    "make",
    [
        lambda: MeetingFactory(ordinal=None, starts_on=DAY),
        lambda: MeetingFactory(subcommittee=SubcommitteeFactory()),
        lambda: SubcommitteeMeetingFactory(subcommittee=None),
        lambda: SubcommitteeMeetingFactory(ordinal=3),
        lambda: WorkingMeetingFactory(ordinal=3),
        lambda: WorkingMeetingFactory(subcommittee=SubcommitteeFactory()),
        lambda: WorkingMeetingFactory(starts_on=None, start_time=TEN),
        lambda: WorkingMeetingFactory(start_time=None, end_time=NOON),
        lambda: WorkingMeetingFactory(start_time=NOON, end_time=TEN),
        lambda: WorkingMeetingFactory(start_time=NOON, end_time=NOON),
        lambda: WorkingMeetingFactory(online_link="http://meet.example/1"),
    ],
    ids=[
        "a general one without a number",
        "a general one of a subcommittee",
        "a subcommittee's without subcommittee",
        "a subcommittee's with a number",
        "a working one with a number",
        "a working one of a subcommittee",
        "an hour without a day",
        "an end without a beginning",
        "an end before the beginning",
        "an end at the beginning",
        "a link that anybody on the way can read",
    ],
)
def test_the_database_refuses_a_meeting_of_no_kind(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_a_meeting_may_end_on_a_later_day_at_an_earlier_hour():
    meeting = WorkingMeetingFactory(
        starts_on=DAY, ends_on=DAY + datetime.timedelta(days=1), start_time=NOON, end_time=TEN
    )

    assert meeting.ends_at - meeting.starts_at == datetime.timedelta(hours=22)


def test_general_meetings_know_nothing_of_others():
    general = MeetingFactory()
    SubcommitteeMeetingFactory(state="held")
    WorkingMeetingFactory(state="held")

    assert list(GeneralMeeting.objects.held()) == [general]


def test_the_cycle_counts_general_meetings_alone():
    beijing()
    MeetingFactory(ordinal=3, host=seoul(), starts_on=datetime.date(2018, 3, 19))
    WorkingMeetingFactory(host=beijing(), state="held", starts_on=datetime.date(2019, 5, 2))

    assert (propose_next().ordinal, outlook().expected.starts_on) == (4, datetime.date(2020, 3, 19))


def test_a_line_is_of_one_kind_and_one_subcommittee():
    here, there = SubcommitteeFactory(), SubcommitteeFactory(code="economy")
    first, second = SubcommitteeMeetingFactory.create_batch(2, subcommittee=here)
    SubcommitteeMeetingFactory(subcommittee=there)
    WorkingMeetingFactory()

    assert set(Meeting.objects.of_the_line_of(first)) == {first, second}


@pytest.mark.parametrize(
    ("make", "title"),
    [
        (lambda: MeetingFactory(ordinal=4), "General meeting no. 4"),
        (SubcommitteeMeetingFactory, "Meeting of the subcommittee Environment, March 19, 2027"),
        (
            lambda: SubcommitteeMeetingFactory(starts_on=None),
            "Meeting of the subcommittee Environment, day not set yet",
        ),
        (WorkingMeetingFactory, "Working meeting of the secretariats, April 2, 2027"),
    ],
)
def test_a_meeting_is_called_by_its_kind(make, title):
    assert str(make()) == title


@pytest.mark.parametrize(
    ("host", "hours", "lines"),
    [
        (seoul, (TEN, NOON), ["10:00–12:00 KST (Seoul)", "09:00–11:00 CST (Beijing)"]),
        (beijing, (TEN, None), ["10:00 CST (Beijing)", "11:00 KST (Seoul)"]),
        (
            seoul,
            (datetime.time(0, 30), datetime.time(1, 30)),
            ["00:30–01:30 KST (Seoul)", "March 18, 2027 23:30 – March 19, 2027 00:30 CST (Beijing)"],
        ),
        (beijing, (datetime.time(23, 30), None), ["23:30 CST (Beijing)", "March 20, 2027 00:30 KST (Seoul)"]),
        (seoul, (None, None), []),
    ],
    ids=["both hours", "beginning alone", "the day before in Beijing", "the day after in Seoul", "no hour"],
)
def test_the_hours_are_told_by_the_clock_of_each_city(host, hours, lines):
    seoul(), beijing()
    meeting = WorkingMeetingFactory(host=host(), starts_on=DAY, start_time=hours[0], end_time=hours[1])

    assert hours_in_cities(meeting) == lines


@pytest.mark.parametrize("city", [seoul, beijing])
def test_a_co_lead_of_either_city_calls_a_meeting_of_the_subcommittee(city):
    lead = member_with(Role.CO_LEAD, city())

    meeting = actions.create_meeting(
        by=lead, kind=Kind.SUBCOMMITTEE, subcommittee=SubcommitteeFactory(), host=city()
    )

    assert HistoryEntry.objects.of(meeting).get().by == lead


@pytest.mark.parametrize(
    "fields",
    [{"kind": Kind.WORKING}, {"kind": Kind.GENERAL, "ordinal": 1}, {"kind": Kind.SUBCOMMITTEE}],
    ids=lambda fields: fields["kind"],
)
def test_a_co_lead_calls_no_other_meeting(fields):
    lead = member_with(Role.CO_LEAD, subcommittee=SubcommitteeFactory(code="economy"))
    if fields["kind"] == Kind.SUBCOMMITTEE:
        fields = fields | {"subcommittee": SubcommitteeFactory()}

    with pytest.raises(PermissionDenied):
        actions.create_meeting(by=lead, host=seoul(), **fields)


def test_hours_are_kept_in_the_history_as_they_are_told(secretary):
    meeting = WorkingMeetingFactory(start_time=TEN)

    actions.edit_meeting(by=secretary, meeting=meeting, start_time=datetime.time(14, 30))

    assert HistoryEntry.objects.of(meeting).get().changes == {"start_time": ["10:00", "14:30"]}


def test_a_co_lead_chooses_among_the_own_subcommittees(signed_in):
    own = SubcommitteeFactory()
    SubcommitteeFactory(code="economy")
    client = signed_in(member_with(Role.CO_LEAD, beijing(), own))

    form = client.get(reverse("subcommittee_meeting_new")).context["form"]

    assert (list(form.fields["subcommittee"].queryset), form["host"].value()) == ([own], beijing().pk)


def test_a_subcommittee_meeting_is_saved_and_shown_with_its_hours(signed_in):
    beijing()
    client = signed_in(member_with(Role.CO_LEAD))

    page = client.post(
        reverse("subcommittee_meeting_new"),
        {
            "subcommittee": SubcommitteeFactory().pk,
            "host": seoul().pk,
            "state": "planned",
            "starts_on": "2027-03-19",
            "start_time": "10:00",
            "end_time": "12:00",
            "online_link": "https://meet.example/environment",
        },
        follow=True,
    )

    assert page.context["meeting"].kind == Kind.SUBCOMMITTEE
    assert page.context["hours"] == ["10:00–12:00 KST (Seoul)", "09:00–11:00 CST (Beijing)"]


def test_a_working_meeting_is_saved(signed_in, secretary):
    client = signed_in(secretary)

    client.post(reverse("working_meeting_new"), {"host": seoul().pk, "state": "planned"})

    assert Meeting.objects.get().kind == Kind.WORKING


@pytest.mark.parametrize("link", ["http://meet.example/1", "javascript:alert(1)", "meet.example"])
def test_a_link_that_is_no_https_address_is_refused(signed_in, secretary, link):
    answer = signed_in(secretary).post(
        reverse("working_meeting_new"), {"host": seoul().pk, "state": "planned", "online_link": link}
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["online_link"])


def test_hours_that_run_backwards_are_refused_in_words(signed_in, secretary):
    answer = signed_in(secretary).post(
        reverse("working_meeting_new"),
        {
            "host": seoul().pk,
            "state": "planned",
            "starts_on": "2027-03-19",
            "start_time": "12:00",
            "end_time": "10:00",
        },
    )

    assert (answer.status_code, answer.context["form"].non_field_errors()) == (
        422,
        ["The meeting ends at a later hour than it begins; give both."],
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_names_each_kind_without_a_query_a_row(signed_in, rows, django_assert_num_queries):
    reader = signed_in(member_with(Role.OBSERVER))
    for number in range(rows):
        SubcommitteeMeetingFactory(subcommittee=SubcommitteeFactory(code=f"field-{number}"))
        AgendaItemFactory(meeting=WorkingMeetingFactory())
    reader.get(reverse("meeting_list"))

    with django_assert_num_queries(10):
        page = reader.get(reverse("meeting_list"))

    assert len(page.context["rows"]) == 2 * rows


@pytest.mark.parametrize(("kind", "found"), [("general", 1), ("subcommittee", 2), ("working", 1), ("", 4)])
def test_the_list_is_narrowed_down_to_a_kind(signed_in, kind, found):
    MeetingFactory()
    SubcommitteeMeetingFactory.create_batch(2)
    WorkingMeetingFactory()

    page = signed_in(member_with(Role.OBSERVER)).get(f"{reverse('meeting_list')}?kind={kind}")

    assert len(page.context["rows"]) == found
