import pytest
from django.core.exceptions import PermissionDenied

from committee.members.models import Role
from committee.models import HistoryEntry
from committee.rules import BrokenRule
from environment.gaps import actions
from environment.models import GapNotice
from tests.factories.city import beijing, seoul
from tests.factories.gap import GapFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
State = GapNotice.State
ANSWER = {"reason": "power", "answer": "The power was cut in Jongno-gu."}


def officers():
    return member_with(Role.LIAISON, seoul()), member_with(Role.LIAISON, beijing())


def test_the_sending_city_answers_and_the_receiving_one_closes():
    sender, receiver = officers()
    notice = GapFactory()

    actions.answer_gap(by=sender, notice=notice, **ANSWER)
    notice.refresh_from_db()
    closed = actions.close_gap(by=receiver, notice=notice, closing_note="Understood.")

    assert (closed.state, closed.answered_by, closed.closed_by) == (State.CLOSED, sender, receiver)
    assert [entry.by for entry in HistoryEntry.objects.of(notice)] == [receiver, sender]


def test_the_receiving_city_does_not_answer_for_the_sending_one():
    _sender, receiver = officers()

    with pytest.raises(PermissionDenied):
        actions.answer_gap(by=receiver, notice=GapFactory(), **ANSWER)


def test_the_sending_city_does_not_close_its_own_gap():
    sender, _receiver = officers()
    notice = actions.answer_gap(by=sender, notice=GapFactory(), **ANSWER)

    with pytest.raises(PermissionDenied):
        actions.close_gap(by=sender, notice=notice, closing_note="Done.")


def test_what_nobody_answered_is_not_closed():
    _sender, receiver = officers()

    with pytest.raises(PermissionDenied):
        actions.close_gap(by=receiver, notice=GapFactory(), closing_note="Done.")


def test_closing_needs_a_note():
    sender, receiver = officers()
    notice = actions.answer_gap(by=sender, notice=GapFactory(), **ANSWER)

    with pytest.raises(BrokenRule):
        actions.close_gap(by=receiver, notice=notice, closing_note="  ")


def test_an_answer_to_a_page_opened_before_the_closing_is_refused():
    sender, receiver = officers()
    notice = actions.answer_gap(by=sender, notice=GapFactory(), **ANSWER)
    actions.close_gap(by=receiver, notice=notice, closing_note="Done.")

    with pytest.raises(BrokenRule):
        actions.answer_gap(by=sender, notice=notice, **ANSWER)
