"""How an update goes to and fro between the two cities."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from committee.history.actions import ChangedMeanwhile
from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import ProgressUpdate
from committee.progress import actions
from committee.progress.rules import CommentNeeded, ContentChanged, NotInThisState, PeriodToCome
from tests.factories.city import beijing
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.update import (
    UpdateFactory,
    confirm,
    confirmed_update,
    returned_update,
    submitted_update,
)

pytestmark = pytest.mark.django_db

State = ProgressUpdate.State


def other_lead(update):
    return member_with(Role.CO_LEAD, update.answering_city, update.project.subcommittee)


def test_an_update_is_of_its_authors_city_and_for_the_other_one_to_confirm():
    city = beijing()
    project = ProjectFactory()
    author = member_with(Role.CONTRIBUTOR, subcommittee=project.subcommittee)

    update = actions.create_update(
        by=author,
        project=project,
        period_from=datetime.date(2018, 4, 1),
        period_until=datetime.date(2018, 9, 30),
        course=ProgressUpdate.Course.LATE,
        narrative_ko="매주 교환",
    )

    assert (update.city, update.answering_city, update.author, update.state) == (
        author.city,
        city,
        author,
        State.DRAFT,
    )


def test_saving_without_a_change_changes_nothing():
    update = UpdateFactory()

    actions.edit_update(by=update.author, update=update, narrative_en=update.narrative_en, milestones={})

    update.refresh_from_db()
    assert update.version == 1
    assert HistoryEntry.objects.of(update).count() == 0


def test_two_writers_of_the_same_words_are_told():
    update = UpdateFactory()
    actions.edit_update(by=update.author, update=update, narrative_en="Every day.")

    with pytest.raises(ChangedMeanwhile):
        actions.edit_update(by=update.author, update=update, seen_version=1, narrative_en="Every month.")


def test_author_submitter_and_answerer_are_kept_apart():
    update = UpdateFactory()
    submitter = member_with(Role.CO_LEAD, update.city, update.project.subcommittee)
    answerer = other_lead(update)

    submitted = actions.submit_update(by=submitter, update=update)
    confirmed = actions.confirm_update(by=answerer, update=submitted, seen=submitted.fingerprint())

    assert confirmed.author == update.author
    assert confirmed.submitted_by == submitter
    assert confirmed.answered_by == answerer


def test_a_report_on_years_to_come_is_a_slip_and_one_on_the_running_month_is_none():
    update = UpdateFactory()
    today = update.author.today

    actions.edit_update(by=update.author, update=update, period_until=today + datetime.timedelta(days=32))
    with pytest.raises(PeriodToCome, match="more than a month from now"):
        actions.submit_update(by=update.author, update=update)
    actions.edit_update(by=update.author, update=update, period_until=today + datetime.timedelta(days=31))
    submitted = actions.submit_update(by=update.author, update=update)

    assert submitted.state == State.SUBMITTED


def test_confirming_twice_keeps_the_first_date():
    update = confirmed_update()

    again = actions.confirm_update(by=other_lead(update), update=update, seen=update.confirmed_hash)

    assert (again.answered_at, again.answered_by) == (update.answered_at, update.answered_by)
    assert again.version == update.version


def test_what_was_not_read_is_not_confirmed():
    update = submitted_update()
    read = update.fingerprint()
    withdrawn = actions.withdraw_update(by=update.author, update=update)
    edited = actions.edit_update(by=update.author, update=withdrawn, narrative_en="Every day.")
    actions.submit_update(by=update.author, update=edited)

    with pytest.raises(ContentChanged):
        actions.confirm_update(by=other_lead(update), update=update, seen=read)

    update.refresh_from_db()
    assert (update.state, update.confirmed_hash) == (State.SUBMITTED, "")


def test_what_was_withdrawn_meanwhile_is_not_confirmed():
    update = submitted_update()
    as_read = ProgressUpdate.objects.get(pk=update.pk)
    actions.withdraw_update(by=update.author, update=update)

    with pytest.raises(NotInThisState):
        actions.confirm_update(by=other_lead(update), update=as_read, seen=as_read.fingerprint())

    update.refresh_from_db()
    assert update.state == State.DRAFT


def test_what_was_confirmed_meanwhile_is_not_withdrawn():
    update = submitted_update()
    confirm(update)

    with pytest.raises(NotInThisState):
        actions.withdraw_update(by=update.author, update=update)

    update.refresh_from_db()
    assert update.state == State.CONFIRMED


@pytest.mark.parametrize("act", [actions.edit_update, actions.submit_update, actions.delete_update])
def test_a_confirmed_update_never_changes(act):
    update = confirmed_update()

    with pytest.raises(NotInThisState):
        act(by=update.author, update=update)

    update.refresh_from_db()
    assert update.is_intact


def test_tampering_past_the_actions_shows():
    update = confirmed_update()

    ProgressUpdate.objects.filter(pk=update.pk).update(narrative_en="All is well.")

    update.refresh_from_db()
    assert not update.is_intact


def test_returning_needs_its_reason():
    update = submitted_update()

    with pytest.raises(CommentNeeded):
        actions.return_update(by=other_lead(update), update=update, comment="  ")


def test_a_returned_update_is_mended_and_submitted_again():
    update = returned_update()

    mended = actions.edit_update(by=update.author, update=update, narrative_en="Weeks 14 to 39.")
    submitted = actions.submit_update(by=update.author, update=mended)

    assert (submitted.state, submitted.return_comment, submitted.answered_by) == (State.SUBMITTED, "", None)
    comments = HistoryEntry.objects.of(update).filter(verb="returned").values_list("comment", flat=True)
    assert list(comments) == ["Which week is missing?"]


def test_nobody_confirms_for_the_own_city():
    update = submitted_update()
    own_lead = member_with(Role.CO_LEAD, update.city, update.project.subcommittee)

    with pytest.raises(PermissionDenied):
        actions.confirm_update(by=own_lead, update=update, seen=update.fingerprint())


def test_nobody_confirms_what_he_wrote_before_he_changed_cities():
    update = submitted_update()
    author = update.author
    author.city = update.answering_city
    author.save(update_fields=["city"])
    author.posts.update(role=Role.CO_LEAD)

    with pytest.raises(PermissionDenied):
        actions.confirm_update(by=author, update=update, seen=update.fingerprint())


def test_a_secretariat_does_not_confirm():
    update = submitted_update()

    with pytest.raises(PermissionDenied):
        actions.confirm_update(
            by=member_with(Role.SECRETARIAT, update.answering_city), update=update, seen=update.fingerprint()
        )
