import io

import openpyxl
import pytest
from django.urls import reverse

from committee.members.models import Role
from environment.models import Promise
from tests.environment.ledger.arriving import DAY, arrive, hours_of
from tests.factories.city import seoul
from tests.factories.member import member_with
from tests.factories.promise import PromiseFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
MARCH = {"city": "seoul", "pollutant": "pm25", "year": 2020, "month": 3}


@pytest.fixture
def officer():
    return member_with(Role.LIAISON)


@pytest.fixture
def a_day_of_values():
    station = StationFactory(city=seoul())
    PromiseFactory()
    arrive(station, hours_of(DAY, *range(1, 25)), late=5)
    return station


@pytest.mark.parametrize("stations", [1, 3])
def test_the_ledger_asks_the_same_number_of_questions(
    stations, officer, signed_in, django_assert_num_queries
):
    for _each in range(stations):
        arrive(StationFactory(city=seoul()), hours_of(DAY, 1))
        PromiseFactory()
    visitor = signed_in(officer)

    with django_assert_num_queries(12):
        visitor.get(reverse("ledger"), MARCH)


def test_a_month_shows_its_days(officer, signed_in, a_day_of_values):
    page = signed_in(officer).get(reverse("ledger"), MARCH)

    assert len(page.context["opened"].days) == 31
    assert page.context["total"].late == 24


@pytest.mark.parametrize("wrong", [{"year": "1900"}, {"city": "atlantis"}, {"pollutant": "dust"}])
@pytest.mark.parametrize("name", ["ledger", "ledger_csv", "ledger_xlsx", "ledger_chart"])
def test_what_makes_no_sense_is_answered_422(name, wrong, officer, signed_in):
    assert signed_in(officer).get(reverse(name), wrong).status_code == 422


def test_the_files_hold_each_day_of_the_year(officer, signed_in, a_day_of_values):
    visitor = signed_in(officer)

    lines = visitor.get(reverse("ledger_csv"), MARCH).content.decode("utf-8-sig").splitlines()
    workbook = openpyxl.load_workbook(io.BytesIO(visitor.get(reverse("ledger_xlsx"), MARCH).content))

    assert len(lines) == 367
    assert lines[61] == "2020-03-01,24,24,24,0,24,0,0,0,5.0,5"
    assert [cell.value for cell in workbook["ledger"][62]][:4] == ["2020-03-01", 24, 24, 24]


def test_the_chart_is_a_picture(officer, signed_in, a_day_of_values):
    answer = signed_in(officer).get(reverse("ledger_chart"), MARCH)

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")


def test_a_day_lists_its_stations(officer, signed_in, a_day_of_values):
    page = signed_in(officer).get(reverse("ledger_day", args=["seoul", "2020-03-01"]))

    assert [row.station for row in page.context["rows"]] == [a_day_of_values]


@pytest.mark.parametrize("day", ["2020-02-30", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_not_found(officer, signed_in, day):
    assert signed_in(officer).get(reverse("ledger_day", args=["seoul", day])).status_code == 404


def test_an_officer_writes_down_a_promise(officer, signed_in):
    station = StationFactory(city=seoul())
    sent = {
        "title_en": "Fine dust",
        "pollutants": ["pm25", "pm10"],
        "stations": [station.pk],
        "first_label": 1,
        "last_label": 24,
        "valid_from": "2020-01-01",
        "deadline_hours": 3,
        "shortest_gap_hours": 3,
    }

    signed_in(officer).post(reverse("promise_new"), sent)

    promise = Promise.objects.get()
    assert (promise.pollutants, list(promise.stations.all())) == (["pm25", "pm10"], [station])


def test_editing_keeps_what_was_not_touched(officer, signed_in):
    promise = PromiseFactory(stations=[StationFactory(city=seoul())])
    page = signed_in(officer).get(reverse("promise_edit", args=[promise.pk]))

    form = page.context["form"]

    assert form["pollutants"].value() == ["pm25"]


@pytest.mark.parametrize("promises", [1, 3])
def test_the_list_asks_the_same_number_of_questions(promises, officer, signed_in, django_assert_num_queries):
    for _each in range(promises):
        PromiseFactory(stations=[StationFactory(city=seoul())])
    visitor = signed_in(officer)

    with django_assert_num_queries(7):
        visitor.get(reverse("promise_list"))


def test_boxes_that_belong_to_no_group_stand_under_one_heading(officer, signed_in):
    page = signed_in(officer).get(reverse("promise_new")).content.decode()

    assert page.count("<legend>") == 3
    assert "None" not in page
