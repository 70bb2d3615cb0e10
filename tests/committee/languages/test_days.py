import datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

from committee.languages.days import day_in_words

DAY = datetime.date(2026, 3, 9)


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_day_is_written_as_its_language_does_whichever_was_asked_before(language):
    day_in_words(DAY)

    with override(language):
        assert day_in_words(DAY) == date_format(DAY)
