"""The link's air as it would have been under average weather, where weather is kept beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from environment.effects.days import VALUES_A_DAY, Kind, Place
from environment.effects.estimates import comparable, estimate_of, fewest_days, found_change
from environment.effects.findings import Estimate, MonthOfAir, Reason, What
from environment.effects.months import trend
from environment.effects.periods import LEAST_CAPTURE, OwnAir, Periods, periods_of
from environment.effects.season import MOST, months_differ
from environment.measurements.models import Averaging
from environment.project_links.models import ProjectAirLink
from environment.statistics.blocks import Numbers
from environment.statistics.change import Days
from environment.statistics.weather import normalise
from environment.weather.queries import weather_days

# Below half of the variance of days that the model never saw, what it takes off is more guess than weather.
LEAST_SKILL = 0.5
# A model that saw less than a year has not seen the weather of every season.
LEAST_DAYS = 365
RESAMPLES = 50
# The seed that scikit-learn takes is shorter than numpy's.
SEEDS = 2**32


@dataclass(frozen=True)
class UnderAverageWeather:
    """Days of which the weather is known, less what it added; `reason` says why they are not to be shown."""

    skill: float | None
    adjusted: Numbers
    periods: Periods
    reason: Reason | None

    @property
    def shown(self) -> Numbers | None:
        return None if self.reason else self.adjusted

    def estimates(self, months: Sequence[MonthOfAir], seed: int) -> list[Estimate]:
        counts = fewest_days(self.periods)
        if self.reason:
            return [
                estimate_of(what, *counts, self.reason) for what in (What.WEATHER_CHANGE, What.WEATHER_TREND)
            ]
        found = (
            Reason.OTHER_MONTHS
            if months_differ(self.periods) > MOST
            else found_change(*comparable(self.periods), seed).absolute
        )
        return [
            estimate_of(What.WEATHER_CHANGE, *counts, found),
            trend(What.WEATHER_TREND, months, [month.adjusted for month in months]),
        ]


def weather_of(link: ProjectAirLink) -> Numbers:
    """Return the weather of the link's stations, else of the city's, a row a day from the first one on."""
    own = list(link.stations.all())
    weather = weather_days(link.city, link.baseline_from, link.evaluation_until, own)
    if own and not np.isfinite(weather).any():
        weather = weather_days(link.city, link.baseline_from, link.evaluation_until)
    return weather


def under_average_weather(
    link: ProjectAirLink, own: OwnAir, weather: Numbers, seed: int
) -> UnderAverageWeather | None:
    """Return what a model of the weather leaves of the days; None where no weather is kept."""
    known = np.isfinite(weather).any(axis=1)
    if not known.any():
        return None
    values = np.where(known, _valid_means(own), np.nan)
    periods = _periods(link, values)
    n, _days, needed = fewest_days(periods)
    if n < needed or np.isfinite(values).sum() < LEAST_DAYS:
        return UnderAverageWeather(None, values, periods, Reason.TOO_LITTLE)
    found = normalise(values, weather, link.baseline_from.toordinal(), resamples=RESAMPLES, seed=seed % SEEDS)
    reason = Reason.LOW_SKILL if found.skill < LEAST_SKILL else None
    return UnderAverageWeather(found.skill, found.adjusted, _periods(link, found.adjusted), reason)


def _valid_means(own: OwnAir) -> Numbers:
    """Return the mean of each day that holds enough of its values, NaN for the others."""
    days = own.place.days
    expected = (own.stations or int(own.place.stations.max())) * VALUES_A_DAY[own.kind.averaging]
    return np.where((days.n > 0) & (days.n >= LEAST_CAPTURE * expected), days.means, np.nan)


def _periods(link: ProjectAirLink, values: Numbers) -> Periods:
    known = np.isfinite(values)
    days = Days(known.astype(np.float64), np.nan_to_num(values))
    place = Place(np.ones(len(values)), days, np.full(len(values), np.nan))
    return periods_of(link, place, Kind(False, Averaging.DAY), 1)
