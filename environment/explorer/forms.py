import datetime
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from committee.pages.forms import DayInput
from environment.explorer.places import Place
from environment.measurements.models import Pollutant
from environment.measurements.periods import Period

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
