"""The explorer: any places, pollutants and time, as charts with their tables and as files."""

from collections.abc import Sequence

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control

from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.visitors import open_to_visitors
from committee.pages.writing import UNPROCESSABLE
from committee.printing.pictures import picture, width_for
from environment.explorer.charts import is_thinned, lines_chart
from environment.explorer.downloads import csv_answer, workbook_answer
from environment.explorer.forms import ExplorerForm, asked_or_suggested
from environment.explorer.places import Place, places_to_choose, suggested_days
from environment.explorer.side_by_side import SideBySide, as_received, side_by_side
from environment.explorer.tables import TableRow
from environment.explorer.units import COMMON, RECEIVED
from environment.measurements.models import Pollutant
from environment.measurements.periods import Period

ROWS_A_PAGE = 100


class Shown:
    """One table of the page, with its picture and the rows of the page that is read."""

    def __init__(self, table: SideBySide, chart: str, page: str | None) -> None:
        self.table, self.chart = table, chart
        self.is_thinned = table.has_values and is_thinned(table.lines())
        self.rows: Page[TableRow] = Paginator(table.rows, ROWS_A_PAGE).get_page(page)


@open_to_visitors
def explorer(request: MemberRequest) -> HttpResponse:
    form = _asked(request)
    if not form.is_valid():
        return _page(request, form, [], UNPROCESSABLE)
    shown = []
    for pollutant in form.cleaned_data["pollutant"]:
        for number, table in enumerate(_tables(form, [pollutant])):
            address = form.address_of(pollutant=pollutant, table=number)
            shown.append(Shown(table, address, request.GET.get("page")))
    return _page(request, form, shown, 200)


@open_to_visitors
@cache_control(private=True, max_age=300)
def explorer_chart(request: MemberRequest) -> HttpResponse:
    """Draw one table of the page; the same parameters, so that page and picture agree."""
    form = _asked(request)
    if not form.is_valid():
        return HttpResponse(status=UNPROCESSABLE)
    number = request.GET.get("table", "0")
    tables = _tables(form, form.cleaned_data["pollutant"])
    if not number.isdecimal() or int(number) >= len(tables) or not tables[int(number)].columns:
        raise Http404
    shown = tables[int(number)]
    spec = lines_chart(
        shown.lines(),
        period=shown.period,
        unit=shown.unit,
        marks=shown.marks,
        width=width_for(request),
        height=260,
    )
    return picture(spec)


@open_to_visitors
def explorer_csv(request: MemberRequest) -> HttpResponse:
    """Hand out what the tables show, all of their pages."""
    form = _asked(request)
    if not form.is_valid():
        return render(request, "explorer/refused.html", {"form": form}, status=UNPROCESSABLE)
    return csv_answer(_tables(form, form.cleaned_data["pollutant"]))


@open_to_visitors
def explorer_xlsx(request: MemberRequest) -> HttpResponse:
    """Hand out what the tables show as a workbook, a sheet a table."""
    form = _asked(request)
    if not form.is_valid():
        return render(request, "explorer/refused.html", {"form": form}, status=UNPROCESSABLE)
    return workbook_answer(_tables(form, form.cleaned_data["pollutant"]))


def _page(request: MemberRequest, form: ExplorerForm, shown: Sequence[Shown], status: int) -> HttpResponse:
    context = {"form": form, "shown": shown}
    return page_or_part(request, "explorer/explorer.html", "explorer/tables.html", context, status)


def _asked(request: MemberRequest) -> ExplorerForm:
    places = places_to_choose()
    cities = [key for key, place in places.items() if not place.station]
    suggested = {"place": cities, "pollutant": Pollutant.PM25, "period": Period.DAY, "unit": COMMON}
    if not request.GET.keys() >= {"since", "until"}:
        asked = [places[key] for key in request.GET.getlist("place", cities) if key in places]
        since, until = suggested_days(asked, timezone.now())
        suggested |= {"since": since.isoformat(), "until": until.isoformat()}
    return ExplorerForm(asked_or_suggested(request.GET, suggested), places=places)


def _tables(form: ExplorerForm, pollutants: Sequence[str]) -> list[SideBySide]:
    asked = form.cleaned_data
    places: list[Place] = asked["place"]
    period, start, end, unit = asked["period"], asked["since"], form.end, asked["unit"]
    if unit == RECEIVED:
        return [
            table
            for pollutant in pollutants
            for table in as_received(places, pollutant=pollutant, period=period, start=start, end=end)
        ]
    return [
        side_by_side(places, pollutant=pollutant, period=period, start=start, end=end, unit=unit)
        for pollutant in pollutants
    ]
