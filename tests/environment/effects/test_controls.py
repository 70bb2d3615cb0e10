import numpy as np
import pytest

from environment.effects.computing import find
from environment.effects.findings import Reason, What
from tests.environment.effects.given import link_of, measured, two_mays
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.city_day import days_of
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

WEATHER = np.random.default_rng(1).normal(scale=15, size=30)


def against_controls(link):
    found = find(link)
    return next(each for each in found.estimates if each.what == What.AGAINST_CONTROLS), found.controls


def test_what_changed_at_the_controls_too_is_taken_off():
    own = measured(two_mays(80 + WEATHER, 60 + WEATHER))
    control = measured(two_mays(70 + WEATHER, 65 + WEATHER))

    estimate, controls = against_controls(link_of(own, controls=[control]))

    assert (estimate.value, estimate.low, estimate.high) == pytest.approx((-15.0, -15.0, -15.0))
    assert controls == [control.pk]


def test_without_a_choice_the_other_stations_of_the_city_are_controls():
    own, other = (
        measured(two_mays(80 + WEATHER, 60 + WEATHER)),
        measured(two_mays(WEATHER + 70, WEATHER + 70)),
    )
    StationFactory(city=seoul())

    estimate, controls = against_controls(link_of(own))

    assert (controls, round(estimate.value)) == ([other.pk], -20)


def test_a_control_without_enough_values_in_both_periods_is_left_out():
    own = measured(two_mays(80 + WEATHER, 60 + WEATHER))
    short = measured(70 + WEATHER)

    estimate, controls = against_controls(link_of(own, controls=[short]))

    assert (estimate.reason, estimate.value, controls) == (Reason.NO_CONTROLS, None, [])


def test_days_that_only_one_of_both_has_are_left_out():
    missing = WEATHER.copy()
    missing[:5] = np.nan
    own = measured(two_mays(np.concatenate([np.full(5, 500.0), 80 + WEATHER[5:]]), 60 + WEATHER))
    control = measured(two_mays(missing, WEATHER))

    estimate, _controls = against_controls(link_of(own, controls=[control]))

    assert (round(estimate.value), estimate.n, estimate.expected) == (-20, 25, 30)


def test_a_link_to_the_whole_city_has_nothing_to_be_set_beside():
    link = ProjectAirLinkFactory(city=beijing())
    days_of(beijing(), {"2016-05-01": 75.0, "2016-05-02": 75.1, "2017-05-01": 10.0, "2017-05-02": 10.0})

    assert What.AGAINST_CONTROLS not in {each.what for each in find(link).estimates}
