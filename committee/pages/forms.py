"""Forms of records: what the writer had seen travels with the form, so that only real changes count."""

import datetime
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from committee.history.actions import ChangedMeanwhile
from committee.history.readable import NOTHING, shown
from committee.languages.wording import columns, language_of_column, suffix_of
from committee.pages.field_groups import has_translations, texts_needed
from committee.pages.looks import look_of

# A year of three digits is a slip, and 9999 for “no end” is nothing to count with.
FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(8999, 12, 31)
_beyond = gettext_lazy("Give a day from 1900 on; where there is none, leave the field empty.")
WITHIN_REACH = [MinValueValidator(FIRST_DAY, _beyond), MaxValueValidator(LAST_DAY, _beyond)]


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class HourInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class RecordsField(forms.ModelMultipleChoiceField[Any]):
    """Several records to choose from."""

    def clean(self, value: Any) -> Any:
        """Refuse a key that no record can have; SQLite fails at those beyond its integers."""
        key = cast("QuerySet[Any]", self.queryset).model._meta.pk
        for each in value if isinstance(value, list | tuple) else ():
            try:
                key.clean(each, None)
            except ValidationError:
                raise ValidationError(self.error_messages["invalid_choice"], params={"value": each}) from None
        return super().clean(value)


# What a form asks about the change itself, beside what the record says.
OF_THE_CHANGE = ("seen_version", "only_wording")


class RecordForm(forms.ModelForm[Any]):
    """Edits one record; `changes` holds only the fields the writer changed, `seen_version` what was read."""

    # Whether a text that others translated may be mended without asking them again.
    offers_mending = True

    # Texts that the act takes from elsewhere where the form leaves them empty.
    filled_in: tuple[str, ...] = ()

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_new = self.instance.pk is None
        if self.offers_mending and not is_new and has_translations(self):
            self.fields["only_wording"] = _only_wording()
        self.fields["seen_version"].initial = None if is_new else self.instance.version
        for name, field in self.fields.items():
            field.show_hidden_initial = not is_new and name not in OF_THE_CHANGE
            self._dress(name, field)

    def clean(self) -> dict[str, Any] | None:
        given = super().clean()
        for base in texts_needed(self):
            if not any(self.cleaned_data.get(name) or name in self.errors for name in columns(base)):
                own = f"{base}_{suffix_of(get_language() or settings.LANGUAGE_CODE)}"
                self.add_error(own, _("Give this text in at least one language."))
        return given

    @property
    def changes(self) -> dict[str, Any]:
        names = self.changed_data if self.instance.pk else self.cleaned_data
        return {name: self.cleaned_data[name] for name in names if name not in OF_THE_CHANGE}

    @property
    def version_seen(self) -> int | None:
        version: int | None = self.cleaned_data.get("seen_version")
        return version

    @property
    def is_mending(self) -> bool:
        """Whether the writer says that nothing but wording is mended, so that other languages stay right."""
        return bool(self.cleaned_data.get("only_wording"))

    def show_conflict(self, conflict: ChangedMeanwhile) -> None:
        """Tell by field what the others wrote; sending the form again then keeps the writer's own text."""
        sent = cast(QueryDict, self.data).copy()
        sent[self.add_prefix("seen_version")] = str(conflict.record.version)
        self.data = sent
        for name in sorted(conflict.fields & set(self.fields)):
            entry = next(entry for entry in conflict.entries if name in entry.changes)
            theirs = shown(type(conflict.record), name, entry.changes[name][1])
            self.add_error(
                name,
                _("%(who)s changed this meanwhile to “%(value)s”. Save again to keep what you wrote.")
                % {"who": entry.by or NOTHING, "value": theirs},
            )

    def _dress(self, name: str, field: forms.Field) -> None:
        widget = field.widget
        if isinstance(field, forms.DateField):
            widget = field.widget = DayInput()
            field.validators += WITHIN_REACH
        if isinstance(field, forms.TimeField):
            widget = field.widget = HourInput()
        if not widget.is_hidden:
            widget.attrs.setdefault("class", look_of(widget))
        if isinstance(field, forms.ModelChoiceField) and field.empty_label:
            field.empty_label = _("Please choose") if field.required else NOTHING
        if isinstance(widget, forms.Textarea):
            widget.attrs["rows"] = 4
        if isinstance(field, forms.CharField) and (tag := language_of_column(name)):
            widget.attrs["lang"] = tag


class AutosavedForm(RecordForm):
    """Saves itself while it is written, a new one too: what was first shown travels with either."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.show_hidden_initial = name not in OF_THE_CHANGE

    @property
    def written_fields(self) -> list[forms.BoundField]:
        """Those whose first value the page holds beside them, and is told anew once they are saved."""
        return [field for field in self.visible_fields() if field.name not in OF_THE_CHANGE]


def _only_wording() -> forms.BooleanField:
    return forms.BooleanField(
        required=False,
        label=_("Only the wording is mended: the other languages stay right"),
        help_text=_(
            "For slips of spelling. Figures and every “not” stay, and no more than a fifth of a text "
            "changes. Otherwise the other languages are marked as outdated."
        ),
    )
