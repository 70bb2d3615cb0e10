import numpy as np

from environment.statistics.weather import normalise

FIRST = 736000


def days_of_wind(days, seed):
    random = np.random.default_rng(seed)
    wind = random.gamma(2.0, 1.0, size=days)
    return wind, random.normal(scale=2, size=days)


def test_what_wind_did_is_taken_out_and_what_changed_stays():
    wind, noise = days_of_wind(600, 1)
    wind[300:] += 2
    values = 80 - 8 * wind + noise - 10 * (np.arange(600) >= 300)

    found = normalise(values, wind[:, None], FIRST, resamples=5, seed=1)

    observed = values[300:].mean() - values[:300].mean()
    adjusted = np.nanmean(found.adjusted[300:]) - np.nanmean(found.adjusted[:300])
    assert found.skill > 0.7
    assert abs(adjusted + 10) < abs(observed + 10)


def test_the_same_days_give_the_same_figures():
    wind, noise = days_of_wind(120, 4)

    first, second = (
        normalise(50 - 3 * wind + noise, wind[:, None], FIRST, resamples=2, seed=1) for _time in range(2)
    )

    assert (first.skill, first.adjusted.tolist()) == (second.skill, second.adjusted.tolist())


def test_air_that_weather_does_not_explain_has_no_skill():
    wind, noise = days_of_wind(400, 2)

    assert normalise(50 + noise, wind[:, None], FIRST, resamples=1, seed=1).skill < 0.2


def test_a_day_without_value_stays_one_without():
    wind, noise = days_of_wind(300, 3)
    values = 50 - 3 * wind + noise
    values[10] = np.nan

    found = normalise(values, wind[:, None], FIRST, resamples=1, seed=1)

    assert (found.days, np.isnan(found.adjusted[10])) == (299, True)
