"""The pages of the calendar; what calendar programmes read is in `feed_views.py`."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from committee.calendar import actions
from committee.calendar.columns import cells, headings
from committee.calendar.forms import CalendarChoiceForm, MonthForm, PeriodForm
from committee.calendar.gathering import DAY, entries
from committee.calendar.models import CalendarFeed
from committee.calendar.month import by_day, doubts_of, month_of
from committee.calendar.permissions import may_follow
from committee.cities.models import City
from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.spreadsheets import ANSWERS
from committee.pages.writing import UNPROCESSABLE, by_button_of
from committee.workdays.dated import Period

SHOWN_AHEAD = 90 * DAY


def calendar(request: MemberRequest) -> HttpResponse:
    """Show a month as a grid; on a phone its days below one another."""
    reader, cities = request.user, list(City.objects.all())
    today = timezone.localdate(timezone=reader.zone)
    form = MonthForm({"month": f"{today:%Y-%m}", **request.GET.dict()}, reader=reader)
    first = (form.is_valid() and form.cleaned_data["month"]) or today.replace(day=1)
    month = month_of(first, reader, cities, today=today, chosen=form.chosen)
    context = {
        "form": form,
        "month": month,
        "weekdays": [date_format(day.date, "D") for day in month.weeks[0]],
        "doubts": doubts_of(first.year, cities),
        **_clocks(cities),
    }
    return page_or_part(
        request, "calendar/month.html", "calendar/month.html#rows", context, _status(form.is_valid())
    )


def calendar_list(request: MemberRequest) -> HttpResponse:
    """List a period, the time to come unless another one is asked for; `?format=` answers it as a file."""
    reader, cities = request.user, list(City.objects.all())
    today = timezone.localdate(timezone=reader.zone)
    suggested = {"first": today.isoformat(), "last": (today + SHOWN_AHEAD).isoformat()}
    form = PeriodForm({**suggested, **request.GET.dict()}, reader=reader)
    period = form.period or Period(today, today + SHOWN_AHEAD)
    found = entries(period, reader, reader.zone, form.chosen)
    asked = request.GET.get("format")
    if form.is_valid() and asked in ANSWERS:
        name = _("Calendar %(first)s – %(last)s") % vars(period)
        return ANSWERS[asked](headings(), cells(found), name, f"calendar {period.first} {period.last}")
    context = {
        "form": form,
        "period": period,
        "days": by_day(found, period, cities),
        "formats": list(ANSWERS),
        **_clocks(cities),
    }
    status = _status(form.is_valid() and asked is None)
    return page_or_part(request, "calendar/list.html", "calendar/list.html#rows", context, status)


def calendar_settings(request: MemberRequest) -> HttpResponse:
    """Choose the time zone and holidays; make, renew or end the secret address for calendar programmes."""
    form = CalendarChoiceForm(request.POST if request.method == "POST" else None, reader=request.user)
    if form.is_valid():
        actions.choose_calendar(by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("calendar_settings"))
    context = {
        "form": form,
        "feed": CalendarFeed.objects.filter(member=request.user).first(),
        "may_follow": may_follow(request.user),
        "public_address": request.build_absolute_uri(reverse("calendar_public_feed")),
    }
    return render(request, "calendar/settings.html", context, status=_status(not form.is_bound))


@never_cache
@by_button_of("calendar_settings")
def calendar_feed_new(request: MemberRequest) -> HttpResponse:
    """Show a new secret address in this one answer; it is kept nowhere."""
    require(may_follow(request.user))
    path = reverse("calendar_feed", args=[actions.make_feed(by=request.user)])
    return render(request, "calendar/feed.html", {"address": request.build_absolute_uri(path)})


@by_button_of("calendar_settings")
def calendar_feed_end(request: MemberRequest) -> HttpResponse:
    actions.end_feed(by=request.user)
    messages.success(request, _("The address does not work any more."))
    return HttpResponseRedirect(reverse("calendar_settings"))


def _clocks(cities: list[City]) -> dict[str, Any]:
    return {"zones": [city.zone for city in cities]}


def _status(is_valid: bool) -> int:
    return 200 if is_valid else UNPROCESSABLE
