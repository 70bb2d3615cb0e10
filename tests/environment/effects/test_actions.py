import pytest
from django.core.exceptions import PermissionDenied

from committee.members.models import Role
from environment.effects.actions import NotFailed, compute_again
from environment.models import AirEffect
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import seoul
from tests.factories.effect import computed
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def link():
    link = ProjectAirLinkFactory(city=seoul())
    computed(link)
    return link


def test_what_failed_waits_again(link):
    AirEffect.objects.update(state="failed", failure="ValueError")

    effect = compute_again(by=member_with(Role.SECRETARIAT, seoul()), link=link)

    assert (effect.state, effect.failure) == ("waiting", "")


def test_what_did_not_fail_is_not_asked_for_by_hand(link):
    with pytest.raises(NotFailed):
        compute_again(by=member_with(Role.SECRETARIAT, seoul()), link=link)


def test_an_observer_asks_for_nothing(link):
    AirEffect.objects.update(state="failed", failure="ValueError")

    with pytest.raises(PermissionDenied):
        compute_again(by=member_with(Role.OBSERVER, seoul()), link=link)
