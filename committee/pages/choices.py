"""The records that the filter of a list offers to choose from."""

from collections.abc import Iterator
from functools import partial
from html import escape
from itertools import islice
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.forms.utils import flatatt
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

# How many are offered of what grows with the years: nobody finds the three-hundredth in a list.
NEWEST = 30


class Offered(ModelChoiceIterator[Any]):
    """Reads the records at once: Django's own asks the database four times for a few of them.

    Args:
        most: how many are offered at most; None for all.
        chosen: what the reader has chosen, offered in any case.
    """

    def __init__(self, field: Any, most: int | None, chosen: str | None) -> None:
        super().__init__(field)
        self.most = most
        self.chosen = chosen or ""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        offered = list(self.queryset if self.most is None else self.queryset[: self.most + 1])
        yield from map(self.choice, islice(offered, self.most))
        if self.most is not None and len(offered) > self.most:
            yield from map(self.choice, self._older(offered[: self.most]))
            yield _("Older ones: see their own pages"), []

    def _older(self, offered: list[Any]) -> Any:
        if not self.chosen.isdecimal() or int(self.chosen) in {record.pk for record in offered}:
            return []
        return self.queryset.filter(pk=self.chosen)


def drawn(field: forms.BoundField) -> SafeString:
    """Write the choice of a filter, as Django's templates do in several times the time."""
    widget: Any = field.field.widget
    chosen = set(widget.format_value(field.value()))
    attributes = field.build_widget_attrs({"id": field.auto_id, "name": field.html_name, **widget.attrs})
    return mark_safe(f"<select{flatatt(attributes)}>{_options(widget.choices, chosen)}</select>")


def _options(choices: Any, chosen: set[str]) -> str:
    return "".join(_option(str(value), label, chosen) for value, label in choices)


def _option(value: str, label: Any, chosen: set[str]) -> str:
    if isinstance(label, list | tuple):
        return f'<optgroup label="{escape(value)}">{_options(label, chosen)}</optgroup>'
    mark = " selected" if value in chosen else ""
    return f'<option value="{escape(value)}"{mark}>{escape(str(label))}</option>'


def offer(field: forms.ModelChoiceField[Any], most: int | None, chosen: str | None) -> None:
    """Let a field of a filter offer its records, or the first of them."""
    field.iterator = partial(Offered, most=most, chosen=chosen)  # type: ignore[assignment]
    field.widget.choices = field.choices
