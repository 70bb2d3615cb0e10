import django_filters
from django.db import models
from django.utils.translation import gettext_lazy as _

from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter, YesOrNo
from environment.pulls.models import Pull


class PullForm(RecordForm):
    class Meta:
        model = Pull
        fields = ["service", "every_minutes", "minutes_past"]


class ScheduleForm(RecordForm):
    class Meta:
        model = Pull
        fields = ["every_minutes", "minutes_past", "is_paused"]


class PullFilter(RecordFilter):
    is_paused = django_filters.BooleanFilter(label=_("Paused"), widget=YesOrNo)

    class Meta:
        model = Pull
        fields: list[str] = []

    def search(self, records: "models.QuerySet[Pull]", _name: str, words: str) -> "models.QuerySet[Pull]":
        return records.filter(service__icontains=words.strip())
