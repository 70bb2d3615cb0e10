import datetime

import numpy as np
import pytest

from environment.effects.computing import find
from environment.effects.findings import Reason, What
from environment.effects.wording import notes_of
from tests.environment.effects.given import link_of, measured

pytestmark = pytest.mark.django_db

FIRST = datetime.date(2015, 1, 1)
# Each month of the year at a level of its own, the same in each year.
LEVELS = np.array([(FIRST + datetime.timedelta(days=day)).month * 10.0 for day in range(2 * 365)])


def estimates(link):
    return {each.what: each for each in find(link).estimates}


def day(text):
    return datetime.date.fromisoformat(text)


def test_the_same_months_need_no_second_comparison():
    link = link_of(
        measured(LEVELS, first=FIRST),
        baseline_from=day("2015-01-01"),
        baseline_until=day("2015-12-31"),
        evaluation_from=day("2016-01-01"),
        evaluation_until=day("2016-12-30"),
    )

    figures = estimates(link)

    assert figures[What.CHANGE].value == pytest.approx(0, abs=0.5)
    assert What.SAME_MONTHS not in figures
    assert list(notes_of(find(link).finding)) == []


def test_periods_of_other_months_compare_over_those_they_share_and_say_so():
    link = link_of(
        measured(LEVELS, first=FIRST),
        baseline_from=day("2015-01-01"),
        baseline_until=day("2015-06-30"),
        evaluation_from=day("2016-04-01"),
        evaluation_until=day("2016-09-30"),
    )

    figures = estimates(link)

    assert (figures[What.CHANGE].reason, figures[What.CHANGE].value) == (Reason.OTHER_MONTHS, None)
    assert figures[What.SAME_MONTHS].value == pytest.approx(0)
    assert "Months of the year that both periods hold: April, May, June." in notes_of(find(link).finding)


def test_periods_without_a_common_month_do_not_compare():
    link = link_of(
        measured(LEVELS, first=FIRST),
        baseline_from=day("2015-01-01"),
        baseline_until=day("2015-02-28"),
        evaluation_from=day("2016-07-01"),
        evaluation_until=day("2016-08-31"),
    )

    figures = estimates(link)

    assert {figures[what].reason for what in (What.CHANGE, What.SAME_MONTHS, What.SAME_MONTHS_PERCENT)} == {
        Reason.OTHER_MONTHS
    }
    assert figures[What.BASELINE].value is not None


def test_a_small_difference_of_months_is_shown_beside_the_plain_change():
    link = link_of(
        measured(LEVELS, first=FIRST),
        baseline_from=day("2015-01-01"),
        baseline_until=day("2015-12-31"),
        evaluation_from=day("2016-01-10"),
        evaluation_until=day("2016-12-15"),
    )

    figures = estimates(link)

    assert figures[What.CHANGE].value < -1
    assert figures[What.SAME_MONTHS].value == pytest.approx(0)
