"""What readers ask for: places, pollutants and a time. All of it stands in the address of the page."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from committee.pages.forms import DayInput
from committee.pages.looks import dress
from environment.explorer.charts import MOST_LINES
from environment.explorer.places import Place
from environment.explorer.units import CHOICES
from environment.measurements.models import Pollutant
from environment.measurements.periods import Period
from environment.sources.clock import FIRST_DAY, LAST_DAY

# Longer than this, a page of hours or days can neither be read nor drawn; months and years have no limit.
MOST_DAYS: dict[str, int] = {Period.HOUR: 31, Period.DAY: 3660}
# So many values fit into one answer and one workbook; more of them wait for nobody's patience.
MOST_VALUES = 100_000
HOURS_A_DAY = 24


def choices_of(places: Mapping[str, Place]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return places by their keys as the choices of a field, in a group a city."""
    choices: dict[str, list[tuple[str, str]]] = {}
    for key, place in places.items():
        city = place.city.name.plain
        name = place.name.plain if place.station else str(_("%(city)s, all stations") % {"city": city})
        choices.setdefault(city, []).append((key, name))
    return list(choices.items())


class TimeForm(forms.Form):
    """Asks for a time, from a first to a last local day."""

    most_days: Mapping[str, int] = MOST_DAYS

    since = forms.DateField(label=_("From"), widget=DayInput, validators=[MinValueValidator(FIRST_DAY)])
    until = forms.DateField(label=_("Until"), widget=DayInput, validators=[MaxValueValidator(LAST_DAY)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self)

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        since, until, period = asked.get("since"), asked.get("until"), self.period_asked(asked)
        if since and until and until < since:
            raise forms.ValidationError(_("The period ends before it starts."))
        most = self.most_days.get(period)
        if since and until and most and (until - since).days >= most:
            raise forms.ValidationError(_too_long(period) % {"days": most})
        return asked

    def period_asked(self, asked: Mapping[str, Any]) -> str:
        period: str = asked.get("period", "")
        return period

    @property
    def end(self) -> datetime.date:
        """The first day after the period."""
        last: datetime.date = self.cleaned_data["until"]
        return last + datetime.timedelta(days=1)

    @property
    def days(self) -> int:
        since: datetime.date = self.cleaned_data["since"]
        return (self.end - since).days

    def address_of(self, **changed: Any) -> str:
        """Return what was asked as parameters of an address, some of them changed."""
        asked = {name: self[name].value() for name in self.fields}
        return urlencode({**asked, **changed}, doseq=True)


class PeriodForm(TimeForm):
    """Asks which air of the places of a page is to be shown: one pollutant, one value a period."""

    pollutant = forms.ChoiceField(label=_("Pollutant"), choices=Pollutant.choices)
    period = forms.ChoiceField(label=_("One value a"), choices=Period.choices)

    field_order = ("pollutant", "period", "since", "until")

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = places

    @property
    def parameters(self) -> str:
        """What was asked as the parameters of the chart's and the file's addresses."""
        if len(self._places) > 1:
            return self.address_of()
        place = self._places[0]
        return self.address_of(
            **{"station": place.station.pk} if place.station else {"city": place.city.code}
        )


@dataclass(frozen=True)
class Boxes:
    """The boxes of one city: the city as a whole, then its stations."""

    legend: str
    boxes: Sequence[Mapping[str, Any]]

    @property
    def chosen(self) -> int:
        return sum([box["selected"] for box in self.boxes])


class PlacesForm(TimeForm):
    """Asks for one or several places, each a city or a station by its key."""

    place = forms.MultipleChoiceField(label=_("Places"))

    def __init__(self, *args: Any, places: Mapping[str, Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = places
        self.fields["place"].choices = choices_of(places)  # type: ignore[attr-defined]

    def clean_place(self) -> list[Place]:
        keys: list[str] = self.cleaned_data["place"]
        if len(keys) > MOST_LINES:
            raise forms.ValidationError(
                _("At most %(most)d places can be told apart in a chart.") % {"most": MOST_LINES}
            )
        return [place for key, place in self._places.items() if key in keys]

    @property
    def place_boxes(self) -> list[Boxes]:
        return _boxes(self, "place")


class ExplorerForm(PlacesForm):
    """Asks for any places, pollutants and time, one value a period, in a unit of the reader's choice."""

    most_days = {Period.HOUR: 366, Period.DAY: 3660}

    pollutant = forms.MultipleChoiceField(label=_("Pollutants"), choices=Pollutant.choices)
    period = forms.ChoiceField(label=_("One value a"), choices=Period.choices)
    unit = forms.ChoiceField(label=_("Unit"), choices=CHOICES)

    field_order = ("place", "pollutant", "period", "since", "until", "unit")

    def clean(self) -> dict[str, Any]:
        asked = super().clean()
        if self.is_valid() and self._values(asked) > MOST_VALUES:
            raise forms.ValidationError(
                _("That is more than %(most)s values. Choose fewer places or pollutants, or a shorter time.")
                % {"most": f"{MOST_VALUES:,}"}
            )
        return asked

    def _values(self, asked: Mapping[str, Any]) -> int:
        rows = {Period.HOUR: self.days * HOURS_A_DAY, Period.DAY: self.days}.get(asked["period"], 0)
        return rows * len(asked["place"]) * len(asked["pollutant"])

    @property
    def pollutant_boxes(self) -> list[Boxes]:
        return _boxes(self, "pollutant")


class PatternsForm(PlacesForm):
    """Asks for the hours of the day and the days of the week of one pollutant at some places."""

    most_days = {Period.HOUR: 366}

    pollutant = forms.ChoiceField(label=_("Pollutant"), choices=Pollutant.choices)

    field_order = ("place", "pollutant", "since", "until")

    def period_asked(self, asked: Mapping[str, Any]) -> str:
        return Period.HOUR


def asked_or_suggested(asked: QueryDict, suggested: Mapping[str, Any]) -> QueryDict:
    """Return what was asked; what was left out is suggested."""
    data = QueryDict(mutable=True)
    for name, value in suggested.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    for name, values in asked.lists():
        data.setlist(name, values)
    return data


def _boxes(form: forms.Form, name: str) -> list[Boxes]:
    field = form[name]
    groups = forms.CheckboxSelectMultiple(choices=field.field.choices).optgroups(  # type: ignore[attr-defined]
        field.html_name, field.value() or [], {"id": field.auto_id}
    )
    joined: dict[str, list[Any]] = {}
    for legend, boxes, _place in groups:
        joined.setdefault(str(legend or ""), []).extend(boxes)
    return [Boxes(legend, boxes) for legend, boxes in joined.items()]


def _too_long(period: str) -> str:
    if period == Period.HOUR:
        return str(_("Hours are shown for at most %(days)d days. Choose a shorter period, or days."))
    return str(_("Days are shown for at most %(days)d days. Choose a shorter period, or months."))
