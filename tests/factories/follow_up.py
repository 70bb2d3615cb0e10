import datetime
from typing import Any

import factory

from committee.follow_ups import actions
from committee.models import Decision, FollowUp, Member, Outcome
from tests.factories.decision import DecisionFactory
from tests.factories.member import MemberFactory


class OutcomeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Outcome

    decision = factory.SubFactory(DecisionFactory)
    kind = Outcome.Kind.NOTED


class FollowUpFactory(factory.django.DjangoModelFactory):
    """Somebody of Seoul sees to it until the end of 2026."""

    class Meta:
        model = FollowUp

    decision = factory.SubFactory(DecisionFactory)
    responsible = factory.SubFactory(MemberFactory)
    due_on = datetime.date(2026, 12, 31)
    title_en = factory.Sequence(lambda number: f"Action {number}")


def action_of(by: Member, decision: Decision | None = None, **fields: Any) -> FollowUp:
    """Recorded as members do it: the decision became actions, and the next agenda opens with it."""
    return actions.add_follow_up(by=by, decision=decision or DecisionFactory(), title_en="Write", **fields)


def finished(by: Member, action: FollowUp, day: datetime.date = datetime.date(2026, 11, 20)) -> FollowUp:
    return actions.finish_follow_up(by=by, follow_up=action, done_on=day, result_en="Written")
