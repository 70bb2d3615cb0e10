from typing import Any

import django_filters
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.models import containing
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from environment.measurements.models import Delivery
from environment.measurements.queries import sources_delivered
from environment.stations.models import Station


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
    source = django_filters.ChoiceFilter(choices=sources_delivered, label=_("Source"))
    way = django_filters.ChoiceFilter(choices=Delivery.Way.choices, label=_("Way"))
    state = django_filters.ChoiceFilter(choices=Delivery.State.choices, label=_("State"))

    class Meta:
        model = Delivery
        fields: list[str] = []

    def search(self, records: models.QuerySet[Any], _name: str, words: str) -> models.QuerySet[Any]:
        return records.filter(name__icontains=words.strip())
