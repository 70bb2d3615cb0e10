import numpy as np
import pytest

from environment.statistics.clock_lag import MOST_LAG, correlations, judged, stretches

HOURS = 1500


def air(seed=1, n=HOURS + 4 * MOST_LAG):
    return 50 + np.cumsum(np.random.default_rng(seed).normal(size=n))


def ours_and_theirs(late, air=None, n=HOURS, noise=0.0):
    """Return a series whose labels are `late`, and the known one with its margins."""
    known = globals()["air"]() if air is None else air
    margin = 2 * MOST_LAG
    ours = known[margin - late : margin - late + n] + noise * np.random.default_rng(2).normal(size=n)
    return ours, known[margin - MOST_LAG : margin + n + MOST_LAG]


@pytest.mark.parametrize("late", [-24, -9, -8, -1, 1, 8, 9, 16, 24])
def test_a_series_with_other_labels_is_found_with_its_lag(late):
    said = judged(stretches(*ours_and_theirs(late)))

    assert (said.lag, said.stretches, said.shifted, said.is_clear) == (late, 2, 2, True)
    assert said.best == pytest.approx(1)
    assert abs(said.at_none) < 0.2


def test_a_series_with_the_same_labels_is_left_alone_also_where_instruments_differ():
    ours, theirs = ours_and_theirs(0, noise=0.4)

    said = judged(stretches(ours, theirs))

    assert (said.lag, said.shifted, said.is_clear) == (0, 0, True)
    assert 0.6 < said.best < 0.95


def test_two_airs_with_nothing_in_common_say_nothing():
    ours, _ = ours_and_theirs(0)
    _, theirs = ours_and_theirs(0, air(seed=3))

    said = judged(stretches(ours, theirs))

    assert (said.lag, said.is_clear) == (0, False)


def test_one_stretch_of_three_by_another_clock_is_not_most_of_them():
    ours, theirs = ours_and_theirs(0, n=2160, air=air(n=2400))
    ours[:720] = ours_and_theirs(9, n=2160, air=air(n=2400))[0][:720]

    said = judged(stretches(ours, theirs))

    assert (said.lag, said.stretches) == (0, 3)


def test_a_week_is_not_enough_and_a_gap_counts_for_nothing():
    ours, theirs = ours_and_theirs(9)
    ours[150:] = np.nan

    assert stretches(ours, theirs) == []


def test_a_value_that_sticks_says_nothing():
    _, theirs = ours_and_theirs(0)

    assert stretches(np.full(HOURS, 31.0), theirs) == []


def test_correlations_are_those_of_numpy_over_the_hours_that_both_know():
    ours, theirs = ours_and_theirs(3, noise=1.0)
    ours[40:60], theirs[200:203] = np.nan, np.nan

    found, pairs = correlations(ours, theirs)

    late = np.diff(theirs[MOST_LAG - 3 : MOST_LAG - 3 + HOURS])
    both = ~np.isnan(np.diff(ours)) & ~np.isnan(late)
    assert pairs[MOST_LAG + 3] == both.sum()
    assert found[MOST_LAG + 3] == pytest.approx(np.corrcoef(np.diff(ours)[both], late[both])[0, 1])
