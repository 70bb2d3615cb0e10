"""Sums of budget lines, a currency by itself: amounts of two currencies are never added."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from committee.budgets.models import BudgetLine


@dataclass(frozen=True)
class Total:
    """None where no line says the amount."""

    currency: str
    planned: Decimal | None
    spent: Decimal | None


def totals(lines: QuerySet[Any]) -> list[Total]:
    """Add up all lines of a queryset by currency, in one query."""
    by_currency = lines.order_by("currency").values("currency")
    summed = by_currency.annotate(all_planned=Sum("planned"), all_spent=Sum("spent"))
    return [Total(row["currency"], row["all_planned"], row["all_spent"]) for row in summed]


def totals_of(lines: Iterable[BudgetLine]) -> list[Total]:
    """Add up lines that are read already."""
    by_currency = defaultdict(list)
    for line in lines:
        by_currency[line.currency].append(line)
    return [
        Total(currency, _sum(line.planned for line in same), _sum(line.spent for line in same))
        for currency, same in sorted(by_currency.items())
    ]


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal()) if known else None
