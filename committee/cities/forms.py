from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.wording import columns
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter


class CityForm(RecordForm):
    class Meta:
        model = City
        fields = ["code", *columns("name"), "country", "time_zone", "index_rules"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Files of measurements name the city by its code.
        self.fields["code"].disabled = self.instance.pk is not None


class CityFilter(RecordFilter):
    searched = ("name",)

    index_rules = django_filters.ChoiceFilter(choices=City.IndexRules.choices, label=_("Air-quality index"))

    class Meta:
        model = City
        fields: list[str] = []
