import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from committee.commitments.actions import edit_commitment
from committee.dashboard.actions import keep_visit
from committee.dashboard.changes import SHOWN, changes_since
from committee.history.actions import keep_changes
from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Visit
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.meeting_report import secretary_of
from tests.factories.member import member_with
from tests.factories.update import UpdateFactory

pytestmark = pytest.mark.django_db

MORNING = datetime.datetime(2026, 3, 2, 0, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def reader():
    return member_with(Role.OBSERVER, beijing())


def changed_commitment(by, title="Kept its word"):
    return edit_commitment(by=by, commitment=CommitmentFactory(), title_en=title)


def titles(changes):
    return [str(each.entry.title) for each in changes.news]


def test_the_first_visit_follows_none(reader):
    assert keep_visit(by=reader, now=MORNING) is None


def test_within_a_visit_nothing_is_written(reader, django_assert_num_queries):
    keep_visit(by=reader, now=MORNING)
    keep_visit(by=reader, now=MORNING + DAY)

    with django_assert_num_queries(1):
        previous = keep_visit(by=reader, now=MORNING + DAY + 30 * MINUTE)

    assert (previous, Visit.objects.get().latest_at) == (MORNING, MORNING + DAY)


def test_who_comes_back_after_half_an_hour_begins_a_visit(reader):
    keep_visit(by=reader, now=MORNING)

    assert keep_visit(by=reader, now=MORNING + 31 * MINUTE) == MORNING
    assert Visit.objects.get().latest_at == MORNING + 31 * MINUTE


def test_the_database_keeps_visits_in_order(reader):
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.create(member=reader, latest_at=MORNING, previous_at=MORNING)


def test_what_others_changed_since_is_told(reader, secretary):
    changed_commitment(secretary, "Before")
    since = timezone.now()
    commitment = changed_commitment(secretary, "After")

    changes = changes_since(since, reader)

    assert titles(changes) == ["After"]
    assert changes.news[0].address == commitment.get_absolute_url()


def test_what_oneself_changed_is_no_news(secretary):
    changed_commitment(secretary)

    assert titles(changes_since(None, secretary)) == []


def test_a_draft_of_the_other_city_is_not_told(reader):
    draft = UpdateFactory(city=seoul(), answering_city=beijing())
    keep_changes(by=draft.author, record=draft, changes={"narrative_en": "Half a sentence"})
    colleague = member_with(Role.OBSERVER, seoul())

    assert (len(changes_since(None, reader).news), len(changes_since(None, colleague).news)) == (0, 1)


def test_what_becomes_of_members_is_not_told(reader, secretary):
    keep_changes(by=secretary, record=member_with(Role.OBSERVER), changes={"email": "kim@seoul.example"})

    assert titles(changes_since(None, reader)) == []


def test_what_is_gone_is_not_told(reader, secretary):
    commitment = changed_commitment(secretary)
    commitment.delete()

    assert titles(changes_since(None, reader)) == []


def test_the_latest_are_shown_and_that_there_are_more(reader, secretary):
    for number in range(SHOWN + 1):
        changed_commitment(secretary, f"Title {number}")

    changes = changes_since(None, reader)

    assert (titles(changes)[0], len(changes.news), changes.has_more) == (f"Title {SHOWN}", SHOWN, True)


def test_what_one_member_did_to_one_record_is_one_line(reader, secretary, signed_in):
    commitment, colleague = changed_commitment(secretary, "first"), secretary_of(beijing())
    edit_commitment(by=secretary, commitment=commitment, title_en="second")
    edit_commitment(by=colleague, commitment=commitment, title_en="third")
    edit_commitment(by=secretary, commitment=commitment, title_en="fourth")

    changes = changes_since(None, reader)

    assert [(str(each.entry.title), each.earlier) for each in changes.news] == [("fourth", 2), ("third", 0)]
    page = signed_in(reader).get(reverse("home")).content.decode()
    assert page.count("commitment, changed · 2 earlier changes<") == 1


def test_of_many_acts_the_latest_are_counted_and_it_says_that_there_are_more(reader, secretary, monkeypatch):
    monkeypatch.setattr("committee.dashboard.changes.READ", 2)
    commitment = changed_commitment(secretary, "first")
    for title in ("second", "third"):
        edit_commitment(by=secretary, commitment=commitment, title_en=title)

    changes = changes_since(None, reader)

    assert ([each.earlier for each in changes.news], changes.has_more) == ([1], True)


@pytest.mark.parametrize("rows", [1, 3])
def test_any_number_of_changes_takes_two_queries(reader, secretary, rows, django_assert_num_queries):
    for _row in range(rows):
        changed_commitment(secretary)
    changes_since(None, reader)

    with django_assert_num_queries(2):
        changes = changes_since(None, reader)
        assert [each.entry.by.city for each in changes.news] == [secretary.city] * rows


def test_the_first_page_shows_what_changed(reader, secretary, signed_in):
    changed_commitment(secretary, "Kept its word")

    page = signed_in(reader).get(reverse("home")).content.decode()

    assert ">Kept its word</a> · commitment, changed" in page
    assert HistoryEntry.objects.count() == 1


def test_only_the_last_acts_of_others_are_looked_through(reader, secretary, monkeypatch):
    monkeypatch.setattr("committee.dashboard.changes.LOOKED_THROUGH", 2)
    for title in ("first", "second", "third"):
        changed_commitment(secretary, title)

    changes = changes_since(None, reader)

    assert len(changes.news) == 2
