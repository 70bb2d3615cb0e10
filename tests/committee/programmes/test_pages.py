import csv
import datetime
import io

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import ProgrammeEntry
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.programme_entry import ProgrammeEntryFactory

pytestmark = pytest.mark.django_db
SENT = {
    "kind": "meal",
    "title_ko": "만찬",
    "starts_at": "2018-03-19T18:30",
    "ends_at": "2018-03-19T20:00",
}


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_take_the_same_queries_for_any_number_of_entries(reader, rows, django_assert_num_queries):
    meeting = MeetingFactory()
    ProgrammeEntryFactory.create_batch(rows, meeting=meeting)

    for address, queries in (
        (reverse("programme_list"), 8),
        (reverse("programme", args=[meeting.pk]), 7),
    ):
        reader.get(address)
        with django_assert_num_queries(queries):
            reader.get(address)


def test_times_are_entered_as_the_hosts_clocks_show_them(signed_in):
    meeting = MeetingFactory(host=beijing())
    writer = signed_in(member_with(Role.SECRETARIAT))

    writer.post(
        reverse("programme_entry_new", args=[meeting.pk]), {**SENT, "cities": [seoul().pk, beijing().pk]}
    )

    entry = ProgrammeEntry.objects.get()
    assert entry.starts_at == datetime.datetime(2018, 3, 19, 10, 30, tzinfo=datetime.UTC)
    page = writer.get(reverse("programme_entry_edit", args=[entry.pk]))
    assert page.context["form"]["starts_at"].value() == datetime.datetime(2018, 3, 19, 18, 30)


def test_saving_an_entry_as_it_stands_changes_nothing(signed_in):
    entry = ProgrammeEntryFactory(meeting__host=beijing())
    writer = signed_in(member_with(Role.SECRETARIAT))
    address = reverse("programme_entry_edit", args=[entry.pk])
    form = writer.get(address).context["form"]

    sent = {"kind": entry.kind, "title_en": entry.title_en, "cities": [city.pk for city in both_cities()]}
    sent |= {name: f"{form[name].value():%Y-%m-%dT%H:%M}" for name in ("starts_at", "ends_at")}
    sent |= {f"initial-{name}": value for name, value in sent.items()}
    answer = writer.post(address, sent)

    entry.refresh_from_db()
    assert (answer.status_code, entry.version) == (302, 1)


def both_cities():
    return [seoul(), beijing()]


def test_an_entry_that_ends_before_it_begins_is_not_saved(signed_in):
    meeting = MeetingFactory()

    answer = signed_in(member_with(Role.SECRETARIAT)).post(
        reverse("programme_entry_new", args=[meeting.pk]),
        {**SENT, "ends_at": "2018-03-19T18:00", "cities": [seoul().pk]},
    )

    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors() == ["It ends before it begins."]


def test_the_page_warns_of_what_overlaps(reader):
    one = ProgrammeEntryFactory()
    ProgrammeEntryFactory(meeting=one.meeting)

    page = reader.get(reverse("programme", args=[one.meeting.pk]))

    assert len(page.context["warnings"]) == 1


def test_the_file_tells_the_hosts_time(reader):
    entry = ProgrammeEntryFactory(meeting__host=beijing(), title_en="Opening")

    answer = reader.get(f"{reverse('programme_list')}?meeting={entry.meeting.pk}&format=csv")

    [_heading, row] = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row[2:4] == ["2018-03-19T09:00+08:00", "2018-03-19T10:00+08:00"]
    assert row[-2] == "Seoul; Beijing"
