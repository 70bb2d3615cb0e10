import datetime
import io

import pytest
from django.core.management import call_command

from environment.ledger.figures import Figures, days_of_city, months_of
from environment.ledger.station_days import stations_on
from environment.measurements.actions import receive
from environment.models import ArrivalDay, Delivery
from environment.sources.registry import SOURCES
from tests.environment.ledger.arriving import DAY, LONG_AFTER, arrive, figures_of, hours_of
from tests.factories.air_files import hourly_row, seoul_hourly
from tests.factories.city import beijing, seoul
from tests.factories.promise import PromiseFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
ALL_DAY = range(1, 25)


def test_hours_that_came_in_time_are_accepted_and_none_is_late():
    station = StationFactory(city=seoul())
    PromiseFactory()
    arrive(station, hours_of(DAY, *ALL_DAY), late=2)

    found = figures_of(seoul())

    assert found == Figures(promised=24, accepted=24)


def test_an_hour_is_late_when_its_first_arrival_passed_the_deadline():
    station = StationFactory(city=seoul())
    PromiseFactory(deadline_hours=2)
    arrive(station, hours_of(DAY, 1, 2), late=3)
    arrive(station, hours_of(DAY, 3, 4), late=2)

    found = figures_of(seoul())

    assert found == Figures(promised=24, accepted=4, late=2, missing=20, hours_late=6, most_hours_late=3)


def test_what_comes_again_later_does_not_make_an_hour_late():
    station = StationFactory(city=seoul())
    PromiseFactory()
    arrive(station, hours_of(DAY, *ALL_DAY), late=1)
    arrive(station, hours_of(DAY, *ALL_DAY), late=500)

    assert figures_of(seoul()).late == 0


@pytest.mark.parametrize("days", [8, 3 * 365])
def test_data_of_any_age_fill_their_hours_and_are_shown_late(days):
    station = StationFactory(city=seoul())
    PromiseFactory()
    noon = hours_of(DAY, 12)
    received_at = datetime.datetime.fromtimestamp(int(noon[0]) * 3600, datetime.UTC)
    received_at += datetime.timedelta(days=days)
    before = figures_of(seoul())

    arrive(station, noon, received_at)

    after = figures_of(seoul())
    assert (before.missing, after.missing) == (24, 23)
    assert (after.late, after.most_hours_late) == (1, days * 24)


def test_an_hour_counts_as_promised_once_its_deadline_has_passed():
    StationFactory(city=seoul())
    PromiseFactory(deadline_hours=2)
    seven_in_the_morning = datetime.datetime(
        2020, 3, 1, 7, tzinfo=datetime.timezone(datetime.timedelta(hours=9))
    )

    found = figures_of(seoul(), now=seven_in_the_morning)

    assert (found.promised, found.missing) == (5, 5)


def test_hours_nobody_promised_are_beyond_the_promise():
    station, other = StationFactory(city=seoul()), StationFactory(city=seoul())
    PromiseFactory(stations=[other], first_label=9, last_label=18)
    arrive(station, hours_of(DAY, 9, 10))
    arrive(other, hours_of(DAY, 8, 9))

    found = figures_of(seoul())

    assert (found.promised, found.accepted, found.beyond) == (10, 1, 3)


def test_the_strictest_of_two_promises_counts():
    station = StationFactory(city=seoul())
    PromiseFactory(deadline_hours=48)
    PromiseFactory(deadline_hours=2)
    arrive(station, hours_of(DAY, 5), late=10)

    assert figures_of(seoul()).late == 1


def test_each_day_keeps_the_terms_it_had():
    station = StationFactory(city=seoul())
    PromiseFactory(deadline_hours=2, valid_until=DAY)
    after = DAY + datetime.timedelta(days=1)
    PromiseFactory(deadline_hours=48, valid_from=after)
    for day in (DAY, after):
        arrive(station, hours_of(day, 5), late=10)

    assert [figures_of(seoul(), day).late for day in (DAY, after)] == [1, 0]


def test_months_add_up_their_days():
    station = StationFactory(city=seoul())
    PromiseFactory()
    arrive(station, hours_of(DAY, *ALL_DAY), late=5)
    days = days_of_city(
        seoul(), pollutants=["pm25"], first=DAY, last=datetime.date(2020, 4, 2), now=LONG_AFTER
    )

    months = months_of(days)

    assert [(each.figures.promised, each.figures.late) for each in months] == [(31 * 24, 24), (48, 0)]


def test_a_day_names_the_missing_hours_of_each_station():
    station = StationFactory(city=seoul())
    PromiseFactory()
    arrive(station, hours_of(DAY, 1, 2, 3, 6, *range(9, 25)), late=1)

    [row] = stations_on(seoul(), pollutants=["pm25"], day=DAY, now=LONG_AFTER)

    assert row.missing == "4–5, 7–8"


def test_a_delivery_notes_when_its_hours_came(tmp_path):
    beijing()
    rows = [hourly_row(f"20200301{hour:02}00", pm25=20) for hour in range(1, 24)]
    PromiseFactory()

    receive(by=None, source=SOURCES["seoul-hourly"], path=seoul_hourly(tmp_path / "march.csv", *rows))

    found = figures_of(seoul())
    assert (found.accepted, found.late) == (23, 23)


def test_booking_again_from_the_store_gives_the_same(tmp_path):
    seoul(), beijing()
    for place, value in enumerate((20, 30)):
        rows = [hourly_row(f"20200301{hour:02}00", pm25=value) for hour in (1, 2)]
        path = seoul_hourly(tmp_path / f"{place}.csv", *rows)
        receive(by=None, source=SOURCES["seoul-hourly"], path=path)
    kept = [(row.pk, bytes(row.hours_late)) for row in ArrivalDay.objects.order_by("pollutant")]
    later = Delivery.objects.latest("pk").received_at + datetime.timedelta(days=30)
    Delivery.objects.filter(pk=Delivery.objects.latest("pk").pk).update(received_at=later)
    ArrivalDay.objects.all().delete()

    call_command("book_arrivals", stdout=io.StringIO())

    again = [(row.pk, bytes(row.hours_late)) for row in ArrivalDay.objects.order_by("pollutant")]
    assert again == kept
