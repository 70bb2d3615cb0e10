import datetime

import factory

from committee.models import FollowUp, Outcome
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
