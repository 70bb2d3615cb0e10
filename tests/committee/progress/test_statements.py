"""Where the cities see a project differently, two statements stand side by side."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.urls import reverse

from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Notice, ProgressUpdate
from committee.progress import actions
from committee.progress.rules import ContentChanged, NotInThisState
from committee.progress.statements import close_update, state_otherwise
from tests.factories.member import member_with
from tests.factories.update import (
    UpdateFactory,
    confirmed_update,
    differing_update,
    one_sided_update,
    submitted_update,
)

pytestmark = pytest.mark.django_db

State = ProgressUpdate.State
SAID = {"statement_course": "late", "statement_zh_hans": "每两个月一次。"}


def lead_of(city, update):
    return member_with(Role.CO_LEAD, city, update.project.subcommittee)


def closed(update):
    return close_update(by=lead_of(update.city, update), update=update, seen=update.fingerprint_of_both())


@pytest.mark.parametrize("make", [submitted_update, one_sided_update])
def test_the_other_city_sets_its_statement_beside(make):
    update = make()
    answerer = lead_of(update.answering_city, update)

    stated = state_otherwise(by=answerer, update=update, **SAID)

    assert (stated.state, stated.answered_by, stated.last_word) == (State.DIFFERING, answerer, answerer.city)
    assert HistoryEntry.objects.of(update).get().verb == "stated"


def test_a_statement_has_words_and_a_course():
    update = submitted_update()

    with pytest.raises(ValidationError):
        state_otherwise(by=lead_of(update.answering_city, update), update=update, statement_course="late")


def test_its_own_city_sets_no_statement_beside():
    update = submitted_update()

    with pytest.raises(PermissionDenied):
        state_otherwise(by=lead_of(update.city, update), update=update, **SAID)


def test_each_city_edits_its_own_only():
    update = differing_update()

    actions.edit_update(by=update.author, update=update, narrative_en="Every second week.")
    with pytest.raises(PermissionDenied):
        actions.edit_update(by=update.answered_by, update=update, narrative_en="Never.")
    with pytest.raises(PermissionDenied):
        state_otherwise(by=update.author, update=update, statement_en="All is well.")

    update.refresh_from_db()
    assert (update.narrative_en, update.statement_en) == (
        "Every second week.",
        "Readings came every other month.",
    )


def test_both_cities_writing_at_once_are_in_nobodys_way():
    update = differing_update()
    read = update.version
    state_otherwise(by=update.answered_by, update=update, seen_version=read, statement_en="Every month.")

    edited = actions.edit_update(
        by=update.author, update=update, seen_version=read, narrative_en="Every second week."
    )

    assert (edited.narrative_en, edited.statement_en) == ("Every second week.", "Every month.")


def test_the_turn_is_that_of_the_city_that_did_not_write_last():
    update = differing_update()
    first = update.city_to_act

    edited = actions.edit_update(by=update.author, update=update, narrative_en="Every second week.")

    assert (first, edited.city_to_act) == (update.city, update.answering_city)


def test_saving_without_a_change_does_not_pass_the_turn_on():
    update = differing_update()

    same = actions.edit_update(by=update.author, update=update, narrative_en=update.narrative_en)

    assert (same.city_to_act, same.version) == (update.city, update.version)


def test_a_city_does_not_close_what_it_wrote_last():
    update = differing_update()

    with pytest.raises(PermissionDenied):
        close_update(by=update.answered_by, update=update, seen=update.fingerprint_of_both())


def test_what_was_not_read_is_not_closed():
    update = differing_update()
    read = update.fingerprint_of_both()
    state_otherwise(by=update.answered_by, update=update, statement_en="Never.")

    with pytest.raises(ContentChanged):
        close_update(by=lead_of(update.city, update), update=update, seen=read)


def test_once_closed_neither_city_changes_anything():
    update = closed(differing_update())

    with pytest.raises(NotInThisState):
        actions.edit_update(by=update.author, update=update, narrative_en="x")
    with pytest.raises(NotInThisState):
        state_otherwise(by=update.answered_by, update=update, statement_en="x")
    with pytest.raises(NotInThisState):
        actions.confirm_update(by=update.answered_by, update=update, seen=update.fingerprint())

    assert (update.city_to_act, update.whose_turn) == (
        None,
        "Both cities have left it at two statements, which no longer change.",
    )


def test_confirming_after_all_takes_the_statement_back():
    update = differing_update()

    confirmed = actions.confirm_update(by=update.answered_by, update=update, seen=update.fingerprint())

    assert (confirmed.state, confirmed.statement_en, confirmed.last_word) == (State.CONFIRMED, "", None)
    assert confirmed.is_intact


@pytest.mark.parametrize(
    "act",
    [
        lambda update: actions.withdraw_update(by=update.author, update=update),
        lambda update: actions.return_update(by=update.answered_by, update=update, comment="Why?"),
        lambda update: actions.submit_update(by=update.author, update=update),
    ],
)
def test_what_both_have_said_is_neither_withdrawn_nor_returned_nor_submitted(act):
    update = differing_update()

    with pytest.raises(NotInThisState):
        act(update)


@pytest.mark.parametrize(
    "broken",
    [
        {"statement_en": "", "statement_ko": "", "statement_zh_hans": ""},
        {"statement_course": ""},
        {"last_word": None},
        {"state": "submitted"},
    ],
)
def test_the_database_keeps_both_statements_or_none(broken):
    update = differing_update()

    with pytest.raises(IntegrityError):
        ProgressUpdate.objects.filter(pk=update.pk).update(**broken)


def test_the_database_keeps_who_closed_with_the_time():
    update = closed(differing_update())

    with pytest.raises(IntegrityError):
        ProgressUpdate.objects.filter(pk=update.pk).update(closed_by=None)


def test_the_database_knows_since_when_it_is_one_sided():
    update = one_sided_update()

    with pytest.raises(IntegrityError):
        ProgressUpdate.objects.filter(pk=update.pk).update(one_sided_at=None)


def test_each_side_is_told_of_the_others_words():
    update = submitted_update()
    own, other = lead_of(update.city, update), lead_of(update.answering_city, update)

    stated = state_otherwise(by=other, update=update, **SAID)
    actions.edit_update(by=update.author, update=stated, narrative_en="Every second week.")

    assert list(Notice.objects.order_by("pk").values_list("member", "subject_en")) == [
        (update.author.pk, f"Update seen differently: {update.project}"),
        (other.pk, f"The other city changed its statement: {update.project}"),
    ]
    assert own.notices.count() == 0


def test_the_page_shows_both_side_by_side(signed_in):
    update = differing_update()

    page = signed_in(lead_of(update.city, update)).get(update.get_absolute_url()).content.decode()

    assert "Both liaison officers exchange readings every week." in page
    assert "Readings came every other month." in page
    assert reverse("update_close", args=[update.pk]) in page


def test_the_form_sets_a_statement_beside(signed_in):
    update = submitted_update()
    client = signed_in(lead_of(update.answering_city, update))

    answer = client.post(reverse("update_statement", args=[update.pk]), SAID)

    update.refresh_from_db()
    assert (answer.status_code, update.state, update.statement_zh_hans) == (
        302,
        "differing",
        "每两个月一次。",
    )


def test_the_close_button_carries_what_was_read(signed_in):
    update = differing_update()
    client = signed_in(lead_of(update.city, update))
    seen = client.get(update.get_absolute_url()).context["seen_both"]

    client.post(reverse("update_close", args=[update.pk]), {"seen": seen})

    update.refresh_from_db()
    assert update.closed_at is not None


def test_the_api_sets_a_statement_beside_and_closes(signed_in):
    update = submitted_update()
    address = f"/api/v1/updates/{update.pk}/"

    stated = signed_in(lead_of(update.answering_city, update)).post(f"{address}statement/", SAID).json()
    answer = signed_in(lead_of(update.city, update)).post(
        f"{address}close/", {"seen": stated["fingerprint_of_both"]}
    )

    assert (stated["state"], stated["last_word"]) == ("differing", "beijing")
    assert (answer.status_code, answer.json()["closed_at"] is not None) == (200, True)


def test_the_file_of_the_list_has_both(secretary, signed_in):
    update = differing_update()

    file = signed_in(secretary).get(reverse("update_list"), {"format": "csv"}).content.decode()

    assert update.narrative_en in file
    assert update.statement_en in file


def test_the_list_finds_whose_turn_it_is(signed_in):
    draft, differing = UpdateFactory(), differing_update()
    waiting, _confirmed = submitted_update(), confirmed_update()
    client = signed_in(draft.author)

    def found(whom):
        return {row.pk for row in client.get(reverse("update_list"), {"waiting": whom}).context["rows"]}

    assert (found("city"), found("other")) == ({draft.pk, differing.pk}, {waiting.pk})
