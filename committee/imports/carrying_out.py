"""Rows made and changed through the forms and acts of the pages, each as far as the rules let it."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry, Record
from committee.history.readable import changes_of
from committee.imports.kinds import ListKind
from committee.imports.meaning import NUMBER, Meanings, fold
from committee.imports.outcomes import Outcome, Problem, Verdict
from committee.imports.reading import COMPUTED, Cell, read
from committee.languages.wording import columns
from committee.members.models import Member
from committee.pages.forms import RecordForm
from committee.rules import BrokenRule

Cells = dict[str, Cell]


class Refused(Exception):
    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = list(problems)


class CarryingOut:
    """One file on its way in; the caller opens the transaction and keeps it or takes all of it back."""

    def __init__(self, *, by: Member, kind: ListKind, content: bytes) -> None:
        """Read the file.

        Raises:
            NotReadable: when no table of this kind is in it.
        """
        self.by, self.kind = by, kind
        self._meanings = Meanings(kind.form(by=by))
        self.table = read(content, self._meanings.name_of)
        self._records: dict[int, Record] = kind.seen(by).in_bulk()
        self._lines: dict[int, int] = {}
        self._places = dict(self._names_known())

    def outcomes(self) -> list[Outcome]:
        return [self._row(line, cells) for line, cells in self.table.lines.items()]

    def _row(self, line: int, cells: Cells) -> Outcome:
        named = (cells.get(name) for name in columns(self.kind.text))
        title = next((str(cell) for cell in named if cell and cell != COMPUTED), "")
        try:
            with transaction.atomic():
                record = self._record(line, cells)
                if record is None:
                    return self._make(line, cells)
                return self._change(line, cells, record)
        except Refused as refusal:
            problems = refusal.problems
        except PermissionDenied:
            problems = [Problem("", _("You may not do this: it is for others to keep."))]
        except BrokenRule as rule:
            problems = [Problem(self._label(rule.field), str(rule.message))]
        except ValidationError as error:
            problems = self._problems(error.message_dict)
        return Outcome(line, Verdict.REFUSED, title, problems=problems)

    def _record(self, line: int, cells: Cells) -> Record | None:
        """Return the record whose number the row gives, None where it gives none."""
        cell = cells.get(NUMBER)
        if cell in (None, ""):
            return None
        number = str(cell).removesuffix(".0")
        record = self._records.get(int(number)) if number.isdecimal() else None
        if record is None:
            raise Refused(Problem(NUMBER, _("There is no record with this number.")))
        if (earlier := self._lines.setdefault(record.pk, line)) != line:
            raise Refused(Problem(NUMBER, _("Row %(row)s changes this record already.") % {"row": earlier}))
        return record

    def _make(self, line: int, cells: Cells) -> Outcome:
        form = self._filled(cells, None)
        warning = self._likeness(line, form)
        record = self.kind.create(by=self.by, **form.changes)
        return Outcome(line, Verdict.MADE, str(record), changes=latest_changes(record), warning=warning)

    def _change(self, line: int, cells: Cells, record: Record) -> Outcome:
        form = self._filled(cells, record)
        version = self._records[record.pk].version
        changed = record
        if form.changes:
            stored = type(record)._default_manager.get(pk=record.pk)
            changed = self.kind.edit(by=self.by, record=stored, seen_version=version, **form.changes)
        is_changed = changed.version != version
        return Outcome(
            line,
            Verdict.CHANGED if is_changed else Verdict.UNCHANGED,
            str(changed),
            record.pk,
            version,
            latest_changes(changed) if is_changed else [],
        )

    def _filled(self, cells: Cells, record: Record | None) -> RecordForm:
        """Return the form as a writer would have filled it in; what the file does not name stays as it is."""
        blank = self.kind.form(instance=record, by=self.by)
        filled = {name: blank[name].value() for name in blank.fields if name != "seen_version"}
        for name, cell in cells.items():
            if name == NUMBER:
                continue
            if cell not in (None, ""):
                filled[name] = self._meanings.value(name, cell)
            elif record and not isinstance(filled.get(name), bool):
                filled[name] = ""
        form = self.kind.form(filled, instance=record, by=self.by)
        for field in form.fields.values():
            field.show_hidden_initial = False
        if not form.is_valid():
            raise Refused(*self._problems(form.errors))
        return form

    def _names_known(self) -> Iterator[tuple[str, str]]:
        every = self.kind.seen(self.by).values_list("pk", *columns(self.kind.text))
        for number, *names in every:
            for name in filter(None, names):
                yield fold(name), _("number %(number)s") % {"number": number}

    def _likeness(self, line: int, form: RecordForm) -> str:
        """Say which record is called alike already, or which row above."""
        names = [fold(form.cleaned_data[name]) for name in columns(self.kind.text) if form.cleaned_data[name]]
        alike = next((self._places[name] for name in names if name in self._places), "")
        self._places |= {name: _("row %(row)s") % {"row": line} for name in names if name not in self._places}
        if not alike:
            return ""
        return _("It is called like %(which)s. To change that one, give its number.") % {"which": alike}

    def _label(self, field: str | None) -> str:
        return str(self._meanings.fields[field].label) if field in self._meanings.fields else ""

    def _problems(self, by_field: dict[str, Any]) -> list[Problem]:
        return [Problem(self._label(name), str(text)) for name, texts in by_field.items() for text in texts]


def latest_changes(record: Record) -> list[Any]:
    """Return what history says of the act that was just done."""
    entry = HistoryEntry.objects.of(record).select_related("record_type").first()
    return changes_of(entry) if entry else []
