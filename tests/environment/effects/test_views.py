import datetime
import io

import openpyxl
import pytest

from committee.members.models import Role
from environment.models import AirEffect
from tests.environment.effects.given import link_of, measured, two_mays
from tests.environment.effects.test_controls import WEATHER
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.city_day import days_of
from tests.factories.effect import computed
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory

pytestmark = pytest.mark.django_db

DAYS = {"2016-05-01": 40.0, "2016-05-02": 60.0, "2017-05-01": 20.0, "2017-05-02": 50.0}


@pytest.fixture
def reader(client):
    client.force_login(member_with(Role.OBSERVER, seoul()))
    return client


def words(answer):
    return " ".join(answer.content.decode().split())


def test_the_panel_comes_without_the_frame(reader):
    days_of(seoul(), DAYS)
    link = ProjectAirLinkFactory(city=seoul())
    computed(link)

    panel = words(reader.get(f"/en/projects/{link.project_id}/air/", headers={"HX-Request": "true"}))

    assert "<html" not in panel
    assert 'Change of the mean</th><td class="number">−15.0 µg/m³</td>' in panel


def test_without_enough_values_the_page_says_how_many_there_were_and_gives_no_number(reader):
    days_of(seoul(), {"2016-05-01": 40.0, "2017-05-01": 20.0, "2017-05-02": 50.0})
    link = ProjectAirLinkFactory(city=seoul())
    computed(link)

    page = words(reader.get(f"/en/projects/air/{link.pk}/"))

    assert "24 of 48 hourly values; at least 36 are needed" in page
    assert "40.0" not in page
    assert "−5.0" not in page


def test_without_any_values_the_page_says_so_and_counts_nothing(reader):
    link = ProjectAirLinkFactory(city=seoul())
    computed(link)

    page = words(reader.get(f"/en/projects/air/{link.pk}/"))

    assert "no values were received" in page
    assert "0 are needed" not in page


def test_a_link_that_waits_says_so_and_asks_again(reader):
    link = ProjectAirLinkFactory(city=seoul())

    page = words(reader.get(f"/en/projects/air/{link.pk}/"))

    assert "The figures are being computed." in page


def test_figures_of_earlier_values_say_so(reader):
    days_of(seoul(), DAYS)
    link = ProjectAirLinkFactory(city=seoul())
    computed(link)
    AirEffect.objects.update(state="waiting")

    page = words(reader.get(f"/en/projects/air/{link.pk}/"))

    assert "Being recomputed" in page
    assert 'hx-trigger="load delay:3s"' in page


def test_figures_of_a_running_evaluation_say_when_they_are_computed_again(reader):
    days_of(seoul(), DAYS)
    link = ProjectAirLinkFactory(city=seoul())
    computed(link)
    AirEffect.objects.update(state="waiting", due_at=datetime.datetime(2100, 1, 2, 3, tzinfo=datetime.UTC))

    page = words(reader.get(f"/en/projects/air/{link.pk}/"))

    assert "computed once a day, next at 2100-01-02 12:00 KST." in page
    assert "hx-trigger" not in page.split('id="figures"')[1].split(">")[0]


def test_the_page_names_control_stations_and_the_version_of_the_values(reader):
    own, control = (measured(two_mays(mean + WEATHER, 60 + WEATHER)) for mean in (80, 70))
    effect = computed(link_of(own, controls=[control]))

    page = words(reader.get(f"/en/projects/air/{effect.pk}/"))

    assert f"<code>{effect.finding.fingerprint[:12]}</code>" in page
    assert f'Control stations with enough data: <a href="/en/air/stations/{control.pk}/">' in page


def test_the_chart_is_the_one_of_the_finding_that_is_named(reader):
    days_of(seoul(), DAYS)
    link = ProjectAirLinkFactory(city=seoul())
    effect = computed(link)

    answer = reader.get(f"/en/projects/air/{link.pk}/chart/", {"of": effect.finding.data_version})

    assert answer["Content-Type"] == "image/svg+xml"
    assert reader.get(f"/en/projects/air/{link.pk}/chart/", {"of": "abc"}).status_code == 404


def test_the_files_hold_each_figure_or_why_there_is_none(reader):
    days_of(seoul(), DAYS)
    link = ProjectAirLinkFactory(city=seoul())
    computed(link)

    book = openpyxl.load_workbook(
        io.BytesIO(reader.get(f"/en/projects/air/{link.pk}/xlsx/").content), read_only=True
    )
    lines = reader.get(f"/en/projects/air/{link.pk}/csv/").content.decode("utf-8-sig").splitlines()

    assert book.sheetnames == ["figures", "days_above", "months", "about"]
    rows = {row[0]: row for row in book["figures"].values}
    assert (rows["baseline"][1], rows["change"][1]) == (50, -15)
    assert rows["trend"][1:4] + rows["trend"][-4:] == (None, None, None, 0, 13, 36, "too_little")
    assert "trend,,,,µg/m³,,0,13,36,too_little" in lines


@pytest.mark.parametrize("count", [1, 3])
def test_the_panel_asks_a_constant_number_of_questions(reader, django_assert_num_queries, count):
    project = ProjectFactory()
    for link in ProjectAirLinkFactory.create_batch(count, project=project, city=seoul()):
        computed(link)
    reader.get(f"/en/projects/{project.pk}/air/")

    with django_assert_num_queries(12):
        reader.get(f"/en/projects/{project.pk}/air/")


@pytest.mark.parametrize("count", [1, 3])
def test_the_interface_gives_figures_in_a_constant_number_of_questions(
    reader, django_assert_num_queries, count
):
    days_of(seoul(), DAYS)
    for link in ProjectAirLinkFactory.create_batch(count, city=seoul()):
        computed(link)
    reader.get("/api/v1/air/effects/")

    with django_assert_num_queries(10):
        answer = reader.get("/api/v1/air/effects/", {"city": "seoul", "pollutant": "pm25"})

    found = answer.json()["results"]
    assert len(found) == count
    change = next(each for each in found[0]["finding"]["estimates"] if each["what"] == "change")
    assert (found[0]["state"], change["value"], change["reason"]) == ("done", -15.0, "")


def test_the_interface_finds_by_city(reader):
    computed(ProjectAirLinkFactory(city=seoul()))
    beijing()

    assert reader.get("/api/v1/air/effects/", {"city": "beijing"}).json()["count"] == 0
