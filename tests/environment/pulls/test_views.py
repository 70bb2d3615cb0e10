import pytest
from django.urls import reverse

from committee.members.models import Role
from environment.models import Pull
from tests.environment.pulls.interface import seoul_now
from tests.factories.city import seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
SENT = {"service": "RealtimeCityAir", "every_minutes": 60, "minutes_past": 20}


def test_an_officer_sets_up_a_pull(signed_in):
    seoul()

    signed_in(member_with(Role.LIAISON)).post(reverse("pull_new"), SENT)

    assert Pull.objects.get().city == seoul()


def test_an_interface_is_fetched_from_once(signed_in):
    seoul_now()

    answer = signed_in(member_with(Role.LIAISON)).post(reverse("pull_new"), SENT)

    assert answer.status_code == 422


def test_the_list_says_how_pulls_fare(signed_in, django_assert_num_queries):
    seoul_now()
    visitor = signed_in(member_with(Role.OBSERVER))

    with django_assert_num_queries(5):
        page = visitor.get(reverse("pull_list"))

    assert page.status_code == 200
