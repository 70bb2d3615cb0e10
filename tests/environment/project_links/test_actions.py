import pytest
from django.core.exceptions import PermissionDenied

from committee.members.models import Role
from environment.models import ProjectAirLink
from environment.project_links.actions import StationOfAnotherCity, create_link, delete_link
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db


def test_a_station_of_another_city_breaks_the_rule():
    secretariat = member_with(Role.SECRETARIAT, seoul())
    station = StationFactory(city=beijing())

    with pytest.raises(StationOfAnotherCity):
        create_link(
            by=secretariat, project=ProjectFactory(), city=seoul(), stations=[station], pollutant="pm25"
        )

    assert not ProjectAirLink.objects.exists()


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
