import datetime
from importlib import import_module

import numpy as np
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from environment.measurements.lateness import HoursReceived
from environment.measurements.template_words import lateness
from environment.models import Delivery
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site
from tests.factories.city import seoul
from tests.factories.member import MemberFactory

NOON = datetime.datetime(2016, 5, 9, 12, tzinfo=datetime.UTC)
NOON_IN_HOURS = int(NOON.timestamp()) // 3600


def hours_before_noon(*hours):
    return NOON_IN_HOURS - np.array(hours, np.int64)


def test_late_is_a_value_from_the_end_of_its_hour():
    received = HoursReceived()

    received.note(hours_before_noon(1, 2, 192), new=hours_before_noon(1, 2, 192))

    assert received.figures(NOON) == {
        "first_hour": NOON_IN_HOURS - 192,
        "last_hour": NOON_IN_HOURS - 1,
        "median_hours_late": 2.0,
        "most_hours_late": 192.0,
    }


def test_values_that_were_known_belong_to_the_period_and_are_not_late():
    received = HoursReceived()

    received.note(hours_before_noon(3, 2, 1), new=hours_before_noon(1))

    figures = received.figures(NOON)
    assert (figures["first_hour"], figures["median_hours_late"], figures["most_hours_late"]) == (
        NOON_IN_HOURS - 3,
        1.0,
        1.0,
    )


def test_a_delivery_without_values_has_neither_period_nor_lateness():
    assert set(HoursReceived().figures(NOON).values()) == {None}


@pytest.mark.django_db
def test_a_delivery_keeps_its_way_its_period_and_how_late_it_is(tmp_path):
    take_in(
        "beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43", "20160501,3,PM2.5,44,")
    )

    delivery = Delivery.objects.get()

    late = delivery.received_at.timestamp() / 3600 - delivery.first_hour
    assert (delivery.way, delivery.state) == ("command", "taken_in")
    assert delivery.last_hour - delivery.first_hour == 2
    assert delivery.most_hours_late == round(late, 2)


@pytest.mark.django_db
def test_the_same_again_is_not_late(tmp_path):
    path = city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43")
    take_in("beijing-city-site", path)

    take_in("beijing-city-site", path)

    again = Delivery.objects.latest("pk")
    assert (again.unchanged, again.median_hours_late, lateness(again)) == (2, None, "—")
    assert again.first_hour is not None


@pytest.mark.django_db
def test_earlier_deliveries_are_given_what_their_values_tell(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43"))
    kept = Delivery.objects.values().get()
    unknown = dict.fromkeys(["first_hour", "last_hour", "median_hours_late", "most_hours_late"])
    Delivery.objects.update(**unknown, by=MemberFactory())

    migration = import_module("environment.migrations.0004_earlier_deliveries_get_hours")
    migration.fill(apps, connection.SchemaEditorClass(connection))

    filled = Delivery.objects.values().get()
    assert filled == kept | {"by_id": filled["by_id"], "way": "upload"}


@pytest.mark.django_db
def test_a_delivery_does_not_end_before_it_starts():
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(
            source="seoul-hourly", city=seoul(), received_at=NOON, first_hour=2, last_hour=1
        )


@pytest.mark.django_db
def test_half_of_the_values_is_not_later_than_all_of_them():
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(
            source="seoul-hourly", city=seoul(), received_at=NOON, median_hours_late=2, most_hours_late=1
        )


@pytest.mark.parametrize(
    ("median", "most", "words"),
    [
        (0.5, 26.25, "half of the new values within 0.5 h, all within 26.3 h"),
        (190.0, 1920.0, "half of the new values within 8.0 days, all within 80.0 days"),
    ],
)
def test_lateness_is_said_in_hours_and_in_days_once_there_are_many(median, most, words):
    assert lateness(Delivery(median_hours_late=median, most_hours_late=most)) == words
