"""The ledger: a year of a city, a day station by station, and the same as picture and as files."""

import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control

from committee.cities.models import City
from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.writing import UNPROCESSABLE
from committee.printing.charts import chart_svg
from environment.ledger.charts import calendar_chart, class_of, classes
from environment.ledger.downloads import csv_answer, xlsx_answer
from environment.ledger.figures import Day, Figures, days_of_city, months_of
from environment.ledger.forms import ALL, LedgerForm
from environment.ledger.models import Promise
from environment.ledger.station_days import stations_on
from environment.measurements.models import Pollutant
from environment.sources.clock import YEARS

WIDTH, WIDTH_ON_A_PHONE = 780, 290


def ledger(request: MemberRequest) -> HttpResponse:
    """Show a year by months; the month asked for shows its days."""
    form = _asked(request)
    if not form.is_valid():
        return page_or_part(
            request, "ledger/ledger.html", "ledger/ledger.html#shown", {"form": form}, UNPROCESSABLE
        )
    days = _days(form)
    months = months_of(days)
    month = request.GET.get("month", "")
    opened = next((each for each in months if str(each.first.month) == month), None)
    context: dict[str, Any] = {
        "form": form,
        "city": form.cleaned_data["city"],
        "months": months,
        "opened": opened,
        "total": Figures.total(each.figures for each in months),
        "parameters": _parameters(form),
        "classes": _days_by_class(days),
        "is_illustrative": Promise.objects.of(form.cleaned_data["city"])
        .valid_between(*form.days)
        .filter(is_illustrative=True)
        .exists(),
    }
    return page_or_part(request, "ledger/ledger.html", "ledger/ledger.html#shown", context)


@cache_control(private=True, max_age=300)
def ledger_chart(request: MemberRequest) -> HttpResponse:
    form = _asked(request)
    if not form.is_valid():
        return HttpResponse(status=UNPROCESSABLE)
    width = WIDTH_ON_A_PHONE if "narrow" in request.GET else WIDTH
    svg = chart_svg(calendar_chart(_days(form), width=width), get_language() or "en")
    return HttpResponse(svg, content_type="image/svg+xml")


def ledger_csv(request: MemberRequest) -> HttpResponse:
    form = _asked(request)
    if not form.is_valid():
        return render(request, "hotline/refused.html", {"form": form}, status=UNPROCESSABLE)
    return csv_answer(_days(form), _file_name(form))


def ledger_xlsx(request: MemberRequest) -> HttpResponse:
    form = _asked(request)
    if not form.is_valid():
        return render(request, "hotline/refused.html", {"form": form}, status=UNPROCESSABLE)
    return xlsx_answer(_days(form), _file_name(form))


def ledger_day(request: MemberRequest, city_code: str, day: str) -> HttpResponse:
    """Show one day station by station, with the hours that are missing."""
    city = get_object_or_404(City, code=city_code)
    shown = _day(day)
    form = _asked(request, city=city, year=shown.year)
    pollutants = form.pollutants if form.is_valid() else list(Pollutant.values)
    rows = stations_on(city, pollutants=pollutants, day=shown, now=timezone.now())
    step = datetime.timedelta(days=1)
    context = {
        "city": city,
        "day": shown,
        "rows": rows,
        "total": Figures.total(row.figures for row in rows),
        "pollutant": request.GET.get("pollutant", ALL) if form.is_valid() else ALL,
        "day_before": shown - step,
        "day_after": shown + step,
    }
    return render(request, "ledger/day.html", context)


def _asked(request: MemberRequest, city: City | None = None, year: int | None = None) -> LedgerForm:
    """Return the form as sent; what was left out is suggested."""
    city = city or request.user.city
    suggested = {
        "city": city.code,
        "pollutant": ALL,
        "year": year or timezone.localdate(timezone=city.zone).year,
    }
    return LedgerForm({**suggested, **request.GET.dict()})


def _days(form: LedgerForm) -> list[Day]:
    first, last = form.days
    return days_of_city(
        form.cleaned_data["city"], pollutants=form.pollutants, first=first, last=last, now=timezone.now()
    )


def _days_by_class(days: list[Day]) -> list[tuple[str, int]]:
    counted = [class_of(each.figures) for each in days]
    return [(name, counted.count(place)) for place, name in enumerate(classes())]


def _parameters(form: LedgerForm) -> str:
    return urlencode({name: form[name].value() for name in form.fields})


def _file_name(form: LedgerForm) -> str:
    asked = form.cleaned_data
    return f"ledger-{asked['city'].code}-{asked['pollutant']}-{asked['year']}"


def _day(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    if day.year not in YEARS:
        raise Http404
    return day
