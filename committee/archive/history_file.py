"""The history of one record and its parts as a table: a row for each field that an act changed."""

import zoneinfo
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.history.readable import Change, changes_of
from committee.pages.spreadsheets import Cell

NOTHING_CHANGED = Change("", "", "", "")


def rows_of(entries: Iterable[HistoryEntry], zone: zoneinfo.ZoneInfo) -> Iterator[list[Cell]]:
    """Yield the rows below HISTORY_HEADINGS; moments are told in `zone`."""
    for entry in entries:
        act = _act(entry, zone)
        for change in changes_of(entry, zone) or [NOTHING_CHANGED]:
            yield [*act, change.label, change.before, change.after, entry.comment]


def _act(entry: HistoryEntry, zone: zoneinfo.ZoneInfo) -> list[Cell]:
    return [
        entry.at.astimezone(zone).isoformat(timespec="seconds"),
        str(entry.by) if entry.by else _("the system"),
        str(entry.by.city) if entry.by else "",
        entry.get_verb_display(),
        entry.kind,
        str(entry.title),
    ]
