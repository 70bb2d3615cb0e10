import datetime
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.models import containing
from committee.pages.forms import DayInput, RecordForm
from committee.pages.lists import RecordFilter
from environment.hotline.side_by_side import Place
from environment.measurements.models import Delivery, Pollutant
from environment.measurements.periods import Period
from environment.stations.models import Station

# Longer than this, a page of hours or days can neither be read nor drawn; months and years have no limit.
MOST_DAYS: dict[str, int] = {Period.HOUR: 31, Period.DAY: 3660}


class PeriodForm(forms.Form):
    """Asks which air is to be shown: one pollutant, from a first to a last local day."""

    pollutant = forms.ChoiceField(label=_("Pollutant"), choices=Pollutant.choices)
    period = forms.ChoiceField(label=_("One value a"), choices=Period.choices)
    since = forms.DateField(label=_("From"), widget=DayInput)
    until = forms.DateField(label=_("Until"), widget=DayInput)

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = places
        for field in self.fields.values():
            is_choice = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        since, until, period = asked.get("since"), asked.get("until"), asked.get("period")
        if since and until and until < since:
            raise forms.ValidationError(_("The period ends before it starts."))
        most = MOST_DAYS.get(period or "")
        if period and since and until and most and (until - since).days >= most:
            raise forms.ValidationError(_too_long(period) % {"days": most})
        return asked

    @property
    def end(self) -> datetime.date:
        """The first day after the period."""
        last: datetime.date = self.cleaned_data["until"]
        return last + datetime.timedelta(days=1)

    @property
    def parameters(self) -> str:
        """What was asked as the parameters of the chart's and the file's addresses."""
        asked = {name: self[name].value() for name in self.fields}
        if len(self._places) == 1:
            place = self._places[0]
            asked |= {"station": place.station.pk} if place.station else {"city": place.city.code}
        return urlencode(asked)


def _too_long(period: str) -> str:
    if period == Period.HOUR:
        return str(_("Hours are shown for at most %(days)d days. Choose a shorter period, or days."))
    return str(_("Days are shown for at most %(days)d days. Choose a shorter period, or months."))


class StationFilter(RecordFilter):
    searched = ("name", "district")

    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    kind = django_filters.ChoiceFilter(choices=Station.Kind.choices, label=_("Kind"))

    class Meta:
        model = Station
        fields: list[str] = []

    def search(self, records: models.QuerySet[Any], _name: str, words: str) -> models.QuerySet[Any]:
        """Find a station by a name it ever had, by its district or by its code."""
        words = words.strip()
        named = Station.objects.filter(names__name__icontains=words).values("pk")
        return records.filter(containing(words, *self.searched) | Q(code__icontains=words) | Q(pk__in=named))


class StationForm(RecordForm):
    class Meta:
        model = Station
        fields = [
            "code",
            "kind",
            "name_ko",
            "name_zh_hans",
            "name_en",
            "district_ko",
            "district_zh_hans",
            "district_en",
            "latitude",
            "longitude",
        ]


class DeliveryFilter(RecordFilter):
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    source = django_filters.AllValuesFilter(label=_("Source"))
    way = django_filters.ChoiceFilter(choices=Delivery.Way.choices, label=_("Way"))

    class Meta:
        model = Delivery
        fields: list[str] = []

    def search(self, records: models.QuerySet[Any], _name: str, words: str) -> models.QuerySet[Any]:
        return records.filter(name__icontains=words.strip())
