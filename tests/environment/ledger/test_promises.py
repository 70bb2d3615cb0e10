import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from committee.members.models import Role
from committee.rules import BrokenRule
from environment.ledger import actions
from environment.models import Promise
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.promise import PromiseFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
TERMS = {"title_en": "Fine dust", "pollutants": ["pm25"], "valid_from": datetime.date(2020, 1, 1)}


def test_a_city_writes_down_its_own_promise():
    officer = member_with(Role.LIAISON, beijing())

    promise = actions.create_promise(by=officer, **TERMS)

    assert promise.city == beijing()


def test_other_terms_from_a_day_on_end_the_version_before():
    promise = PromiseFactory()
    officer = member_with(Role.LIAISON)

    version = actions.follow_promise(
        by=officer, promise=promise, valid_from=datetime.date(2021, 1, 1), stations=[], deadline_hours=1
    )

    promise.refresh_from_db()
    assert promise.valid_until == datetime.date(2020, 12, 31)
    assert (version.follows, version.deadline_hours, version.pollutants) == (promise, 1, ["pm25"])


def test_one_version_follows_another():
    promise = PromiseFactory()
    officer = member_with(Role.LIAISON)
    PromiseFactory(follows=promise)

    with pytest.raises(BrokenRule):
        actions.follow_promise(by=officer, promise=promise, valid_from=datetime.date(2021, 1, 1), stations=[])


def test_a_city_does_not_promise_for_the_stations_of_the_other():
    officer = member_with(Role.LIAISON)

    with pytest.raises(BrokenRule):
        actions.create_promise(by=officer, stations=[StationFactory(city=beijing())], **TERMS)


def test_the_other_city_does_not_change_a_promise():
    officer = member_with(Role.SECRETARIAT, beijing())

    with pytest.raises(PermissionDenied):
        actions.edit_promise(by=officer, promise=PromiseFactory(), deadline_hours=9)


@pytest.mark.parametrize(
    "wrong",
    [
        {"valid_until": datetime.date(2019, 12, 31)},
        {"first_label": 12, "last_label": 3},
        {"pollutants": []},
        {"pollutants": ["dust"]},
        {"deadline_hours": 0},
    ],
)
def test_a_promise_without_sense_is_refused(wrong):
    officer = member_with(Role.LIAISON)

    with pytest.raises(ValidationError):
        actions.create_promise(by=officer, **{**TERMS, **wrong})

    assert Promise.objects.count() == 0


def test_deleting_the_last_version_leaves_the_one_before_ended():
    promise = PromiseFactory(valid_until=datetime.date(2020, 12, 31))
    version = PromiseFactory(follows=promise, valid_from=datetime.date(2021, 1, 1))

    actions.delete_promise(by=member_with(Role.LIAISON, seoul()), promise=version)

    assert list(Promise.objects.all()) == [promise]
