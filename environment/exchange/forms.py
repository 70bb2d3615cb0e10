from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter, YesOrNo
from environment.exchange.models import MachineAccount
from environment.measurements.models import ClockCheck
from environment.naming.sources import name_of_source
from environment.sources.registry import SOURCES

AUTO = "auto"


class MachineAccountForm(RecordForm):
    class Meta:
        model = MachineAccount
        fields = ["name", "webhook_url"]
        field_classes = {"webhook_url": forms.CharField}
        widgets = {"webhook_url": forms.URLInput}


class MachineAccountFilter(RecordFilter):
    is_revoked = django_filters.BooleanFilter(
        field_name="revoked_at", lookup_expr="isnull", exclude=True, label=_("Revoked"), widget=YesOrNo
    )

    class Meta:
        model = MachineAccount
        fields: list[str] = []

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        return records.filter(name__icontains=words.strip())


class ClockDecisionForm(forms.Form):
    """What an officer decides about a delivery that is held."""

    act = forms.ChoiceField(choices=ClockCheck.Decision.choices)
    note = forms.CharField(max_length=2000, strip=True)


class UploadForm(forms.Form):
    """Asks for one file: a table, or an archive of tables; its format is told by the content or named."""

    file = forms.FileField(label=_("File"), widget=forms.FileInput(attrs={"class": "form-control"}))
    source = forms.ChoiceField(
        label=_("Format"),
        initial=AUTO,
        widget=forms.Select(attrs={"class": "form-select"}),
        help_text=_("A known format is told by what stands in the file, its name does not matter."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            (AUTO, _("Tell it by the content")),
            *((name, f"{name_of_source(name)} ({name})") for name in sorted(SOURCES)),
        ]
