import datetime
from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.languages.wording import columns
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.pages.looks import dress
from environment.ledger.models import Promise
from environment.measurements.models import Pollutant
from environment.sources.clock import YEARS
from environment.stations.models import Station

ALL = "all"


class PromiseForm(RecordForm):
    pollutants = forms.MultipleChoiceField(
        label=_("Pollutants"), choices=Pollutant.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Promise
        fields = [
            *columns("title"),
            "pollutants",
            "stations",
            "first_label",
            "last_label",
            "valid_from",
            "valid_until",
            "deadline_hours",
            "shortest_gap_hours",
            "agreement",
            "commitment",
        ]
        widgets = {"stations": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, city: City, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._meta_of("stations").queryset = Station.objects.of(city).measuring()
        self._meta_of("commitment").queryset = Commitment.objects.promised_by(city)

    def _meta_of(self, name: str) -> Any:
        return self.fields[name]


class PromiseFilter(RecordFilter):
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))

    class Meta:
        model = Promise
        fields: list[str] = []


class LedgerForm(forms.Form):
    """Asks which page of the ledger is to be shown; a month shows its days."""

    city = forms.ModelChoiceField(
        label=_("City"), queryset=City.objects.all(), to_field_name="code", empty_label=None
    )
    pollutant = forms.ChoiceField(
        label=_("Pollutant"), choices=[(ALL, _("All pollutants")), *Pollutant.choices]
    )
    year = forms.IntegerField(label=_("Year"), min_value=YEARS.start, max_value=YEARS.stop - 1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self)

    @property
    def pollutants(self) -> list[str]:
        chosen = self.cleaned_data["pollutant"]
        return list(Pollutant.values) if chosen == ALL else [chosen]

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """First and last day of the year asked for."""
        year = self.cleaned_data["year"]
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
