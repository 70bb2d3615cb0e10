"""Both cities act at the same moment, each over a connection of its own."""

import pytest

from committee.members.models import Role
from committee.models import ProgressUpdate
from committee.progress import actions
from tests.at_once import at_once
from tests.factories.member import member_with
from tests.factories.update import UpdateFactory, confirmed_update, submitted_update

pytestmark = pytest.mark.django_db(transaction=True)

State = ProgressUpdate.State


def test_confirming_while_the_author_withdraws_ends_as_one_of_the_two():
    update = submitted_update()
    answerer = member_with(Role.CO_LEAD, update.answering_city, update.project.subcommittee)
    seen = update.fingerprint()

    results = at_once(
        lambda: actions.confirm_update(by=answerer, update=update, seen=seen),
        lambda: actions.withdraw_update(by=update.author, update=update),
    )

    update.refresh_from_db()
    done = [result.state for result in results if isinstance(result, ProgressUpdate)]
    assert done == [update.state]
    assert update.state in (State.CONFIRMED, State.DRAFT)


def test_submitting_twice_at_once_keeps_one_submission():
    update = UpdateFactory()

    results = at_once(*[lambda: actions.submit_update(by=update.author, update=update)] * 2)

    assert sorted(type(result).__name__ for result in results) == ["NotInThisState", "ProgressUpdate"]


def test_two_corrections_at_once_end_as_one():
    update = confirmed_update()

    results = at_once(*[lambda: actions.correct_update(by=update.author, update=update)] * 2)

    assert sorted(type(result).__name__ for result in results) == ["CorrectedAlready", "ProgressUpdate"]
    assert ProgressUpdate.objects.filter(corrects=update).count() == 1
