"""How the fields of a form stand together: the languages of one text side by side under one name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.forms import BaseForm, BaseModelForm, BoundField
from django.utils.translation import get_language

from committee.languages.wording import SUFFIXES, Trilingual, columns, suffix_of


@dataclass(frozen=True)
class LabelledField:
    field: BoundField
    label: str


@dataclass(frozen=True)
class FieldGroup:
    """One field, or the languages of one text with the text's name as `legend`.

    `is_needed` where at least one of the languages is.
    """

    fields: list[LabelledField]
    legend: str = ""
    is_needed: bool = False

    @property
    def own_language_first(self) -> list[LabelledField]:
        """The languages of a text, the reader's before the others."""
        own = suffix_of(get_language() or settings.LANGUAGE_CODE)
        return sorted(self.fields, key=lambda each: not each.field.name.endswith(f"_{own}"))

    @property
    def has_more_text(self) -> bool:
        """Whether there is something to see in another language than the reader's."""
        return any(each.field.value() or each.field.errors for each in self.own_language_first[1:])


def groups_of(form: BaseForm) -> list[FieldGroup]:
    return list(_groups(form))


def has_translations(form: BaseModelForm[Any]) -> bool:
    """Whether the record of a form says one of the form's texts in more than one language."""
    said = (sum(bool(getattr(form.instance, name)) for name in columns(base)) for base in _texts(form))
    return any(languages > 1 for languages in said)


def texts_needed(form: BaseForm) -> list[str]:
    """Return the names of the form's texts that its record has to have in some language."""
    texts = _texts(form)
    kept = [constraint.name for constraint in form._meta.model._meta.constraints] if texts else []  # type: ignore[attr-defined]  # a form with texts has a model
    needed = [base for base in texts if any(name.endswith(f"_{base}_in_some_language") for name in kept)]
    return [base for base in needed if base not in getattr(form, "filled_in", ())]


def _groups(form: BaseForm) -> Iterator[FieldGroup]:
    texts, needed = _texts(form), texts_needed(form)
    languages = {suffix_of(code): str(name) for code, name in settings.LANGUAGES}
    for field in form.visible_fields():
        base = next((base for base in texts if field.name in columns(base)), None)
        if base is None:
            yield FieldGroup([LabelledField(field, str(field.label))])
        elif field.name == columns(base)[0]:
            fields = [LabelledField(form[f"{base}_{suffix}"], languages[suffix]) for suffix in SUFFIXES]
            yield FieldGroup(fields, legend=str(texts[base].label), is_needed=base in needed)


def _texts(form: BaseForm) -> dict[str, Trilingual]:
    """Return the named trilingual texts of the form's model of which it holds every language."""
    model = getattr(getattr(form, "_meta", None), "model", None)
    bases = {name.removesuffix(f"_{SUFFIXES[0]}") for name in form.fields if name.endswith(f"_{SUFFIXES[0]}")}
    found = {base: getattr(model, base, None) for base in bases if form.fields.keys() >= set(columns(base))}
    return {base: text for base, text in found.items() if isinstance(text, Trilingual) and text.label}
