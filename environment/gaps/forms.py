from typing import Any

import django_filters
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.models import containing
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from environment.gaps.models import GapNotice
from environment.stations.models import Station


class AnswerForm(RecordForm):
    class Meta:
        model = GapNotice
        fields = ["reason", "answer"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True
        self.fields["answer"].help_text = _("Both officers read it; write in a language that both read.")


class ClosingForm(RecordForm):
    class Meta:
        model = GapNotice
        fields = ["closing_note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closing_note"].required = True


class GapFilter(RecordFilter):
    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    state = django_filters.ChoiceFilter(choices=GapNotice.State.choices, label=_("State"))
    reason = django_filters.ChoiceFilter(choices=GapNotice.Reason.choices, label=_("Reason"))

    class Meta:
        model = GapNotice
        fields: list[str] = []

    def search(self, records: models.QuerySet[Any], _name: str, words: str) -> models.QuerySet[Any]:
        """Find by a name of the station, or by what was written."""
        words = words.strip()
        stations = Station.objects.filter(containing(words, "name")).values("pk")
        written = Q(answer__icontains=words) | Q(closing_note__icontains=words)
        return records.filter(Q(station__in=stations) | written)
