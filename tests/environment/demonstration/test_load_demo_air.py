import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from committee.founding.actions import enter_member, found_committee
from committee.members.models import Role
from environment.demonstration import actions
from environment.models import CityDailyRollup, DailyRollup, Delivery, Series, WeatherSeries

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2017, 1, 3, 12, 30, tzinfo=datetime.UTC)


@pytest.fixture
def liaisons():
    cities, _subcommittees = found_committee()
    return [
        enter_member(
            role=Role.LIAISON, password="told", username=f"liaison.{city.code}", name_en=city.code, city=city
        )
        for city in cities
    ]


def test_figures_are_stored_as_what_they_are(liaisons):
    actions.generate(now=NOW)

    assert set(Series.objects.values_list("source", flat=True)) == {"demonstration"}
    assert set(WeatherSeries.objects.values_list("source", flat=True)) == {"demonstration"}
    assert [delivery.by for delivery in Delivery.objects.order_by("pk")] == liaisons


def test_figures_end_with_the_last_full_hour(liaisons):
    actions.generate(now=NOW)

    last = max(Series.objects.values_list("last_hour", flat=True))
    assert last == int(NOW.timestamp()) // 3600


def test_each_city_gets_the_days_of_five_stations(liaisons):
    actions.generate(now=NOW)

    of_a_day = CityDailyRollup.objects.filter(day=datetime.date(2017, 1, 2), pollutant="no2")
    assert [(row.city.code, row.stations) for row in of_a_day.order_by("city")] == [
        ("seoul", 5),
        ("beijing", 5),
    ]
    assert DailyRollup.objects.filter(day=datetime.date(2017, 1, 2)).count() == 2 * 5 * 6


def test_a_second_time_nothing_changes(liaisons):
    actions.generate(now=NOW)

    assert actions.generate(now=NOW) == 0


def test_a_folder_without_known_files_is_refused(tmp_path):
    with pytest.raises(CommandError, match="holds none of the folders"):
        call_command("load_demo_air", folder=tmp_path)


def test_no_figures_are_invented_beside_received_ones():
    cities, _subcommittees = found_committee()
    received = Delivery.objects.create(source="seoul-hourly", city=cities[0], name="a.csv", received_at=NOW)

    call_command("load_demo", stdout=StringIO())

    assert list(Delivery.objects.all()) == [received]
