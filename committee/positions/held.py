"""Which positions the cities hold on each of several things, in few queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from committee.agendas.models import AgendaItem
from committee.cities.models import City
from committee.cities.protocol import in_protocol_order
from committee.commitments.models import Commitment
from committee.positions.models import Position

Subject = TypeVar("Subject", Commitment, AgendaItem)


@dataclass(frozen=True)
class Held(Generic[Subject]):
    """One subject with what a city may read of the positions on it: its own, and what was released."""

    subject: Subject
    own: Position | None
    others: Sequence[Position]

    def in_order(self, host_id: int) -> list[Position]:
        positions = [*([self.own] if self.own else []), *self.others]
        return in_protocol_order(positions, host_id=host_id)


def held_on(
    subjects: Iterable[Subject], city: City, *, by: Literal["commitment", "agenda_item"]
) -> list[Held[Subject]]:
    """Return each subject with the positions that `city` may read; `by` is how a position names it."""
    listed = list(subjects)
    found = Position.objects.visible_in(city).filter(**{f"{by}__in": listed}).select_related("city")
    by_subject: dict[int, list[Position]] = {}
    for position in found:
        by_subject.setdefault(getattr(position, f"{by}_id"), []).append(position)
    return [_held(subject, by_subject.get(subject.pk, []), city) for subject in listed]


def _held(subject: Subject, positions: Sequence[Position], city: City) -> Held[Subject]:
    own = next((each for each in positions if each.city_id == city.pk), None)
    return Held(subject, own, [each for each in positions if each.city_id != city.pk])
