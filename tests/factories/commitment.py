import datetime

import factory

from committee.models import Commitment
from tests.factories.agreement import AgreementFactory
from tests.factories.subcommittee import SubcommitteeFactory


class CommitmentFactory(factory.django.DjangoModelFactory):
    """An open promise of both cities without a day."""

    class Meta:
        model = Commitment

    agreement = factory.SubFactory(AgreementFactory)
    subcommittee = factory.SubFactory(SubcommitteeFactory)
    title_en = factory.Sequence(lambda number: f"Commitment {number}")


def kept_commitment(**fields: object) -> Commitment:
    return CommitmentFactory(state=Commitment.State.KEPT, settled_on=datetime.date(2019, 10, 1), **fields)
