import datetime

import pytest

from committee.founding.actions import enter_member, found_committee
from committee.members.models import Role
from environment.demonstration.actions import generate
from environment.demonstration.slips import show_quarantine
from environment.models import Measurement, RejectedReading

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2017, 1, 17, 12, 30, tzinfo=datetime.UTC)


@pytest.fixture
def cities():
    cities, _subcommittees = found_committee()
    for city in cities:
        enter_member(
            role=Role.LIAISON, password="told", username=f"liaison.{city.code}", name_en=city.code, city=city
        )
    generate(now=NOW)
    return cities


def test_each_city_has_readings_that_wait_and_some_that_were_decided(cities):
    before = Measurement.objects.count()

    show_quarantine(now=NOW)
    show_quarantine(now=NOW)

    for city in cities:
        states = RejectedReading.objects.of_city(city).order_by("pk").values_list("state", flat=True)
        assert sorted(states) == ["discarded", "released", "waiting", "waiting", "waiting"]
    assert Measurement.objects.count() == before + len(cities)
