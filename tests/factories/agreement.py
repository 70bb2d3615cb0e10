import datetime

import factory

from committee.models import Agreement, Signature
from tests.factories.city import CityFactory


class AgreementFactory(factory.django.DjangoModelFactory):
    """An MOU in force since the day it was signed, in Korean and Chinese."""

    class Meta:
        model = Agreement

    title_en = factory.Sequence(lambda number: f"Agreement {number}")
    state = Agreement.State.IN_FORCE
    signed_on = datetime.date(2018, 3, 19)
    in_force_from = datetime.date(2018, 3, 19)


class SignatureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Signature

    agreement = factory.SubFactory(AgreementFactory)
    city = factory.SubFactory(CityFactory)
    signatory_en = "Mayor"


def draft_agreement(**fields: object) -> Agreement:
    return AgreementFactory(state=Agreement.State.DRAFT, signed_on=None, in_force_from=None, **fields)
