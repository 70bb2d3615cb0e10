import pytest

from environment.ledger.report_section import promised_and_received
from tests.environment.ledger.arriving import DAY, arrive, hours_of
from tests.factories.city import beijing, seoul
from tests.factories.promise import PromiseFactory
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db


def test_the_report_sets_what_came_beside_what_was_promised():
    station = StationFactory(city=seoul())
    PromiseFactory()
    arrive(station, hours_of(DAY, *range(1, 13)), late=5)

    [table, months] = promised_and_received([seoul(), beijing()], DAY, DAY)

    assert [[str(cell) for cell in row.cells] for row in table.rows] == [
        ["Seoul", "PM2.5", "24", "12", "50.0 %", "12", "5.0"]
    ]
    assert [row.cells for row in months.rows] == [(f"{DAY:%Y-%m}", "24", "12", "12", "—", "—", "—")]


def test_without_promises_the_report_says_nothing():
    assert promised_and_received([seoul()], DAY, DAY) == ()
