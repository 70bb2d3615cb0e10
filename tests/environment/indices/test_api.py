import datetime

import pytest

from committee.members.models import Role
from tests.environment.indices.test_days import DAY, rolled_up, series_of
from tests.factories.city import beijing
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
ASKED = {"city": "beijing", "from": "2016-05-01", "to": "2016-05-03"}


@pytest.fixture
def reader(client):
    client.force_login(member_with(Role.OBSERVER, beijing()))
    rolled_up(series_of(beijing()), mean=75)
    return client


def test_days_come_with_the_rule_in_force(reader):
    answer = reader.get("/api/v1/air/indices/", ASKED)

    assert answer.json() == [
        {
            "day": "2016-05-01",
            "rule": "cn-hj633-2012",
            "rule_verified": True,
            "index": 100,
            "category": "Good",
            "responsible": ["pm25"],
            "missing": ["pm10", "o3", "no2", "so2", "co"],
        },
        {
            "day": "2016-05-02",
            "rule": "cn-hj633-2012",
            "rule_verified": True,
            "index": None,
            "category": None,
            "responsible": [],
            "missing": ["pm25", "pm10", "o3", "no2", "so2", "co"],
        },
    ]


def test_another_rule_may_be_asked_for(reader):
    answer = reader.get("/api/v1/air/indices/", {**ASKED, "rule": "us-epa-2024", "station": "one"})

    assert [(row["rule"], row["index"]) for row in answer.json()] == [
        ("us-epa-2024", 165),
        ("us-epa-2024", None),
    ]


def test_before_the_first_rule_there_is_none(reader):
    answer = reader.get("/api/v1/air/indices/", {**ASKED, "from": "2010-01-01", "to": "2010-01-02"})

    assert [(row["rule"], row["index"]) for row in answer.json()] == [(None, None)]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"city": "paris"}, "city"),
        ({"rule": "in-naqi"}, "rule"),
        ({"to": "2016-05-01"}, "to"),
        ({"to": "2026-06-01"}, "to"),
        ({"station": "nowhere"}, "station"),
    ],
)
def test_a_wrong_question_is_named(reader, wrong, field):
    answer = reader.get("/api/v1/air/indices/", {**ASKED, **wrong})

    assert (answer.status_code, list(answer.json())) == (400, [field])


def test_the_day_of_a_late_correction_changes_at_once(reader):
    station = series_of(beijing(), "pm10", code="two")
    rolled_up(station, mean=250, day=DAY)

    answer = reader.get("/api/v1/air/indices/", ASKED)

    assert answer.json()[0]["index"] == 150
    assert answer.json()[0]["day"] == datetime.date(2016, 5, 1).isoformat()
