"""Days as the page's language writes them."""

import datetime
from functools import lru_cache

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language

# The same few days stand on every page, in each language: 27 years of them.
DAYS_KEPT = 30_000


def day_in_words(day: datetime.date) -> str:
    """Write a day, as `date_format` does in twenty times the time."""
    return _written(day, get_language() or settings.LANGUAGE_CODE)


@lru_cache(maxsize=DAYS_KEPT)
def _written(day: datetime.date, _language: str) -> str:
    return date_format(day)
