"""The board: all commitments in columns, a column a standing."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from committee.commitments.models import Commitment
from committee.commitments.standings import Standing

CARDS_A_COLUMN = 30

# How many commitments stand how; what is not in it is 0.
Tally: TypeAlias = Counter[Standing]


@dataclass(frozen=True)
class BoardColumn:
    """How many commitments stand so, and the first of them by the day they are due."""

    standing: Standing
    total: int
    cards: list[Commitment]

    @property
    def has_more(self) -> bool:
        return self.total > len(self.cards)


def board(commitments: QuerySet[Any]) -> list[BoardColumn]:
    """Part commitments that were read `with_standing`, in two queries."""
    totals = sum(tally_by_subcommittee(commitments).values(), Tally())
    cards: dict[Standing, list[Commitment]] = defaultdict(list)
    for card in _first_of_each(commitments):
        cards[card.standing].append(card)
    return [BoardColumn(each, totals[each], cards[each]) for each in Standing]


def tally_by_subcommittee(commitments: QuerySet[Any]) -> dict[int, Tally]:
    """Count commitments that were read `with_standing`, by the id of their subcommittee, in one query."""
    counted = commitments.order_by().values("subcommittee", "standing").annotate(total=Count("pk"))
    tallies: dict[int, Tally] = defaultdict(Counter)
    for row in counted:
        tallies[row["subcommittee"]][Standing(row["standing"])] = row["total"]
    return tallies


def _first_of_each(commitments: QuerySet[Any]) -> QuerySet[Any]:
    by_day: list[Any] = [F("due_on").asc(nulls_last=True), "subcommittee__position", "pk"]
    place = Window(RowNumber(), partition_by="standing", order_by=by_day)
    first: QuerySet[Any] = commitments.annotate(place=place).filter(place__lte=CARDS_A_COLUMN)
    return first.select_related("subcommittee", "city").order_by("place")
