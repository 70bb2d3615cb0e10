import pytest

from environment.measurements.template_words import change, concentration


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (84.15457, "µg/m³", "84.2"),
        (0.04996, "ppm", "0.0500"),
        (1.005001, "mg/m³", "1.01"),
        (None, "ppm", "—"),
    ],
)
def test_concentrations_are_rounded_and_not_cut_off(value, unit, written):
    assert concentration(value, unit) == written


def test_a_change_keeps_its_sign_when_it_is_rounded():
    assert change(-9.0614, "µg/m³") == "−9.1"
