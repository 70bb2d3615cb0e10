"""What headings and cells mean to a form: names and words in any of the languages of the site."""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from openpyxl.utils.datetime import from_excel

from committee.history.actions import titles_of
from committee.imports.reading import COMPUTED, Cell
from committee.pages.columns import ID
from committee.rules import BrokenRule

NUMBER = str(ID.heading)
DAY = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")
# Days that a spreadsheet kept as numbers: 1954 to 2119.
SERIALS = range(20_000, 80_000)
SEPARATORS = re.compile(r"[;；\n]")


class Unclear(BrokenRule):
    """A cell does not say what its field can hold."""


class Meanings:
    """What the headings and cells of one file mean for the fields of a form."""

    def __init__(self, form: forms.BaseForm) -> None:
        self.fields = {name: field for name, field in form.fields.items() if name != "seen_version"}
        self._names = {NUMBER: NUMBER} | {fold(name): name for name in self.fields}
        for language, _name in settings.LANGUAGES:
            with override(language):
                self._names |= {fold(str(field.label)): name for name, field in self.fields.items()}
        self._words: dict[str, dict[str, Any]] = {}

    def name_of(self, heading: str) -> str:
        """Return the field that a heading names, '' where it names none."""
        return self._names.get(fold(heading), "")

    def value(self, name: str, cell: Cell) -> Any:
        """Return what a form takes for a cell that is not empty.

        Raises:
            Unclear: when it is a formula, or names something that is not there.
        """
        field = self.fields[name]
        if cell == COMPUTED:
            raise Unclear(_("This is computed. Put the value itself into the cell."), field=name)
        if isinstance(field, forms.DateField):
            return _day(cell)
        if isinstance(field, forms.ModelMultipleChoiceField):
            return [self._word(name, words) for words in SEPARATORS.split(_text(cell)) if words.strip()]
        if isinstance(field, forms.ChoiceField | forms.ModelChoiceField | forms.BooleanField):
            return self._word(name, _text(cell))
        return _text(cell)

    def _word(self, name: str, text: str) -> Any:
        words = self._words.setdefault(name, {})
        if not words:
            for word, value in _words_of(self.fields[name]):
                words[word] = value if words.get(word, value) == value else None
        found = words.get(fold(text))
        if found is None:
            problem = _("“%(text)s” is not known, or several are called so.") % {"text": text.strip()}
            raise Unclear(problem, field=name)
        return found


def fold(text: str) -> str:
    """Return what is the same for words written alike, in whatever case and width: （国文） and (国文)."""
    return " ".join(half_width(text).split()).casefold()


def half_width(text: str) -> str:
    """Return digits and signs as ２０２４．３ is meant: 2024.3, also where letters are in parts."""
    return unicodedata.normalize("NFKC", text)


def _words_of(field: forms.Field) -> Iterator[tuple[str, Any]]:
    """Yield every word that names a choice of a field, and the choice."""
    if isinstance(field, forms.ModelChoiceField):
        for record in field.queryset or []:
            for title in titles_of(record).values():
                yield fold(title), record.pk
        return
    for language, _name in settings.LANGUAGES:
        with override(language):
            for value, label in _choices(field):
                yield fold(str(label)), value
                yield fold(str(value)), value


def _choices(field: forms.Field) -> list[tuple[Any, Any]]:
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        return [(value, label) for value, label in choices if value != ""]
    return [(True, _("yes")), (False, _("no")), (True, "1"), (False, "0")]


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return str(cell.date())
    return str(cell)


def _day(cell: Cell) -> Any:
    """Return a day; a text that tells year, month and day in this order is read whatever stands between."""
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, int | float) and int(cell) in SERIALS:
        moment = from_excel(cell)
        return moment.date() if isinstance(moment, datetime.datetime) else moment
    text = half_width(_text(cell))
    parts = DAY.fullmatch(text)
    return "{}-{:0>2}-{:0>2}".format(*parts.groups()) if parts else text
