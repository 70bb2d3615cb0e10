from hypothesis import given, settings
from hypothesis import strategies as st

from environment.alerts.matching import Span, matched


def test_an_alert_found_anew_is_the_one_it_shares_most_hours_with():
    known = [Span(0, 10), Span(20, 60)]

    assert matched(known, [Span(5, 50), Span(55, 58)]) == [1, None]


def test_an_alert_that_shares_no_hour_with_a_known_one_is_new():
    assert matched([Span(0, 10)], [Span(11, 20)]) == [None]


def test_two_halves_of_an_alert_are_it_and_a_new_one():
    assert matched([Span(0, 100)], [Span(0, 30), Span(40, 100)]) == [None, 0]


# On a busy machine generating is slow; that says nothing about the alerts.
few = settings(max_examples=60)
# Bounds in pairs: alerts of one subject never overlap.
SPANS = st.lists(st.integers(0, 300), unique=True, max_size=16).map(
    lambda bounds: [Span(*pair) for pair in zip(sorted(bounds)[::2], sorted(bounds)[1::2], strict=False)]
)


@few
@given(SPANS)
def test_what_is_found_as_it_was_is_the_same(spans):
    assert matched(spans, spans) == list(range(len(spans)))


@few
@given(SPANS, SPANS)
def test_no_known_alert_is_two(known, found):
    taken = [place for place in matched(known, found) if place is not None]

    assert len(taken) == len(set(taken))
