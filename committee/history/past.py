"""What a record and its parts said at the end of a past day, put together from what was recorded of them."""

import datetime
import zoneinfo
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from committee.history.models import HistoryEntry
from committee.history.readable import label, language, shown
from committee.languages.wording import Wording

Verb = HistoryEntry.Verb
EMPTY: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True)
class PastValue:
    """One field as it was; `language` is the tag of a text's own language, '' for other values."""

    label: str
    value: str
    language: str


@dataclass(frozen=True)
class PastState:
    """One record as it was; not `is_complete` where its history begins later than the record itself."""

    kind: str
    title: Wording | str
    is_part: bool
    is_complete: bool
    values: list[PastValue]


def states_on(
    entries: Iterable[HistoryEntry], day: datetime.date, zone: zoneinfo.ZoneInfo
) -> list[PastState]:
    """Return the record that `entries` are about, and its parts, as they were when `day` ended in `zone`.

    What did not exist then, or no longer did, is left out.
    """
    by_record: dict[tuple[int, int], list[HistoryEntry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.pk)):
        by_record[entry.record_type_id, entry.record_id].append(entry)
    states = [_state(acts, day, zone) for acts in by_record.values()]
    return sorted((state for state in states if state), key=lambda state: state.is_part)


def _state(acts: Sequence[HistoryEntry], day: datetime.date, zone: zoneinfo.ZoneInfo) -> PastState | None:
    before = [entry for entry in acts if entry.at.astimezone(zone).date() <= day]
    is_complete = acts[0].verb == Verb.CREATED
    if (before and before[-1].verb == Verb.DELETED) or (is_complete and not before):
        return None
    latest = before[-1] if before else acts[0]
    model = latest.record_type.model_class()
    values = [
        PastValue(label(model, name), shown(model, name, value, zone), language(model, name))
        for name, value in _values(before, acts[len(before) :]).items()
        if value not in EMPTY
    ]
    return PastState(latest.kind, latest.title, latest.is_of_a_part, is_complete, values)


def _values(before: Sequence[HistoryEntry], later: Sequence[HistoryEntry]) -> dict[str, Any]:
    """Return each field as the last act until then left it, or else as the first act after it found it."""
    values = {name: after for entry in before for name, (_found, after) in entry.changes.items()}
    for entry in later:
        for name, (found, _after) in entry.changes.items():
            values.setdefault(name, found)
    return values
