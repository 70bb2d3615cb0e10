"""A worksheet that comes back: a project's lines become an update through the form and acts of its page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from committee.history.readable import Change
from committee.imports.carrying_out import Cells, Refused, latest_changes
from committee.imports.meaning import NUMBER, Meanings
from committee.imports.outcomes import Outcome, Problem, Verdict
from committee.imports.reading import read
from committee.imports.worksheet import ASKED, TEXTS, Sheet, WorksheetForm, sheets_of
from committee.members.models import Member
from committee.progress.actions import create_update, edit_update, submit_update
from committee.progress.forms import UpdateForm
from committee.progress.models import ProgressUpdate
from committee.projects.indicators import Indicator
from committee.projects.models import Milestone
from committee.rules import BrokenRule

Part = Milestone | Indicator
DRAFT = re.compile(r"(\d+)/(\d+)")
State = ProgressUpdate.State


@dataclass
class Lines:
    """The lines about one project: its own, and those of its parts."""

    sheet: Sheet
    line: int = 0
    cells: Cells = field(default_factory=dict)
    parts: list[tuple[int, Part, Cells]] = field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        """Whether anything was written; the period is proposed, so it says nothing."""
        words = [self.cells.get(name) for name in ("course", "submit", *TEXTS)]
        figures = [cells.get(name) for _line, _part, cells in self.parts for name in ("value", "day")]
        return self.sheet.draft is not None or any(cell not in (None, "") for cell in [*words, *figures])


class FillingIn:
    """One worksheet on its way in; the caller opens the transaction and keeps it or takes all of it back."""

    def __init__(self, *, by: Member, content: bytes) -> None:
        """Read the file.

        Raises:
            NotReadable: when no worksheet is in it.
        """
        self.by = by
        self._meanings = Meanings(WorksheetForm())
        self.table = read(content, self._meanings.name_of)
        self._known: dict[str, tuple[Sheet, Part | None]] = {}
        for sheet in sheets_of(by):
            self._known[f"project-{sheet.project.pk}"] = sheet, None
            self._known |= {f"milestone-{each.pk}": (sheet, each) for each in sheet.milestones}
            self._known |= {f"indicator-{each.pk}": (sheet, each) for each in sheet.indicators}

    def outcomes(self) -> list[Outcome]:
        """Return what becomes of each project that the file is about, and each line that cannot be read."""
        found: list[Outcome] = []
        projects: dict[int, Lines] = {}
        lines_by_key: dict[str, int] = {}
        for line, cells in self.table.lines.items():
            key = str(cells.get(NUMBER) or "").strip()
            if key not in self._known:
                found.append(
                    _refused(line, key, _("No open project, milestone or indicator has this number."))
                )
            elif (earlier := lines_by_key.setdefault(key, line)) != line:
                found.append(_refused(line, key, _("Row %(row)s is about the same.") % {"row": earlier}))
            else:
                self._sort_in(projects, key, line, cells)
        for lines in projects.values():
            found += self._report(lines) if lines.is_filled else []
        return sorted(found, key=lambda outcome: outcome.line)

    def _sort_in(self, projects: dict[int, Lines], key: str, line: int, cells: Cells) -> None:
        sheet, part = self._known[key]
        lines = projects.setdefault(sheet.project.pk, Lines(sheet))
        if part is None:
            lines.line, lines.cells = line, cells
        else:
            lines.parts.append((line, part, cells))
            lines.line = lines.line or line

    def _report(self, lines: Lines) -> list[Outcome]:
        title = str(lines.sheet.project)
        try:
            with transaction.atomic():
                return [self._keep(lines, title)]
        except RefusedLines as refusal:
            return [Outcome(line, Verdict.REFUSED, title, problems=[each]) for line, each in refusal.problems]
        except Refused as refusal:
            problems = refusal.problems
        except BrokenRule as rule:
            problems = [Problem(self._label(rule.field), str(rule.message))]
        except ValidationError as error:
            problems = [Problem("", text) for texts in error.message_dict.values() for text in texts]
        return [Outcome(lines.line, Verdict.REFUSED, title, problems=problems)]

    def _keep(self, lines: Lines, title: str) -> Outcome:
        draft, seen_version = self._draft(lines)
        form = self._filled(lines, draft)
        if draft is None:
            update = create_update(by=self.by, project=lines.sheet.project, **form.changes)
        else:
            update = edit_update(by=self.by, update=draft, seen_version=seen_version, **form.changes)
        is_changed = draft is None or update.version != draft.version
        changes = latest_changes(update) if is_changed else []
        if self._says_submit(lines):
            before = update.get_state_display()
            label = str(ProgressUpdate._meta.get_field("state").verbose_name)
            after = submit_update(by=self.by, update=update).get_state_display()
            changes, is_changed = [*changes, Change(label, before, after, "")], True
        verdict = Verdict.CHANGED if is_changed else Verdict.UNCHANGED
        if draft is None:
            return Outcome(lines.line, Verdict.MADE, title, changes=changes)
        return Outcome(lines.line, verdict, title, draft.pk, draft.version, changes)

    def _draft(self, lines: Lines) -> tuple[ProgressUpdate | None, int | None]:
        """Return the update that the file was made for, with the version it showed."""
        mark, draft = str(lines.cells.get("draft") or "").strip(), lines.sheet.draft
        parts = DRAFT.fullmatch(mark)
        number, version = (int(text) for text in parts.groups()) if parts else (None, None)
        if number != (draft.pk if draft else None):
            words = _("The drafts of your city are others by now. Download the worksheet again.")
            raise Refused(Problem(self._label("draft"), words))
        return draft, version

    def _filled(self, lines: Lines, draft: ProgressUpdate | None) -> UpdateForm:
        project = lines.sheet.project
        blank = UpdateForm(instance=draft, project=project, by=self.by)
        fields = [*blank.visible_fields(), *blank.rows.visible_fields()]
        filled: dict[str, Any] = {bound.html_name: bound.value() for bound in fields}
        filled |= {name: self._value(name, lines.cells[name]) for name in ASKED if name in lines.cells}
        names = dict(self._names(lines))
        for name, (_line, cell_name, cells) in names.items():
            if cell_name in cells:
                filled[name] = self._value(cell_name, cells[cell_name])
        form = UpdateForm(filled, instance=draft, project=project, by=self.by)
        for each in [*form.fields.values(), *form.rows.fields.values()]:
            each.show_hidden_initial = False
        if not form.is_valid():
            raise RefusedLines(list(self._problems(form, lines, names)))
        return form

    def _names(self, lines: Lines) -> Iterator[tuple[str, tuple[int, str, Cells]]]:
        """Yield the field of the form for each cell of the parts, with its line and column."""
        for line, part, cells in lines.parts:
            if isinstance(part, Milestone):
                yield f"milestone_{part.pk}", (line, "day", cells)
            else:
                yield f"value_{part.pk}", (line, "value", cells)
                yield f"value_on_{part.pk}", (line, "day", cells)

    def _problems(
        self, form: UpdateForm, lines: Lines, names: dict[str, tuple[int, str, Cells]]
    ) -> Iterator[tuple[int, Problem]]:
        of_parts = dict(form.rows.errors)
        for name, texts in form.errors.items():
            if of_parts and name == "__all__":
                continue
            for text in texts:
                yield lines.line, Problem(self._label(name), str(text))
        for name, texts in of_parts.items():
            line, column, _cells = names.get(name, (lines.line, "", {}))
            for text in texts:
                yield line, Problem(self._label(column), str(text))

    def _value(self, name: str, cell: Any) -> Any:
        return "" if cell in (None, "") else self._meanings.value(name, cell)

    def _says_submit(self, lines: Lines) -> bool:
        cell = lines.cells.get("submit")
        return cell not in (None, "") and bool(self._meanings.value("submit", cell))

    def _label(self, name: str | None) -> str:
        known = self._meanings.fields.get(name or "")
        return capfirst(str(known.label)) if known else ""


class RefusedLines(Exception):
    """The form does not take what stands in these lines."""

    def __init__(self, problems: list[tuple[int, Problem]]) -> None:
        super().__init__(problems)
        self.problems = problems


def _refused(line: int, title: str, words: str) -> Outcome:
    return Outcome(line, Verdict.REFUSED, title, problems=[Problem("", words)])
