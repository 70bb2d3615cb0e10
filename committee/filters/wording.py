from collections.abc import Iterable, Iterator
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _


def in_words(form: forms.BaseForm) -> str:
    """Return what a valid form narrows a list down to, in the words of the page: “State: held”."""
    return " · ".join(_words(form))


def _words(form: forms.BaseForm) -> Iterator[str]:
    for name, value in form.cleaned_data.items():
        if value not in (None, "", []):
            yield f"{form.fields[name].label}: {_shown(form.fields[name], value)}"


def _shown(field: forms.Field, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, forms.ModelChoiceField) or not isinstance(field, forms.ChoiceField):
        return str(value)
    choices: Iterable[Any] = cast(Any, field).choices
    labels = {str(choice): str(label) for choice, label in choices}
    return labels.get(str(value), str(value))
