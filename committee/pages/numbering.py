from typing import Any

from django.db.models import Max, QuerySet


def next_number(records: QuerySet[Any], field: str) -> int:
    """Return the number after the highest one given, which a deleted record in between does not free."""
    highest: int | None = records.aggregate(highest=Max(field))["highest"]
    return (highest or 0) + 1
