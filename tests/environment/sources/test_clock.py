import datetime

import pytest

from environment.sources.clock import LocalClock

SEOUL = LocalClock("Asia/Seoul")


@pytest.mark.parametrize(
    "label", ["202001010000", "2020-01-01 00:00", "2019-12-31 24:00", "201912312400", "2020-01-01 00:00:00"]
)
def test_midnight_belongs_to_the_day_before(label):
    hour = SEOUL.hour_labelled(label)

    assert SEOUL.day(hour) == datetime.date(2019, 12, 31)
    assert hour * 3600 == datetime.datetime(2019, 12, 31, 15, tzinfo=datetime.UTC).timestamp()


@pytest.mark.parametrize(
    "label", ["2020-01-01 25:00", "2020-01-01 10:30", "2020-02-30 10:00", "yesterday", ""]
)
def test_a_label_that_is_no_full_hour_is_refused(label):
    with pytest.raises(ValueError):  # noqa: PT011
        SEOUL.hour_labelled(label)


def test_a_day_ends_where_the_next_one_starts():
    day = datetime.date(2020, 2, 29)

    assert SEOUL.end(day) == SEOUL.start(datetime.date(2020, 3, 1))
    assert SEOUL.end(day) - SEOUL.start(day) == 24


def test_a_zone_that_is_not_whole_hours_from_utc_is_refused():
    with pytest.raises(ValueError, match="Asia/Kolkata is not whole hours from UTC"):
        LocalClock("Asia/Kolkata").start(datetime.date(2020, 1, 1))
