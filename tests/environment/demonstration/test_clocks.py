import datetime

import pytest

from committee.founding.actions import enter_member, found_committee
from committee.members.models import Role
from environment.demonstration.actions import generate
from environment.demonstration.clocks import show_clocks
from environment.models import ClockCheck, Delivery, Measurement

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2017, 1, 17, 12, 30, tzinfo=datetime.UTC)


def test_a_file_labelled_in_utc_is_shown_as_withdrawn_and_only_once():
    for city in found_committee()[0]:
        enter_member(
            role=Role.LIAISON, password="told", username=f"liaison.{city.code}", name_en=city.code, city=city
        )
    generate(now=NOW)

    show_clocks(now=NOW)
    show_clocks(now=NOW)

    check = ClockCheck.objects.get()
    assert (check.lag_hours, check.against, check.decision) == (-8, "demonstration", "withdrawn")
    assert Delivery.objects.filter(state="withdrawn").count() == 1
    assert not Measurement.objects.filter(series__source="beijing-city-site").exists()
