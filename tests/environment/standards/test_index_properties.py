from hypothesis import given, settings
from hypothesis import strategies as st

from environment.standards import RULES, index, sub_index
from environment.standards.rules import AVERAGINGS, POLLUTANTS

PLACES = [(rule, *place) for rule in RULES for place in rule.tables]
CONCENTRATIONS = st.floats(0, 1.5, allow_nan=False)


@settings(max_examples=150)
@given(st.sampled_from(PLACES), CONCENTRATIONS, CONCENTRATIONS)
def test_more_of_a_pollutant_is_never_a_lower_index(place, one, other):
    rule, pollutant, averaging = place
    highest = float(rule.tables[pollutant, averaging].bands[-1].high)

    values = [sub_index(rule, pollutant, part * highest, averaging).value for part in sorted((one, other))]

    assert None in values or values[0] <= values[1]


def test_no_gap_lies_between_two_bands():
    for rule, pollutant, averaging in PLACES:
        table = rule.tables[pollutant, averaging]
        for lower, upper in zip(table.bands, table.bands[1:], strict=False):
            between = [lower.high + (upper.low - lower.high) * part / 20 for part in range(21)]

            values = [sub_index(rule, pollutant, float(one), averaging).value for one in between]

            assert values == sorted(values)
            assert {lower.index_high, max(upper.index_low, rule.lowest)} >= set(values) - {None}


def test_every_breakpoint_has_its_index():
    for rule, pollutant, averaging in PLACES:
        for band in rule.tables[pollutant, averaging].bands:
            ends = [sub_index(rule, pollutant, float(end), averaging).value for end in (band.low, band.high)]

            assert ends == [max(band.index_low, rule.lowest), band.index_high]


@settings(max_examples=150)
@given(
    st.sampled_from(RULES),
    st.sampled_from(POLLUTANTS),
    st.floats(min_value=0, allow_nan=False, allow_infinity=False),
    st.sampled_from(sorted(AVERAGINGS)),
)
def test_every_finite_value_is_answered(rule, pollutant, concentration, averaging):
    found = sub_index(rule, pollutant, concentration, averaging)

    assert found.value is None or found.value >= rule.lowest


@settings(max_examples=60)
@given(st.sampled_from(RULES), st.dictionaries(st.sampled_from(POLLUTANTS), st.none() | st.floats(0, 1e6)))
def test_any_air_is_answered(rule, air):
    found = index(rule, air)

    assert found.value is None or found.category is not None
