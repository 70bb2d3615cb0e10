import datetime
import zoneinfo
from typing import Any

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.wording import columns
from committee.meetings.models import Meeting
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.programmes.models import ProgrammeEntry


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """A moment as the clocks of one city show it."""

    widget = MomentInput
    zone: zoneinfo.ZoneInfo

    def to_python(self, value: Any) -> datetime.datetime | None:
        with timezone.override(self.zone):
            return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        with timezone.override(self.zone):
            return super().prepare_value(value)


class ProgrammeEntryForm(RecordForm):
    """One entry; its times are entered as the clocks of the host city show them."""

    class Meta:
        model = ProgrammeEntry
        fields = ["kind", "starts_at", "ends_at", *columns("title", "place"), "cities"]
        field_classes = {"starts_at": MomentField, "ends_at": MomentField}
        widgets = {"cities": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = gettext("In the time of %(city)s (%(zone)s)") % {
            "city": meeting.host.name.plain,
            "zone": meeting.host.zone_name,
        }
        for name in ("starts_at", "ends_at"):
            field: Any = self.fields[name]
            field.zone, field.help_text = meeting.host.zone, told
        if self.instance.pk is None:
            self.fields["cities"].initial = City.objects.all()


class ProgrammeFilter(RecordFilter):
    searched = ("title", "place")
    newest = ("meeting",)

    meeting = django_filters.ModelChoiceFilter(queryset=Meeting.objects.named(), label=_("Meeting"))
    kind = django_filters.ChoiceFilter(choices=ProgrammeEntry.Kind.choices, label=_("Kind"))
    cities = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("Delegation"))

    class Meta:
        model = ProgrammeEntry
        fields: list[str] = []
