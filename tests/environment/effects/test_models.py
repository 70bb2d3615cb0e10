import pytest
from django.db import IntegrityError, transaction

from environment.models import AirEffect, Estimate
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import seoul
from tests.factories.effect import NOW, computed

pytestmark = pytest.mark.django_db


@pytest.fixture
def effect():
    return computed(ProjectAirLinkFactory(city=seoul()))


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "failed"},
        {"failure": "Why?"},
        {"finding": None},
        {"state": "computing"},
        {"due_at": NOW.replace(year=2020)},
    ],
)
def test_a_state_comes_with_what_belongs_to_it(effect, wrong):
    AirEffect.objects.update(seen_alive_at=None)

    with pytest.raises(IntegrityError), transaction.atomic():
        AirEffect.objects.update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""},
        {"value": 1.0},
        {"reason": "", "value": 1.0, "low": 2.0, "high": 1.0},
        {"p": 0.5},
    ],
)
def test_an_estimate_has_figures_or_a_reason(effect, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Estimate.objects.filter(what="change").update(**wrong)


@pytest.mark.parametrize("wrong", [{"days": 5, "valid_days": 4}, {"days": 0, "valid_days": 0}])
def test_days_above_a_limit_are_valid_days(effect, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        effect.finding.days_above.create(
            period="baseline",
            standard="WHO 2021 AQG",
            averaging="day",
            limit=15,
            unit="µg/m³",
            is_verified=True,
            **wrong,
        )
