import datetime

import pytest

from environment.gaps.report_section import open_gaps
from environment.sources.clock import LocalClock
from tests.factories.city import beijing, seoul
from tests.factories.gap import GapFactory

pytestmark = pytest.mark.django_db

DAY = datetime.date(2020, 3, 1)


def test_the_report_lists_the_open_notices_of_its_time():
    first_hour = LocalClock("Asia/Seoul").start(DAY) + 1
    GapFactory(city=seoul(), first_hour=first_hour)
    GapFactory(city=seoul(), first_hour=first_hour + 48)

    [table] = open_gaps([seoul(), beijing()], DAY, DAY)

    assert [[str(cell) for cell in row.cells] for row in table.rows] == [
        [
            "Seoul",
            "the whole city",
            "PM2.5",
            "2020-03-01 01:00 KST",
            "2020-03-01 05:00 KST",
            "5",
            "waits for an answer",
        ]
    ]


def test_without_open_notices_the_report_says_nothing():
    assert open_gaps([seoul()], DAY, DAY) == ()
