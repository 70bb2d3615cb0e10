import pytest
from django.core.exceptions import PermissionDenied

from committee.members.models import Role
from environment.models import ProjectAirLink
from environment.project_links.actions import (
    ControlsNotBeside,
    StationOfAnotherCity,
    create_link,
    delete_link,
)
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
PERIODS = ("baseline_from", "baseline_until", "evaluation_from", "evaluation_until")


def test_a_station_of_another_city_breaks_the_rule():
    secretariat = member_with(Role.SECRETARIAT, seoul())
    station = StationFactory(city=beijing())

    with pytest.raises(StationOfAnotherCity):
        create_link(
            by=secretariat, project=ProjectFactory(), city=seoul(), stations=[station], pollutant="pm25"
        )

    assert not ProjectAirLink.objects.exists()


def test_control_stations_are_none_of_the_links_own():
    secretariat = member_with(Role.SECRETARIAT, seoul())
    station = StationFactory(city=seoul())
    terms = {"by": secretariat, "project": ProjectFactory(), "city": seoul(), "pollutant": "pm25"}

    for own in ([], [station]):
        with pytest.raises(ControlsNotBeside):
            create_link(stations=own, control_stations=[station], **terms)

    assert not ProjectAirLink.objects.exists()


def test_a_new_link_is_told_to_the_rooms_that_compute_from_it(django_capture_on_commit_callbacks):
    terms = {name: getattr(ProjectAirLinkFactory.build(), name) for name in PERIODS}

    with django_capture_on_commit_callbacks() as callbacks:
        create_link(
            by=member_with(Role.SECRETARIAT, seoul()),
            project=ProjectFactory(),
            city=seoul(),
            pollutant="pm25",
            **terms,
        )

    told = [callback.func.__self__.task for callback in callbacks]
    assert told == ["environment.effects.bring_up_to_date"]


def test_an_observer_takes_no_link_away():
    link = ProjectAirLinkFactory(city=seoul())

    with pytest.raises(PermissionDenied):
        delete_link(by=member_with(Role.OBSERVER, seoul()), link=link)


def test_a_liaison_officer_takes_away_the_own_citys_links_only():
    officer = member_with(Role.LIAISON, seoul())
    own, other = ProjectAirLinkFactory(city=seoul()), ProjectAirLinkFactory(city=beijing())

    delete_link(by=officer, link=own)
    with pytest.raises(PermissionDenied):
        delete_link(by=officer, link=other)

    assert list(ProjectAirLink.objects.all()) == [other]
