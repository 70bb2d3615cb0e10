"""The countries whose days off count: those of the committee's cities, as their records say."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, partial

from django.db import models, transaction

from committee.cities.models import City

# The rule is asked for each row of each list, and a city moves to another country less often than that.
KEPT_SECONDS = 60
_chosen: ContextVar[tuple[str, ...] | None] = ContextVar("countries", default=None)


def countries() -> tuple[str, ...]:
    """Return the codes of the countries: of the cities, asked once a minute, or what `counting` says."""
    chosen = _chosen.get()
    return countries_of_cities(int(time.monotonic()) // KEPT_SECONDS) if chosen is None else chosen


@lru_cache(maxsize=1)
def countries_of_cities(_minute: int) -> tuple[str, ...]:
    codes = City.objects.order_by().values_list("country", flat=True)
    return tuple(sorted({code.upper() for code in codes}))


@contextmanager
def counting(*codes: str) -> Iterator[None]:
    """Count the days off of these countries inside, whatever cities there are."""
    before = _chosen.set(codes)
    try:
        yield
    finally:
        _chosen.reset(before)


def forget_countries(record: models.Model) -> None:
    """Ask anew after a change of a city, see AFTER_RECORD_CHANGED; other processes do within a minute."""
    if isinstance(record, City):
        transaction.on_commit(partial(countries_of_cities.cache_clear))
