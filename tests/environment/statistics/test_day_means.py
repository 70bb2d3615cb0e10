import numpy as np
import pytest

from environment.statistics.day_means import judged, matches

DAYS, MARGIN = 80, 48


def hours_and_days(late, decimals=0, days=DAYS):
    """Return hours whose labels are `late`, the places at which days begin, and the published means."""
    air = 40 + np.cumsum(np.random.default_rng(1).normal(scale=3, size=days * 24 + 2 * MARGIN))
    starts = MARGIN + 24 * np.arange(days)
    means = np.array([round(air[start : start + 24].mean(), decimals) for start in starts])
    return np.roll(air, late), starts, means


@pytest.mark.parametrize("late", [-9, -1, 1, 8])
@pytest.mark.parametrize("decimals", [0, 3])
def test_days_that_match_when_shifted_tell_the_lag(late, decimals):
    said = judged([matches(*hours_and_days(late, decimals))])

    assert (said.lag, said.best, said.is_clear) == (late, 1, True)
    assert (said.stretches, said.shifted) == (DAYS, DAYS)


def test_days_that_match_as_labelled_agree():
    said = judged([matches(*hours_and_days(0))])

    assert (said.lag, said.best, said.shifted, said.is_clear) == (0, 1, 0, True)


def test_a_day_of_few_hours_is_not_compared():
    hours, starts, means = hours_and_days(0)
    hours[starts[0] : starts[0] + 5] = np.nan

    assert matches(hours, starts, means).days == DAYS - 1


def test_days_of_several_stations_count_together_and_too_few_say_nothing():
    short = matches(*hours_and_days(1, days=35))

    assert judged([short]) is None
    assert judged([short, short]).lag == 1


def test_means_of_another_air_are_unlike():
    hours, starts, means = hours_and_days(0)

    said = judged([matches(hours, starts, means + 7)])

    assert (said.lag, said.is_clear) == (0, False)
