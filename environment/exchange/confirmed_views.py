"""Provisional and confirmed values side by side, with their difference."""

import datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Max
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.members.requests import MemberRequest
from committee.pages.forms import DayInput
from committee.pages.looks import dress
from committee.pages.partials import page_or_part
from committee.pages.writing import UNPROCESSABLE
from environment.measurements.confirmation import Difference, Hours, differences, pairs_of
from environment.measurements.models import Pollutant, Series
from environment.sources.clock import FIRST_DAY, LAST_DAY, LocalClock
from environment.sources.registry import CONFIRMING, GENERATED_CONFIRMED
from environment.stations.models import Station

DAYS_SUGGESTED, MOST_DAYS = 31, 3660
HOURS_A_PAGE = 100
SECONDS_AN_HOUR = 3600


class ConfirmedForm(forms.Form):
    """Asks of which city or station, pollutant and period."""

    city = forms.ModelChoiceField(City.objects.all(), label=_("City"), to_field_name="code", empty_label=None)
    station = forms.ModelChoiceField(
        Station.objects.none(), label=_("Station"), required=False, empty_label=_("All stations")
    )
    pollutant = forms.ChoiceField(label=_("Pollutant"), choices=Pollutant.choices)
    since = forms.DateField(label=_("From"), widget=DayInput, validators=[MinValueValidator(FIRST_DAY)])
    until = forms.DateField(label=_("Until"), widget=DayInput, validators=[MaxValueValidator(LAST_DAY)])
    differing = forms.BooleanField(label=_("Only hours that differ"), required=False)

    def __init__(self, asked: dict[str, Any]) -> None:
        super().__init__(asked)
        stations = Station.objects.filter(city__code=asked["city"]).order_by("code")
        self.fields["station"].queryset = stations  # type: ignore[attr-defined]
        dress(self)

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        since, until = asked.get("since"), asked.get("until")
        if since and until and until < since:
            raise forms.ValidationError(_("The period ends before it starts."))
        if since and until and (until - since).days >= MOST_DAYS:
            raise forms.ValidationError(_("At most %(days)d days at a time.") % {"days": MOST_DAYS})
        return asked


def confirmed(request: MemberRequest) -> HttpResponse:
    """Show every station's difference over a period; of one station each hour too."""
    form = ConfirmedForm(_asked(request))
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        context |= _found(form.cleaned_data, request.GET.get("page"))
    status = 200 if form.is_valid() else UNPROCESSABLE
    return page_or_part(
        request, "exchange/confirmed.html", "exchange/confirmed.html#differences", context, status
    )


def _found(asked: dict[str, Any], page: str | None) -> dict[str, Any]:
    city, clock = asked["city"], LocalClock(asked["city"].time_zone)
    start, end = asked["since"], asked["until"] + datetime.timedelta(days=1)
    rows = differences(pairs_of(city, asked["pollutant"], asked["station"]), clock, start, end)
    found: dict[str, Any] = {
        "differences": rows,
        "pollutant": Pollutant(asked["pollutant"]),
        "is_illustrative": any(row.pair.confirmed.source == GENERATED_CONFIRMED for row in rows),
    }
    if asked["station"] and (shown := _most_shared(rows)):
        hours = Hours(shown.pair, clock, start, end, differing=asked["differing"])
        found |= {"shown": shown, "rows": Paginator(hours, HOURS_A_PAGE).get_page(page)}
    return found


def _most_shared(rows: list[Difference]) -> Difference | None:
    """Return the pair of sources that share most hours, where several are of one station."""
    return max(rows, key=lambda row: row.both, default=None)


def _asked(request: MemberRequest) -> dict[str, Any]:
    """Return what was asked; what was left out is suggested: the last month with confirmed values."""
    reviewed = Series.objects.filter(source__in=CONFIRMING).values("station__city__code")
    hours = reviewed.annotate(last=Max("last_hour")).order_by("last")
    last_hours: dict[str, int | None] = dict(hours.values_list("station__city__code", "last"))
    # No city has it in its code, and PostgreSQL takes no text with it.
    code = request.GET.get("city", "").replace("\0", "") or next(reversed(last_hours), request.user.city.code)
    city = City.objects.filter(code=code).first() or request.user.city
    last_hour = last_hours.get(code) or int(timezone.now().timestamp()) // SECONDS_AN_HOUR
    last = LocalClock(city.time_zone).day(last_hour)
    suggested = {
        "city": code,
        "pollutant": Pollutant.PM25,
        "since": (last - datetime.timedelta(days=DAYS_SUGGESTED - 1)).isoformat(),
        "until": last.isoformat(),
    }
    return {**suggested, **request.GET.dict(), "city": code}
