import pytest

from committee.members.models import Role
from environment.models import Measurement, RejectedReading
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.rejected_reading import RejectedReadingFactory

pytestmark = pytest.mark.django_db

LIST = "/en/air/quarantine/"


@pytest.fixture
def officer(client):
    officer = member_with(Role.LIAISON, seoul())
    client.force_login(officer)
    return officer


def readings(count, **more):
    return [
        RejectedReadingFactory(series__station__city=seoul(), hour=439632 + number, **more)
        for number in range(count)
    ]


def decide(client, **form):
    return client.post(f"{LIST}decide/", {"act": "released", "note": "Seen at the neighbours too.", **form})


def states():
    return list(RejectedReading.objects.order_by("pk").values_list("state", flat=True))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_as_for_many(
    client, officer, count, django_assert_num_queries
):
    readings(count)
    client.get(LIST)

    with django_assert_num_queries(10):
        answer = client.get(LIST)

    assert answer.status_code == 200


def test_the_list_shows_the_line_as_received(client, officer):
    readings(1)

    answer = client.get(LIST)

    assert "202003010900,종로구,553405" in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 1),
        ("state=", 2),
        ("state=discarded", 1),
        ("state=&q=553405", 2),
        ("q=nothing of the kind", 0),
        ("reason=negative", 0),
        ("reason=implausible", 1),
        ("pollutant=o3", 0),
        ("source=seoul-hourly", 1),
    ],
)
def test_filters_leave_what_they_say(client, officer, query, found):
    _waiting, decided = readings(2)
    decide(client, reading=[decided.pk], act="discarded")

    answer = client.get(f"{LIST}?{query}")

    assert answer.context["rows"].paginator.count == found


def test_what_was_received_before_is_not_listed_again(client, officer):
    first, again = readings(2)
    RejectedReading.objects.filter(pk=again.pk).update(state="repeated", repeats=first)

    answer = client.get(f"{LIST}?state=")

    assert list(answer.context["rows"]) == [first]


def test_ticked_readings_are_released(client, officer):
    first, _second, third = readings(3)

    answer = decide(client, reading=[first.pk, third.pk])

    assert answer.status_code == 302
    assert states() == ["released", "waiting", "released"]
    assert Measurement.objects.count() == 2


def test_all_of_a_filter_are_discarded_but_not_what_came_since(client, officer):
    _first, second, _third = readings(3)

    decide(client, act="discarded", found="on", newest=second.pk)

    assert states() == ["discarded", "discarded", "waiting"]


def test_nothing_chosen_is_refused_in_words(client, officer):
    readings(1)

    answer = decide(client)

    assert answer.status_code == 422
    assert states() == ["waiting"]


def test_a_reason_is_needed_and_what_was_ticked_waits(client, officer):
    (reading,) = readings(1)

    answer = client.post(f"{LIST}{reading.pk}/decide/", {"act": "released", "note": " "})

    assert answer.status_code == 422
    assert states() == ["waiting"]


def test_one_reading_is_released_from_its_page_with_who_and_why(client, officer):
    (reading,) = readings(1)

    answer = client.post(
        f"{LIST}{reading.pk}/decide/", {"act": "released", "note": "Dust storm."}, follow=True
    )

    assert states() == ["released"]
    assert "Dust storm." in answer.content.decode()


def test_an_officer_of_the_other_city_sees_but_does_not_decide(client):
    (reading,) = readings(1)
    client.force_login(member_with(Role.LIAISON, beijing()))

    answer = client.get(f"{LIST}{reading.pk}/")

    assert answer.status_code == 200
    assert not answer.context["may_decide"]
