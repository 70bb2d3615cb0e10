"""What the file of the calendar holds."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from committee.calendar.gathering import Entry
from committee.pages.spreadsheets import Cell


def headings() -> list[str]:
    return ["Id", _("Kind"), _("What"), _("First day"), _("Last day"), _("Time"), _("Place"), _("Note")]


def cells(entries: Iterable[Entry]) -> Iterator[list[Cell]]:
    for entry in entries:
        note = _("cancelled") if entry.dated.is_cancelled else entry.note
        time = ", ".join(entry.times([]))
        kind, title = str(entry.kind.label), entry.dated.title
        yield [entry.key, kind, title, entry.first, entry.last, time, entry.dated.place, note]
