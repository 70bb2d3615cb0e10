"""The trend of a seasonal series: Theil-Sen slope and the seasonal Mann-Kendall test.

Source: Hirsch, Slack and Smith (1982), "Techniques of trend analysis for monthly water quality data"; the
interval of the slope after Gilbert (1987), "Statistical methods for environmental pollution monitoring".
A January is compared with Januaries only, so that the season makes no trend.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from environment.statistics.blocks import Numbers


@dataclass(frozen=True)
class Trend:
    """`slope` and its interval are per cycle (a year, where the series is of months)."""

    slope: float
    low: float
    high: float
    p: float
    s: float
    variance: float
    n: int


def seasonal_trend(series: Numbers, *, period: int, confidence: float = 0.95) -> Trend | None:
    """Return the trend of `series`, None where no season has two values; NaN marks a gap."""
    slopes: list[Numbers] = []
    s = variance = 0.0
    for season in range(min(period, len(series))):
        values = series[season::period]
        cycles = np.flatnonzero(np.isfinite(values))
        values = values[cycles]
        first, second = np.triu_indices(len(values), k=1)
        differences = values[second] - values[first]
        slopes.append(differences / (cycles[second] - cycles[first]))
        s += float(np.sign(differences).sum())
        variance += _variance(values)
    ordered = np.sort(np.concatenate(slopes)) if slopes else np.empty(0)
    if not len(ordered):
        return None
    low, high = _bounds(ordered, variance, confidence)
    n = int(np.isfinite(series).sum())
    return Trend(float(np.median(ordered)), low, high, _p(s, variance), s, variance, n)


def _variance(values: Numbers) -> float:
    """Return the variance of Kendall's S of one season, corrected for ties."""
    n = len(values)
    _distinct, ties = np.unique(values, return_counts=True)
    return float(n * (n - 1) * (2 * n + 5) - np.sum(ties * (ties - 1) * (2 * ties + 5))) / 18


def _p(s: float, variance: float) -> float:
    """Return the two-sided probability of S at least so far from zero without a trend."""
    if variance == 0 or s == 0:
        return 1.0
    z = (s - math.copysign(1, s)) / math.sqrt(variance)
    return float(2 * norm.sf(abs(z)))


def _bounds(ordered: Numbers, variance: float, confidence: float) -> tuple[float, float]:
    n = len(ordered)
    half = float(norm.ppf((1 + confidence) / 2)) * math.sqrt(variance)
    low = max(int(np.round((n - half) / 2)) - 1, 0)
    high = min(int(np.round((n + half) / 2)), n - 1)
    return float(ordered[low]), float(ordered[high])
