from typing import Any

import django_filters
from django import forms
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.pages.forms import RecordsField
from committee.pages.lists import RecordFilter
from environment.measurements.models import Delivery, Pollutant, QuarantineDecision, RejectedReading
from environment.measurements.queries import sources_delivered
from environment.measurements.reasons import WORDS
from environment.stations.models import Station

State = RejectedReading.State


class QuarantineFilter(RecordFilter):
    """What waits is shown, unless the reader asks for another state or, with an empty one, for all."""

    state = django_filters.ChoiceFilter(
        choices=[(state.value, state.label) for state in (State.WAITING, State.RELEASED, State.DISCARDED)],
        label=_("State"),
        empty_label=_("All"),
    )
    city = django_filters.ModelChoiceFilter(
        field_name="delivery__city", queryset=City.objects.all(), label=_("City")
    )
    source = django_filters.ChoiceFilter(
        field_name="delivery__source", choices=sources_delivered, label=_("Source")
    )
    reason = django_filters.ChoiceFilter(choices=list(WORDS.items()), label=_("Reason"))
    station = django_filters.ModelChoiceFilter(
        field_name="series__station", queryset=Station.objects.all(), label=_("Station")
    )
    pollutant = django_filters.ChoiceFilter(
        field_name="series__pollutant", choices=Pollutant.choices, label=_("Pollutant")
    )
    delivery = django_filters.ModelChoiceFilter(
        queryset=Delivery.objects.all(), label=_("Number of the delivery"), widget=forms.NumberInput
    )
    decision = django_filters.ModelChoiceFilter(
        queryset=QuarantineDecision.objects.all(), label=_("Decision"), widget=forms.HiddenInput
    )

    class Meta:
        model = RejectedReading
        fields: list[str] = []

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        asked = data.copy()
        asked.setdefault("state", "" if asked.get("decision") else State.WAITING)
        super().__init__(asked, *args, **kwargs)

    def search(self, records: models.QuerySet[Any], _name: str, words: str) -> models.QuerySet[Any]:
        """Find a reading by the text as received, by what it was read as, or by its file."""
        words = words.strip()
        return records.filter(
            Q(raw__icontains=words) | Q(reading__icontains=words) | Q(file__icontains=words)
        )


class DecisionForm(forms.Form):
    """What an officer decides; `reading` is ticked in the list, or `found` stands for all of a filter.

    `newest` is the last reading that the officer can have seen: what came since is not decided by this.
    """

    act = forms.ChoiceField(choices=QuarantineDecision.Act.choices)
    note = forms.CharField(label=_("Reason for the decision"), max_length=2000, strip=True)
    replace = forms.BooleanField(required=False)
    found = forms.BooleanField(required=False)
    newest = forms.IntegerField(required=False)
    reading = RecordsField(queryset=RejectedReading.objects.all(), required=False)
