import datetime

import pytest

from committee.members.models import Role
from environment.hotline.freshness import hour_due
from environment.hotline.latest import latest_of
from environment.ledger.models import Promise
from environment.models import Delivery
from environment.sources.clock import LocalClock
from tests.environment.hotline.given import two_days_of_seoul
from tests.factories.alert_thread import thread_of
from tests.factories.city import beijing, seoul
from tests.factories.held_delivery import held_delivery
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
CLOCK = LocalClock("Asia/Seoul")


def at(day, hour):
    return CLOCK.midnight(datetime.date(2020, 1, day)) + datetime.timedelta(hours=hour)


def promise(**fields):
    terms = {"pollutants": ["pm25"], "valid_from": datetime.date(2020, 1, 1), "deadline_hours": 2, **fields}
    return Promise.objects.create(city=seoul(), title_en="Hourly values", **terms)


@pytest.mark.parametrize(
    ("terms", "now", "due"),
    [
        ({}, at(3, 5), at(3, 3)),
        ({"deadline_hours": 30}, at(3, 5), at(1, 23)),
        ({"first_label": 9, "last_label": 18}, at(3, 5), at(2, 18)),
        ({"valid_until": datetime.date(2020, 1, 2)}, at(3, 5), at(3, 0)),
        ({"valid_from": datetime.date(2020, 1, 4)}, at(3, 5), None),
    ],
)
def test_the_hour_due_is_the_latest_promised_one_whose_deadline_is_over(terms, now, due):
    promise(**terms)

    found = hour_due(seoul(), now)

    assert found == (due and int(due.timestamp()) // 3600)


@pytest.mark.parametrize(
    ("deadline_hours", "hours_later", "is_fresh"), [(2, 2.5, True), (2, 3.0, False), (10, 10.5, True)]
)
def test_a_city_is_fresh_as_long_as_it_keeps_its_promise(tmp_path, deadline_hours, hours_later, is_fresh):
    seoul()
    two_days_of_seoul(tmp_path)
    promise(deadline_hours=deadline_hours)

    latest = latest_of(seoul(), at(3, hours_later))

    assert latest.is_fresh == is_fresh


def test_the_index_of_the_latest_hour_names_its_rule(tmp_path):
    seoul()
    two_days_of_seoul(tmp_path)

    latest = latest_of(seoul(), at(3, 1))

    # Twelve hours of 40 µg/m³ are a C24E of 35: high hours that do not rise count three quarters.
    assert (latest.rule, latest.index.value, latest.category) == ("Korea's CAI", 100, "Moderate")
    assert latest.responsible == ["PM2.5"]


def test_the_desk_counts_what_waits_and_leads_there(client):
    client.force_login(member_with(Role.LIAISON, seoul()))
    thread_of(seoul())
    Delivery.objects.create(
        source="seoul-hourly", city=seoul(), name="broken.csv", received_at=at(3, 1), state="failed"
    )
    held_delivery()

    page = client.get("/en/air/")

    assert [(each.number, each.address) for each in page.context["waiting"]] == [
        (1, "/en/air/threads/?state=waiting"),
        (0, "/en/air/quarantine/"),
        (0, "/en/air/gaps/?state=open"),
        (1, "/en/air/deliveries/?state=held"),
        (1, "/en/air/deliveries/?state=failed"),
    ]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/en/air/", "Now"),
        ("/en/air/explorer/", "Explorer"),
        ("/en/air/stations/", "Stations"),
        ("/en/air/ledger/", "Ledger"),
        ("/en/air/quarantine/", "Quarantine"),
    ],
)
def test_every_page_of_the_hotline_shows_the_way_to_the_others(client, path, current):
    client.force_login(member_with(Role.LIAISON, seoul()))
    beijing()

    page = client.get(path)

    assert [str(link.label) for link in page.context["pages"] if link.is_current] == [current]


@pytest.mark.parametrize(("city", "held"), [(seoul, 1), (beijing, 0)])
def test_the_first_page_counts_what_waits_for_the_own_city_alone(signed_in, city, held):
    held_delivery()
    officer = signed_in(member_with(Role.LIAISON, city()))

    page = officer.get("/en/air/waiting/", headers={"HX-Request": "true"}).content.decode()

    assert f"<strong>{held}</strong> Deliveries held for their clock" in page
    assert "<html" not in page
