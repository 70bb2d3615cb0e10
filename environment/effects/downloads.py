"""What was found about one link, as files for a spreadsheet: every figure or the reason why there is none."""

import csv
import io
from collections.abc import Iterator, Sequence

import xlsxwriter
from django.http import HttpResponse
from django.utils.translation import gettext as _

from committee.pages.spreadsheets import WORKBOOK_TYPE, attachment, harmless
from environment.effects.findings import AirFinding
from environment.effects.models import AirEffect
from environment.effects.wording import PERCENT, methods, notes_of
from environment.explorer.workbook import MADE
from environment.project_links.models import ProjectAirLink

FIGURES = ["figure", "value", "low", "high", "unit", "p", "n", "expected", "needed", "missing_because"]
DAYS_ABOVE = ["standard", "averaging", "limit", "unit", "verified", "period", "days", "valid_days"]
MONTHS = ["month", "mean", "under_average_weather", "n", "expected"]
WIDE = 22

Cell = str | int | float | None
Table = tuple[str, Sequence[str], Sequence[Sequence[Cell]]]


def csv_answer(link: ProjectAirLink, effect: AirEffect | None) -> HttpResponse:
    """Return all tables one below the other, with a byte order mark, so that spreadsheets read UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    for title, heading, rows in _tables(link, effect):
        writer.writerow([title])
        writer.writerow(heading)
        writer.writerows([_written(cell) for cell in row] for row in rows)
        writer.writerow([])
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = attachment(*_names(link), "csv")
    return answer


def workbook_answer(link: ProjectAirLink, effect: AirEffect | None) -> HttpResponse:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": MADE})
        bold = book.add_format({"bold": True})
        for title, heading, rows in _tables(link, effect):
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, len(heading) - 1, WIDE)
            sheet.write_row(0, 0, heading, bold)
            for place, row in enumerate(rows, start=1):
                sheet.write_row(place, 0, row)
    answer = HttpResponse(file.getvalue(), content_type=WORKBOOK_TYPE)
    answer["Content-Disposition"] = attachment(*_names(link), "xlsx")
    return answer


def _names(link: ProjectAirLink) -> tuple[str, str]:
    plain = f"effect {link.city.code} {link.pollutant} {link.pk}"
    days = f"{link.baseline_from}–{link.evaluation_until}"
    return plain, f"{link.project.title.plain} {link.city.name.plain} {link.get_pollutant_display()} {days}"


def _tables(link: ProjectAirLink, effect: AirEffect | None) -> Iterator[Table]:
    finding = effect.finding if effect else None
    if finding is not None:
        yield "figures", FIGURES, list(_figures(finding))
        yield "days_above", DAYS_ABOVE, list(_days_above(finding))
        yield "months", MONTHS, list(_months(finding))
    yield "about", ["what", "is"], list(_about(link, effect, finding))


def _figures(finding: AirFinding) -> Iterator[Sequence[Cell]]:
    for each in finding.estimates.all():
        unit = "%" if each.what in PERCENT else finding.unit
        yield [
            each.what, each.value, each.low, each.high, unit, each.p,
            each.n, each.expected, each.needed, each.reason,
        ]  # fmt: skip


def _days_above(finding: AirFinding) -> Iterator[Sequence[Cell]]:
    for each in finding.days_above.all():
        verified = "yes" if each.is_verified else "no"
        yield [
            each.standard, each.averaging, each.limit, each.unit, verified, each.period,
            each.days, each.valid_days,
        ]  # fmt: skip


def _months(finding: AirFinding) -> Iterator[Sequence[Cell]]:
    for month in finding.months.all():
        yield [f"{month.first_day:%Y-%m}", month.mean, month.adjusted, month.n, month.expected]


def _about(
    link: ProjectAirLink, effect: AirEffect | None, finding: AirFinding | None
) -> Iterator[Sequence[Cell]]:
    yield ["project", harmless(link.project.title.plain)]
    yield ["city", link.city.code]
    yield ["stations", ", ".join(station.code for station in link.stations.all()) or _("the whole city")]
    yield ["pollutant", link.pollutant]
    yield ["state", effect.state if effect else AirEffect.State.WAITING.value]
    if finding is None:
        return
    yield ["baseline", f"{finding.baseline_from} – {finding.baseline_until}"]
    yield ["evaluation", f"{finding.evaluation_from} – {finding.evaluation_until}"]
    yield ["unit", finding.unit]
    yield ["reference_state", finding.reference_state]
    yield ["sources", harmless(finding.sources)]
    yield ["control_stations", ", ".join(station.code for station in finding.controls.all())]
    yield ["computed_at", finding.computed_at.isoformat()]
    yield ["version_of_the_values", finding.fingerprint]
    yield ["version_of_the_method", finding.method]
    yield from (["note", note] for note in notes_of(finding))
    yield from (["method", sentence] for sentence in methods())


def _written(cell: Cell) -> str | int:
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return "" if cell is None else cell
