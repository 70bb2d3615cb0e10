import pytest

from committee.history.models import HistoryEntry
from committee.members.models import Role
from environment.models import ProjectAirLink
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

PERIODS = {
    "pollutant": "pm25",
    "baseline_from": "2016-05-01",
    "baseline_until": "2016-05-02",
    "evaluation_from": "2017-05-01",
    "evaluation_until": "2017-05-02",
}


@pytest.fixture
def secretariat(client):
    client.force_login(member_with(Role.SECRETARIAT, seoul()))
    return client


def test_a_link_is_entered_corrected_and_taken_away_again(secretariat):
    project, city = ProjectFactory(), seoul()

    secretariat.post(f"/en/projects/{project.pk}/air/new/", {**PERIODS, "city": city.pk})
    link = ProjectAirLink.objects.get()
    changed = {
        **PERIODS,
        "city": city.pk,
        "pollutant": "pm10",
        "initial-pollutant": "pm25",
        "seen_version": 1,
    }
    secretariat.post(f"/en/projects/air/{link.pk}/edit/", changed)
    secretariat.post(f"/en/projects/air/{link.pk}/delete/")

    acts = HistoryEntry.objects.about(project).order_by("at", "id").values_list("verb", flat=True)
    assert list(acts) == ["created", "changed", "deleted"]
    assert not ProjectAirLink.objects.exists()


def test_a_station_of_the_other_city_is_refused(secretariat):
    project, station = ProjectFactory(), StationFactory(city=beijing())

    answer = secretariat.post(
        f"/en/projects/{project.pk}/air/new/", {**PERIODS, "city": seoul().pk, "stations": [station.pk]}
    )

    assert answer.status_code == 422
    assert not ProjectAirLink.objects.exists()


def test_a_liaison_officer_cannot_link_the_other_citys_air(client):
    client.force_login(member_with(Role.LIAISON, beijing()))
    project = ProjectFactory()

    answer = client.post(f"/en/projects/{project.pk}/air/new/", {**PERIODS, "city": seoul().pk})

    assert answer.status_code == 422
    assert not ProjectAirLink.objects.exists()
