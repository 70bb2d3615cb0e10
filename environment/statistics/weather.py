"""A series as it would have been under average weather, and how far the model may be believed.

Source: Grange and Carslaw (2019), "Using meteorological normalisation to detect interventions in air quality
time series"; weather alone is resampled, from the same time of the year, as Vu et al. (2019) do. The skill is
the share of the variance of days that the model never saw: whole stretches of time are left out in turn, with
days beside them, because a neighbouring day would give the answer away.
"""

from dataclasses import dataclass

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor
from threadpoolctl import threadpool_limits

from environment.statistics.blocks import Numbers

STRETCHES = 10
DAYS_BESIDE = 7
# Weather is drawn from days at most so far from the same date, of any year.
DAYS_AROUND_THE_DATE = 14
DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class Normalised:
    """`skill` is the cross-validated R²; `adjusted` the observed days less what their weather added."""

    skill: float
    days: int
    adjusted: Numbers


def normalise(
    values: Numbers, weather: Numbers, first_ordinal: int, *, resamples: int, seed: int
) -> Normalised:
    """Fit, judge and normalise a series of calendar days.

    Args:
        values: daily means, NaN marks a gap.
        weather: a row a day, a column a quantity; NaN marks what is not known.
        first_ordinal: the proleptic ordinal of the first day.
        resamples: how many times the weather of each day is drawn anew.
    """
    # Threads that wait for each other cost more than they bring on some thousand rows: ten times the time
    # where other processes use the cores too.
    with threadpool_limits(limits=1, user_api="openmp"):
        return _normalised(values, weather, first_ordinal, resamples, seed)


def _normalised(
    values: Numbers, weather: Numbers, first_ordinal: int, resamples: int, seed: int
) -> Normalised:
    ordinals = first_ordinal + np.arange(len(values), dtype=np.float64)
    usable = np.isfinite(values) & np.isfinite(weather).any(axis=1)
    calendar = np.column_stack([ordinals, _angle(ordinals), ordinals % 7])[usable]
    known, seen = weather[usable], values[usable]
    expected, skill = _judged(calendar, known, seen, seed)
    model = _fitted(np.hstack([calendar, known]), seen, seed)
    average = _under_drawn_weather(model, calendar, known, resamples, seed)
    adjusted = np.full(len(values), np.nan)
    adjusted[usable] = seen - (model.predict(np.hstack([calendar, known])) - average)
    return Normalised(skill, len(expected), adjusted)


def _angle(ordinals: Numbers) -> Numbers:
    """Return the place in the year, 0 to 1."""
    return (ordinals % DAYS_A_YEAR) / DAYS_A_YEAR


def _fitted(known: Numbers, seen: Numbers, seed: int) -> HistGradientBoostingRegressor:
    model = HistGradientBoostingRegressor(
        max_iter=100, learning_rate=0.1, max_leaf_nodes=15, min_samples_leaf=20, random_state=seed
    )
    return model.fit(known, seen)


def _judged(calendar: Numbers, weather: Numbers, seen: Numbers, seed: int) -> tuple[Numbers, float]:
    """Return the expectation of each day by a model that knew no day near it, and the R² of all of them."""
    rows = np.hstack([calendar, weather])
    ordinals = calendar[:, 0]
    expected = np.empty(len(seen))
    for stretch in np.array_split(np.arange(len(seen)), STRETCHES):
        first, last = ordinals[stretch[0]], ordinals[stretch[-1]]
        away = (ordinals < first - DAYS_BESIDE) | (ordinals > last + DAYS_BESIDE)
        expected[stretch] = _fitted(rows[away], seen[away], seed).predict(rows[stretch])
    spread = float(np.sum((seen - seen.mean()) ** 2))
    return expected, 1 - float(np.sum((seen - expected) ** 2)) / spread if spread else 0.0


def _under_drawn_weather(
    model: HistGradientBoostingRegressor, calendar: Numbers, weather: Numbers, resamples: int, seed: int
) -> Numbers:
    """Return the mean expectation of each day under the weather of days of the same time of the year."""
    random = np.random.default_rng(seed)
    place = calendar[:, 1]
    order = np.argsort(place)
    # The year is a circle: its first days follow its last ones.
    circle = np.concatenate([place[order] - 1, place[order], place[order] + 1])
    days = np.concatenate([order, order, order])
    reach = DAYS_AROUND_THE_DATE / DAYS_A_YEAR
    low, high = np.searchsorted(circle, place - reach), np.searchsorted(circle, place + reach, side="right")
    total = np.zeros(len(calendar))
    for _resample in range(resamples):
        drawn = days[random.integers(low, high)]
        total += model.predict(np.hstack([calendar, weather[drawn]]))
    return total / resamples
