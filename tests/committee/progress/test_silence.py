"""What the other city leaves unanswered becomes one-sided, and is marked so wherever it stands."""

import datetime

import pytest
from django.urls import reverse

from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Notice, ProgressUpdate
from committee.progress import actions
from committee.progress.silence import note_silence
from committee.search.indexing import build
from tests.factories.member import member_with
from tests.factories.update import (
    confirm,
    confirmed_update,
    one_sided_update,
    returned_update,
    submitted_update,
)

pytestmark = pytest.mark.django_db

State = ProgressUpdate.State
DAY = datetime.timedelta(days=1)
SUBMITTED = datetime.datetime(2018, 10, 1, 9, tzinfo=datetime.UTC)
IN_TIME, LATE = SUBMITTED + 29 * DAY, SUBMITTED + 30 * DAY


def lead_of(city, update):
    return member_with(Role.CO_LEAD, city, update.project.subcommittee)


def test_nothing_is_marked_before_its_day():
    update = submitted_update()

    assert note_silence(IN_TIME) == 0

    update.refresh_from_db()
    assert update.state == State.SUBMITTED


def test_silence_is_marked_once_by_nobody():
    update = submitted_update()

    assert [note_silence(LATE), note_silence(LATE + DAY)] == [1, 0]

    update.refresh_from_db()
    entry = HistoryEntry.objects.of(update).get()
    assert (update.state, update.one_sided_at) == (State.ONE_SIDED, LATE)
    assert (entry.verb, entry.by) == ("one_sided", None)


def test_what_was_answered_is_not_marked():
    confirmed_update()
    returned_update()

    assert note_silence(LATE) == 0


def test_what_was_submitted_anew_gets_its_days_anew():
    update = submitted_update()
    withdrawn = actions.withdraw_update(by=update.author, update=update)
    actions.submit_update(by=update.author, update=withdrawn)

    assert note_silence(LATE) == 0


def test_both_cities_are_told_once():
    update = submitted_update()
    own, other = lead_of(update.city, update), lead_of(update.answering_city, update)

    note_silence(LATE)
    note_silence(LATE + DAY)

    notices = Notice.objects.order_by("member")
    assert [(notice.member, notice.subject_en) for notice in notices] == [
        (own, f"One-sided for now: {update.project}"),
        (other, f"One-sided for now: {update.project}"),
    ]


def test_it_says_so_in_words():
    update = one_sided_update()

    assert update.printable_state == (
        "reported by Seoul, not yet confirmed by Beijing: one-sided since Oct. 31, 2018"
    )
    assert update.whose_turn.startswith(
        "The co-lead of Beijing was asked on Oct. 1, 2018 and has not answered"
    )


def test_it_can_still_be_confirmed():
    confirmed = confirm(one_sided_update())

    assert (confirmed.state, confirmed.one_sided_at) == (State.CONFIRMED, None)


def test_it_can_still_be_returned():
    update = one_sided_update()

    returned = actions.return_update(by=lead_of(update.answering_city, update), update=update, comment="Why?")

    assert (returned.state, returned.one_sided_at) == (State.RETURNED, None)


def test_its_city_can_still_withdraw_it():
    update = one_sided_update()

    withdrawn = actions.withdraw_update(by=update.author, update=update)

    assert (withdrawn.state, withdrawn.one_sided_at) == (State.DRAFT, None)


def test_it_still_waits_for_the_other_citys_co_lead(signed_in):
    update = one_sided_update()

    page = signed_in(lead_of(update.answering_city, update)).get(reverse("home"))

    assert page.context["waiting"].to_answer.records == [update]


def test_its_own_city_sees_it_on_the_first_page(signed_in):
    update = one_sided_update()

    waiting = signed_in(update.author).get(reverse("home")).context["waiting"]

    assert (waiting.one_sided.records, waiting.unanswered.records) == ([update], [])


def test_the_list_finds_it_and_marks_it(signed_in):
    update = one_sided_update()
    submitted_update()

    page = signed_in(update.author).get(reverse("update_list"), {"state": "one_sided"})

    assert list(page.context["rows"]) == [update]
    assert '<span class="state state-one_sided">one-sided</span>' in page.content.decode()


def test_the_file_of_the_list_says_so(signed_in):
    update = one_sided_update()

    file = signed_in(update.author).get(reverse("update_list"), {"format": "csv"}).content.decode()

    assert ",one-sided," in file
    assert update.printable_state in file
    assert update.whose_turn in file


def test_the_api_says_so(signed_in):
    update = one_sided_update()

    answer = signed_in(update.author).get(f"/api/v1/updates/{update.pk}/").json()

    assert (answer["state"], answer["one_sided_at"]) == ("one_sided", "2018-10-31T09:00:00Z")
    assert (answer["printable_state"], answer["whose_turn"]) == (update.printable_state, update.whose_turn)


def test_the_search_shows_where_it_stands(signed_in):
    update = one_sided_update()
    build()

    page = signed_in(update.author).get(reverse("search"), {"q": "liaison officers"})

    assert update.printable_state in page.content.decode()
