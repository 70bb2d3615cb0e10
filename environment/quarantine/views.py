"""What was received and not taken: looked through, released or discarded, one by one or many at once."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committee.members.requests import MemberRequest
from committee.pages.lists import FORMATS, ROWS_A_PAGE, file_if_asked
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of
from committee.rules import BrokenRule
from environment.measurements.models import Measurement, QuarantineDecision, RejectedReading
from environment.measurements.rejected import RejectedReadingQuerySet
from environment.quarantine.actions import Outcome, discard, release
from environment.quarantine.columns import QUARANTINE_COLUMNS
from environment.quarantine.forms import DecisionForm, QuarantineFilter
from environment.quarantine.permissions import may_decide, may_decide_for

DECISIONS_SHOWN = 20
HOURS_AROUND = 6
LIST = "quarantine/quarantine.html"
State = RejectedReading.State


class Neighbour(NamedTuple):
    """An hour beside that of a reading, and what is known for it."""

    hour: int
    value: float | None
    is_of_the_reading: bool


def quarantine(request: MemberRequest) -> HttpResponse:
    if file := file_if_asked(request, _found(request), QUARANTINE_COLUMNS):
        return file
    return page_or_part(request, LIST, f"{LIST}#rows", _list(request))


@by_button_of("quarantine")
def quarantine_decide(request: MemberRequest) -> HttpResponse:
    """Decide about the ticked readings, or about all that a filter finds."""
    require(may_decide(request.user))
    form = DecisionForm(request.POST)
    refusal = _problem(form)
    if not refusal:
        readings = form.cleaned_data["reading"]
        if form.cleaned_data["found"]:
            readings = _found(request).qs.filter(pk__lte=form.cleaned_data["newest"] or 0)
        refusal = _decided(request, form, RejectedReading.objects.filter(pk__in=readings.values("pk")))
    if refusal:
        context = _list(request) | {"refusal": refusal, "form": form}
        return render(request, LIST, context, status=UNPROCESSABLE)
    return HttpResponseRedirect(f"{reverse('quarantine')}?{request.GET.urlencode()}")


def quarantined(request: MemberRequest, reading_id: int) -> HttpResponse:
    reading = _reading(reading_id)
    return render(request, "quarantine/reading.html", _about(request, reading))


@by_button_of("quarantined")
def quarantined_decide(request: MemberRequest, reading_id: int) -> HttpResponse:
    reading = _reading(reading_id)
    require(may_decide_for(request.user, reading.delivery.city))
    form = DecisionForm(request.POST)
    refusal = _problem(form) or _decided(request, form, RejectedReading.objects.filter(pk=reading.pk))
    if refusal:
        context = _about(request, reading) | {"refusal": refusal, "form": form}
        return render(request, "quarantine/reading.html", context, status=UNPROCESSABLE)
    return HttpResponseRedirect(reverse("quarantined", args=[reading.pk]))


def _list(request: MemberRequest) -> dict[str, Any]:
    filters = _found(request)
    newest = filters.qs.order_by("-pk").values_list("pk", flat=True).first()
    return {
        "filters": filters,
        "rows": Paginator(filters.qs, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "formats": FORMATS,
        "newest": newest or 0,
        "may_decide": may_decide(request.user),
        "is_waiting": filters.form["state"].value() == State.WAITING,
        "decisions": QuarantineDecision.objects.select_related("city", "by")[:DECISIONS_SHOWN],
    }


def _found(request: HttpRequest) -> QuarantineFilter:
    readings = RejectedReading.objects.first_seen().order_by("-pk")
    related = readings.select_related("delivery__city", "series__station", "decision__by")
    return QuarantineFilter(request.GET, queryset=related, request=request)


def _reading(reading_id: int) -> RejectedReading:
    readings = RejectedReading.objects.first_seen().select_related(
        "delivery__city", "series__station__city", "decision__by__city"
    )
    return get_object_or_404(readings, pk=reading_id)


def _about(request: MemberRequest, reading: RejectedReading) -> dict[str, Any]:
    return {
        "reading": reading,
        "around": _around(reading),
        "repetitions": reading.repetitions.select_related("delivery__city").order_by("-pk")[:ROWS_A_PAGE],
        "may_decide": reading.state == State.WAITING and may_decide_for(request.user, reading.delivery.city),
    }


def _around(reading: RejectedReading) -> list[Neighbour]:
    if reading.hour is None:
        return []
    hours = range(reading.hour - HOURS_AROUND, reading.hour + HOURS_AROUND + 1)
    stored = Measurement.objects.filter(series=reading.series_id, hour__range=(hours[0], hours[-1]))
    known = dict(stored.values_list("hour", "value"))
    return [Neighbour(hour, known.get(hour), hour == reading.hour) for hour in hours]


def _problem(form: DecisionForm) -> str:
    if form.is_valid():
        return ""
    if "note" in form.errors:
        return _("Say why: the reason stays with the readings.")
    return _("Choose whether to release or to discard.")


def _decided(request: MemberRequest, form: DecisionForm, readings: RejectedReadingQuerySet) -> str:
    """Do what was chosen and say what became of it; return the rule that stands against it, if one does."""
    chosen = form.cleaned_data
    common = {"by": request.user, "city": request.user.city, "readings": readings, "note": chosen["note"]}
    try:
        if chosen["act"] == QuarantineDecision.Act.RELEASED:
            _say(request, release(**common, replace=chosen["replace"]), is_release=True)
        else:
            _say(request, discard(**common), is_release=False)
    except BrokenRule as rule:
        return str(rule.message)
    return ""


def _say(request: MemberRequest, outcome: Outcome, *, is_release: bool) -> None:
    if outcome.decided:
        released = ngettext(
            "%(count)d reading was released.", "%(count)d readings were released.", outcome.decided
        )
        discarded = ngettext(
            "%(count)d reading was discarded.", "%(count)d readings were discarded.", outcome.decided
        )
        messages.success(request, (released if is_release else discarded) % {"count": outcome.decided})
    if outcome.left:
        left = ngettext(
            "%(count)d reading still waits: it is no number, or another value is known for its hour.",
            "%(count)d readings still wait: they are no numbers, or other values are known for their hours.",
            outcome.left,
        )
        messages.warning(request, left % {"count": outcome.left})
    if outcome.before:
        before = ngettext(
            "%(count)d reading had been decided before; that stands.",
            "%(count)d readings had been decided before; that stands.",
            outcome.before,
        )
        messages.info(request, before % {"count": outcome.before})
