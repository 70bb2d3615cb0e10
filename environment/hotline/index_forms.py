import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.cities.models import City
from committee.pages.forms import DayInput
from committee.pages.looks import dress
from environment.explorer.forms import choices_of
from environment.explorer.places import Place
from environment.sources.clock import YEARS
from environment.stations.models import Station


class AirForm(forms.Form):
    """Asks for the air of one place on a local day, or in one of its hours."""

    place = forms.ChoiceField(label=gettext_lazy("Place"))
    day = forms.DateField(label=gettext_lazy("Day"), widget=DayInput)
    hour = forms.ChoiceField(label=gettext_lazy("Hour"), required=False)

    def __init__(self, *args: Any, places: Mapping[str, Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = places
        self.fields["place"].choices = choices_of(places)  # type: ignore[attr-defined]
        hours = [(str(end), f"{end - 1:02}:00 – {end:02}:00") for end in range(1, 25)]
        self.fields["hour"].choices = [("", _("the whole day")), *hours]  # type: ignore[attr-defined]
        dress(self)

    def clean_day(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["day"]
        if day.year not in YEARS:
            raise forms.ValidationError(
                _("Choose a day from %(first)s to %(last)s.") % {"first": YEARS[0], "last": YEARS[-1]}
            )
        return day

    @property
    def chosen_place(self) -> City | Station:
        place = self._places[self.cleaned_data["place"]]
        return place.station or place.city

    @property
    def chosen_hour(self) -> int | None:
        """The chosen hour by its end, 1 to 24; None for the whole day."""
        return int(self.cleaned_data["hour"]) if self.cleaned_data["hour"] else None
