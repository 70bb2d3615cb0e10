"""Patterns of the day and the week, the places side by side."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.visitors import open_to_visitors
from committee.pages.writing import UNPROCESSABLE
from committee.printing.pictures import picture, width_for
from environment.explorer.forms import PatternsForm, asked_or_suggested
from environment.explorer.patterns import day_pattern, named, pattern_chart, week_pattern
from environment.explorer.places import places_to_choose, suggested_days
from environment.explorer.side_by_side import SideBySide, side_by_side
from environment.measurements.models import Pollutant
from environment.measurements.periods import Period

PATTERNS = {"day": day_pattern, "week": week_pattern}


@open_to_visitors
def air_patterns(request: MemberRequest) -> HttpResponse:
    form = _asked(request)
    if not form.is_valid():
        return page_or_part(
            request, "explorer/patterns.html", "explorer/patterns.html#shown", {"form": form}, UNPROCESSABLE
        )
    shown = _shown(form)
    context = {
        "form": form,
        "shown": shown,
        "names": [named(column) for column in shown.columns],
        "patterns": [(form.address_of(by=name), make(shown)) for name, make in PATTERNS.items()],
    }
    return page_or_part(request, "explorer/patterns.html", "explorer/patterns.html#shown", context)


@open_to_visitors
@cache_control(private=True, max_age=300)
def air_patterns_chart(request: MemberRequest) -> HttpResponse:
    form = _asked(request)
    if not form.is_valid():
        return HttpResponse(status=UNPROCESSABLE)
    make = PATTERNS.get(request.GET.get("by", "day"), day_pattern)
    return picture(pattern_chart(make(_shown(form)), width=width_for(request)))


def _asked(request: MemberRequest) -> PatternsForm:
    places = places_to_choose()
    cities = [key for key, place in places.items() if not place.station]
    suggested = {"place": cities, "pollutant": Pollutant.PM25}
    if not request.GET.keys() >= {"since", "until"}:
        asked = [places[key] for key in request.GET.getlist("place", cities) if key in places]
        since, until = suggested_days(asked, timezone.now())
        suggested |= {"since": since.isoformat(), "until": until.isoformat()}
    return PatternsForm(asked_or_suggested(request.GET, suggested), places=places)


def _shown(form: PatternsForm) -> SideBySide:
    asked = form.cleaned_data
    return side_by_side(
        asked["place"], pollutant=asked["pollutant"], period=Period.HOUR, start=asked["since"], end=form.end
    )
