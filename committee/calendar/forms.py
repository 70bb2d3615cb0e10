import datetime
import re
import zoneinfo
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from committee.calendar.gathering import Chosen, kinds
from committee.cities.models import City
from committee.members.models import Member
from committee.pages.forms import DayInput
from committee.pages.looks import dress
from committee.subcommittees.models import Subcommittee
from committee.workdays.dated import Period

MONTH = re.compile(r"(\d{4})-(\d\d)")
YEARS = range(1990, 2100)
LONGEST = datetime.timedelta(days=3 * 366)


class MonthField(forms.Field):
    """A month, as browsers send it: `2026-11`."""

    widget = forms.TextInput(attrs={"type": "month"})

    def to_python(self, value: Any) -> datetime.date | None:
        if not value:
            return None
        found = MONTH.fullmatch(str(value))
        if not found or int(found[1]) not in YEARS or not 1 <= int(found[2]) <= 12:
            raise ValidationError(_("Give a month such as 2026-11."))
        return datetime.date(int(found[1]), int(found[2]), 1)


class CalendarForm(forms.Form):
    """Narrows the calendar down."""

    city = forms.ModelChoiceField(City.objects.all(), required=False, label=_("City"), empty_label=_("All"))
    subcommittee = forms.ModelChoiceField(
        Subcommittee.objects.all(), required=False, label=_("Subcommittee"), empty_label=_("All")
    )
    kind = forms.ChoiceField(required=False, label=_("Kind"))

    def __init__(self, *args: Any, reader: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(code, kind.label) for code, kind in kinds(reader).items()]
        self.fields["kind"] = forms.ChoiceField(
            required=False, label=_("Kind"), choices=[("", _("All")), *known]
        )
        dress(self)

    @property
    def chosen(self) -> Chosen:
        if not self.is_valid():
            return Chosen()
        city, subcommittee = self.cleaned_data["city"], self.cleaned_data["subcommittee"]
        return Chosen(city and city.pk, subcommittee and subcommittee.pk, self.cleaned_data["kind"])


class MonthForm(CalendarForm):
    month = MonthField(required=False, label=_("Month"))

    field_order = ("month",)


class PeriodForm(CalendarForm):
    first = forms.DateField(label=_("From"), widget=DayInput)
    last = forms.DateField(label=_("Until"), widget=DayInput)

    field_order = ("first", "last")

    @property
    def period(self) -> Period | None:
        return Period(self.cleaned_data["first"], self.cleaned_data["last"]) if self.is_valid() else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        for name, day in (("first", first), ("last", last)):
            if day and day.year not in YEARS:
                self.add_error(name, _("Give a day between 1990 and 2099."))
        if first and last and not datetime.timedelta(0) <= last - first <= LONGEST:
            self.add_error(
                "last", _("The last day is at most three years after the first one, not before it.")
            )
        return cleaned


class CalendarChoiceForm(forms.Form):
    """In which time zone a member reads the calendar, and what his or her programmes are given."""

    time_zone = forms.ChoiceField(required=False, label=_("Time zone"))
    has_holidays_in_feed = forms.BooleanField(
        required=False,
        label=_("Public holidays of both cities in the calendar address"),
        help_text=_("As days of their own, in your language. The calendar here always shows them."),
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, reader: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["has_holidays_in_feed"].initial = reader.has_holidays_in_feed
        own = _("That of my city (%(zone)s)") % {"zone": reader.city.time_zone}
        zones = [(name, name) for name in sorted(zoneinfo.available_timezones())]
        self.fields["time_zone"] = forms.ChoiceField(
            required=False,
            label=_("Time zone"),
            choices=[("", own), *zones],
            initial=reader.time_zone,
            widget=forms.Select(attrs={"class": "form-select"}),
        )
