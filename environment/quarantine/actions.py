"""What officers decide about readings that were not taken; two at once take turns, by the city's lock."""

from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.history.actions import keep_new
from committee.members.models import Member
from committee.pages.permissions import require
from environment.measurements.admitting import admit
from environment.measurements.models import QuarantineDecision, RejectedReading
from environment.measurements.rejected import RejectedReadingQuerySet
from environment.quarantine.permissions import may_decide_for
from environment.quarantine.rules import NoReasonGiven, NothingChosen

Act = QuarantineDecision.Act
AT_ONCE = 500


class Outcome(NamedTuple):
    """How many readings were decided; `left` wait on, `before` had been decided, maybe a moment ago."""

    decided: int
    left: int
    before: int


@transaction.atomic
def release(
    *, by: Member, city: City, readings: RejectedReadingQuerySet, note: str, replace: bool = False
) -> Outcome:
    """Let readings of a city into the store, as if their delivery had brought them.

    Left waiting are readings that are no number, those that two of the chosen ones contradict each other
    for, and those for whose hour another value is known by now, unless it is to be replaced; then it is
    kept as a revision.

    Raises:
        NoReasonGiven: `note` is empty.
        NothingChosen: none of the readings is of the city.
    """
    waiting, before = _locked(by, city, readings, note)
    admitted = admit(
        city=city, readings=[each for each in waiting if each.may_become_a_value], replace=replace
    )
    for each in admitted:
        each.state = RejectedReading.State.RELEASED
    _decide(by, city, Act.RELEASED, note, admitted)
    return Outcome(len(admitted), len(waiting) - len(admitted), before)


@transaction.atomic
def discard(*, by: Member, city: City, readings: RejectedReadingQuerySet, note: str) -> Outcome:
    """Keep readings of a city out of the store for good.

    Raises:
        NoReasonGiven: `note` is empty.
        NothingChosen: none of the readings is of the city.
    """
    waiting, before = _locked(by, city, readings, note)
    for each in waiting:
        each.state = RejectedReading.State.DISCARDED
    _decide(by, city, Act.DISCARDED, note, waiting)
    return Outcome(len(waiting), 0, before)


def _locked(
    by: Member, city: City, readings: RejectedReadingQuerySet, note: str
) -> tuple[list[RejectedReading], int]:
    """Return those that still wait, and how many do not; nobody else decides or delivers until the end."""
    require(may_decide_for(by, city))
    if not note.strip():
        raise NoReasonGiven
    City.objects.select_for_update(no_key=True).get(pk=city.pk)
    of_city = readings.of_city(city).first_seen().select_related("series", "delivery")
    chosen = list(of_city.defer("raw").order_by("pk"))
    if not chosen:
        raise NothingChosen
    waiting = [each for each in chosen if each.state == RejectedReading.State.WAITING]
    return waiting, len(chosen) - len(waiting)


def _decide(by: Member, city: City, act: str, note: str, decided: list[RejectedReading]) -> None:
    if not decided:
        return
    decision = keep_new(
        by=by,
        record=QuarantineDecision(
            city=city, act=act, note=note.strip(), by=by, at=timezone.now(), readings_decided=len(decided)
        ),
        comment=note.strip(),
    )
    for each in decided:
        each.decision = decision
    RejectedReading.objects.bulk_update(decided, ["state", "decision", "replaced_value"], batch_size=AT_ONCE)
