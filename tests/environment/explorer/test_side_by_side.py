import datetime

import pytest

from environment.explorer.places import Place
from environment.explorer.side_by_side import side_by_side
from environment.measurements.actions import receive
from environment.sources.registry import SOURCES
from tests.environment.hotline.given import two_days_of_seoul
from tests.factories.air_files import seoul_daily
from tests.factories.city import seoul

pytestmark = pytest.mark.django_db


def test_daily_means_beside_hours_count_as_the_days_they_are(tmp_path):
    seoul()
    two_days_of_seoul(tmp_path)
    days = [f"202001{day:02},종로구,0.03,0.02,0.5,0.003,50,60" for day in (3, 4)]
    receive(by=None, source=SOURCES["seoul-daily"], path=seoul_daily(tmp_path / "daily.csv", *days))

    shown = side_by_side(
        [Place(seoul())],
        pollutant="pm25",
        period="day",
        start=datetime.date(2020, 1, 1),
        end=datetime.date(2020, 1, 5),
    )

    assert [row.mean for row in shown.columns[0].rows] == [20.0, 40.0, 60.0, 60.0]
    assert shown.columns[0].mean == 45.0
    assert shown.columns[0].averagings == ["day", "hour"]


@pytest.mark.parametrize("period", ["hour", "day", "month", "year"])
def test_without_any_station_there_are_no_rows(period):
    shown = side_by_side(
        [Place(seoul())],
        pollutant="pm25",
        period=period,
        start=datetime.date(2020, 1, 1),
        end=datetime.date(2020, 1, 5),
    )

    assert list(shown.rows) == []
