"""How long the blocks of a bootstrap must be, so that neighbouring days stay together.

Source: Politis and White (2004), "Automatic block-length selection for the dependent bootstrap", with the
correction of Patton, Politis and White (2009), for the stationary bootstrap.
"""

import math

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# Two-sided 5 % point of the normal distribution: below it an autocorrelation counts as none.
NOTICEABLE = 1.959963984540054
FEWEST_LAGS = 5


def block_length(series: Numbers) -> float:
    """Return the mean length of blocks, in steps of `series`, at least 1; NaN marks a gap."""
    n = len(series)
    longest = math.ceil(min(3 * math.sqrt(n), n / 3)) if n else 1
    run = max(FEWEST_LAGS, math.ceil(math.sqrt(math.log10(max(n, 2)))))
    lags = min(math.ceil(math.sqrt(n)) + run, n - 1)
    covariance = _autocovariance(series, lags)
    if lags < 1 or covariance[0] <= 0:
        return 1.0
    window = min(2 * _last_noticeable_lag(covariance / covariance[0], n, run), lags)
    k = np.arange(1, window + 1)
    weighted = _flat_top(k / max(window, 1)) * covariance[1 : window + 1]
    slope, spectrum = 2 * float(np.sum(k * weighted)), float(covariance[0] + 2 * np.sum(weighted))
    if spectrum == 0:
        return 1.0
    length = (slope**2 / spectrum**2) ** (1 / 3) * n ** (1 / 3)
    return float(min(max(length, 1.0), longest))


def _autocovariance(series: Numbers, lags: int) -> Numbers:
    """Return the autocovariance at the lags 0 to `lags`; pairs with a gap count for nothing."""
    if not np.isfinite(series).any():
        return np.zeros(lags + 1)
    centred = series - np.nanmean(series)
    known = int(np.isfinite(centred).sum())
    filled = np.nan_to_num(centred)
    return np.array([filled[: len(filled) - lag] @ filled[lag:] / known for lag in range(lags + 1)])


def _last_noticeable_lag(correlation: Numbers, n: int, run: int) -> int:
    """Return the smallest lag after which `run` autocorrelations in a row are not noticeable, at least 1."""
    noticeable = np.abs(correlation[1:]) > NOTICEABLE * math.sqrt(math.log10(n) / n)
    for lag in range(len(noticeable) - run + 1):
        if not noticeable[lag : lag + run].any():
            return max(lag, 1)
    return max(int(np.flatnonzero(noticeable).max(initial=0)) + 1, 1)


def _flat_top(share: Numbers) -> Numbers:
    return np.where(share <= 0.5, 1.0, 2 * (1 - share))
