import pytest
from hypothesis import given
from hypothesis import strategies as some

from environment.standards import NoConversion, convert

PUBLISHED_MICROGRAMS_A_PPB = [
    ("273.0 K", "so2", 2.8599),
    ("273.0 K", "no2", 2.0537),
    ("273.0 K", "o3", 2.1426),
    ("273.0 K", "co", 1.2504),
    ("273.15 K", "so2", 2.8583),
    ("293.15 K", "no2", 1.9125),
    ("298.15 K", "so2", 2.6186),
    ("298.15 K", "no2", 1.8804),
    ("298.15 K", "o3", 1.9619),
    ("298.15 K", "co", 1.1449),
]
values = some.floats(min_value=0, max_value=1e6)
gases = some.sampled_from(["so2", "no2", "o3", "co"])
units = some.sampled_from(["ppm", "ppb", "µg/m³", "mg/m³"])
states = some.sampled_from(["273K", "298K"])


@pytest.mark.parametrize(("state", "gas", "published"), PUBLISHED_MICROGRAMS_A_PPB)
def test_a_part_in_a_billion_weighs_what_is_published(state, gas, published):
    weight = convert(1, gas, "ppb", "ug/m3", state)

    assert round(weight, 4) == published


def test_the_change_of_state_in_2018_makes_the_same_air_lighter():
    before, after = (convert(0.04, "no2", "ppm", "µg/m³", state) for state in ("273K", "298K"))

    assert round(after / before, 3) == 0.916


def test_carbon_monoxide_in_ppm_becomes_milligrams():
    value = convert(1, "co", "ppm", "mg/m³", "298K")

    assert round(value, 4) == 1.1449


@pytest.mark.parametrize(("number", "name"), [(273, "273K"), (273.15, "273.15 K"), (298.15, "298K")])
def test_a_reference_state_may_be_a_number_of_kelvins(number, name):
    assert convert(1, "so2", "ppb", "µg/m³", number) == convert(1, "so2", "ppb", "µg/m³", name)


def test_both_signs_of_micro_are_read():
    assert (
        convert(1, "o3", "mg/m3", "\u03bcg/m³", None) == convert(1, "o3", "mg/m3", "\u00b5g/m³", None) == 1000
    )


@given(values, gases, units, units, states)
def test_there_and_back_is_the_same_value(value, gas, one, other, state):
    there = convert(value, gas, one, other, state)

    assert convert(there, gas, other, one, state) == pytest.approx(value)


@given(values, values, gases, units, units, states)
def test_more_stays_more(value, more, gas, one, other, state):
    low, high = sorted([value, value + more])

    assert convert(low, gas, one, other, state) <= convert(high, gas, one, other, state)


@given(values, units)
def test_the_same_unit_changes_nothing(value, unit):
    assert convert(value, "pm25", unit, unit, None) == value


@pytest.mark.parametrize(
    ("pollutant", "unit", "state"),
    [
        ("pm25", "ppm", "298K"),
        ("o3", "ppm", None),
        ("o3", "ppm", "none"),
        ("o3", "grains", "298K"),
        ("o3", "ppm", 0),
    ],
)
def test_what_cannot_be_converted_is_refused(pollutant, unit, state):
    with pytest.raises(NoConversion):
        convert(1, pollutant, unit, "µg/m³", state)
