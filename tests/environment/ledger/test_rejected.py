import pytest

from environment.ledger.station_days import stations_on
from environment.measurements.actions import receive
from environment.models import RejectedReading
from environment.sources.registry import SOURCES
from tests.environment.ledger.arriving import DAY, LONG_AFTER, figures_of
from tests.factories.air_files import hourly_row, seoul_hourly
from tests.factories.city import beijing, seoul
from tests.factories.promise import PromiseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_of_two_refused(tmp_path):
    """Of two hours of PM2.5 at one station, one is below zero and was not taken."""
    beijing()
    PromiseFactory()
    rows = [hourly_row("202003010100", pm25=20), hourly_row("202003010200", pm25=-5)]
    receive(by=None, source=SOURCES["seoul-hourly"], path=seoul_hourly(tmp_path / "march.csv", *rows))


def test_a_day_counts_what_was_not_taken(one_of_two_refused):
    found = figures_of(seoul())

    assert (found.received, found.accepted, found.rejected) == (2, 1, 1)


def test_a_station_counts_what_was_not_taken(one_of_two_refused):
    rows = stations_on(seoul(), pollutants=["pm25"], day=DAY, now=LONG_AFTER)

    assert [row.figures.rejected for row in rows if row.figures.accepted] == [1]


def test_the_same_refused_twice_counts_once(one_of_two_refused, tmp_path):
    rows = [hourly_row("202003010200", pm25=-5)]

    receive(by=None, source=SOURCES["seoul-hourly"], path=seoul_hourly(tmp_path / "again.csv", *rows))

    assert RejectedReading.objects.count() == 2
    assert figures_of(seoul()).rejected == 1
