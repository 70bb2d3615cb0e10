from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.pages.choices import offer
from committee.pages.forms import DayInput
from committee.pages.looks import dress
from committee.search.finding import Asked
from committee.search.kinds import kinds
from committee.search.query import parse
from committee.subcommittees.models import Subcommittee

LONGEST_QUERY = 200


def kind_choices() -> list[tuple[str, Any]]:
    return [("", _("All")), *((kind, searched.names) for kind, searched in kinds().items())]


class SearchForm(forms.Form):
    """What is looked for, and what it is narrowed down to."""

    q = forms.CharField(label=_("Search for"), max_length=LONGEST_QUERY, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=kind_choices, required=False)
    city = forms.ModelChoiceField(City.objects.all(), label=_("City"), required=False, empty_label=_("All"))
    subcommittee = forms.ModelChoiceField(
        Subcommittee.objects.all(), label=_("Subcommittee"), required=False, empty_label=_("All")
    )
    since = forms.DateField(label=_("From"), widget=DayInput, required=False)
    until = forms.DateField(label=_("Until"), widget=DayInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.input_type = "search"
        dress(self)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                offer(field, most=None, chosen=None)

    @property
    def asked(self) -> Asked:
        narrowed = {name: self.cleaned_data[name] for name in ("city", "subcommittee", "since", "until")}
        return Asked(query=parse(self.cleaned_data["q"]), **narrowed)
