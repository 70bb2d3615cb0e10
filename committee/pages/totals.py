"""How many records a list has."""

from hashlib import sha256
from typing import Any

from django.core.cache import caches
from django.core.exceptions import EmptyResultSet
from django.db import models

# Fewer are counted in a millisecond or two, for each page anew.
MANY = 10_000


def total_of(records: models.QuerySet[Any]) -> int:
    """Count the records of a list that grows without end; of `MANY`, the number is kept for a minute.

    Counting 100,000 takes a database longer than reading a page of them.
    """
    try:
        asked = records.select_related(None).order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:  # Nothing is asked, as of who leads no subcommittee.
        return 0
    key = sha256(repr(asked).encode()).hexdigest()
    kept: int | None = caches["totals"].get(key)
    if kept is not None:
        return kept
    total = records.count()
    if total >= MANY:
        caches["totals"].set(key, total)
    return total
