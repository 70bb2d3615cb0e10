"""Whether the columns of tables add up, and charts draw what stands beside them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.printing.content import Chart, Row, Table
from committee.report_checks.contents import Content
from committee.report_checks.finding import Finding, error, warning
from committee.report_checks.naming import quoted, title_of, title_of_row
from committee.report_checks.numbers import Printed, number_in
from committee.report_checks.vega import numbers_of


def totals_are_sums(content: Content) -> Iterator[Finding]:
    """A total row sums each of its columns over the rows that share its other words."""
    remedy = _("Look at the rows of the table. If they are right, tell the operator of the site.")
    for section, table in content.of(Table):
        rows = [row for row in table.rows if not row.is_total]
        for total in (row for row in table.rows if row.is_total):
            for place, printed in _numbers(total):
                counted = _sum(place, total, rows)
                if counted is not None and not printed.stands_for(counted):
                    yield error(section, _differs(table, total, place, counted), remedy)


def _differs(table: Table, total: Row, place: int, counted: Decimal) -> str:
    words = _("%(table)s, %(row)s, column %(column)s: %(number)s is printed, but the rows add up to %(sum)s.")
    return words % {
        "table": title_of(table),
        "row": quoted(title_of_row(total)),
        "column": quoted(table.columns[place].heading),
        "number": total.cells[place],
        "sum": number_format(counted, force_grouping=True),
    }


def tables_have_rows(content: Content) -> Iterator[Finding]:
    """Where there is nothing to list, a sentence that says so is better than heads of columns."""
    for section, table in content.of(Table):
        if not table.rows:
            words = _("%(table)s has no rows.") % {"table": title_of(table)}
            yield warning(
                section, words, _("Tell the operator of the site, if something should stand there.")
            )


def charts_fit_their_tables(content: Content) -> Iterator[Finding]:
    """Each number of the table beside a chart is one of those that are drawn."""
    for section, chart in content.of(Chart):
        if chart.table and (missing := _not_drawn(chart.table, numbers_of(chart.spec))):
            words = _("The table beside %(chart)s prints %(number)s, which is not drawn.")
            values = {"chart": title_of(chart), "number": missing}
            yield error(
                section, words % values, _("Gather the content again, or tell the operator of the site.")
            )


def _sum(place: int, total: Row, rows: Sequence[Row]) -> Decimal | None:
    """Add up a column; None where a cell of it says more than a number, so that it cannot be added."""
    words = {at: str(cell) for at, cell in enumerate(total.cells) if at and str(cell) and not number_in(cell)}
    own = [row for row in rows if all(str(row.cells[at]) == word for at, word in words.items())]
    values = [number_in(row.cells[place]) for row in own if str(row.cells[place]) not in ("", "—")]
    return sum((each.value for each in values if each), Decimal()) if all(values) else None


def _numbers(row: Row) -> Iterator[tuple[int, Printed]]:
    for place, cell in enumerate(row.cells):
        if place and (printed := number_in(cell)):
            yield place, printed


def _not_drawn(table: Table, drawn: Sequence[float]) -> str:
    """Return the first number of the table for which none is left among those drawn."""
    left = sorted(drawn)
    printed = [(each, str(row.cells[at])) for row in table.rows for at, each in _numbers(row)]
    for number, words in sorted(printed, key=lambda each: each[0].value):
        place = next((at for at, value in enumerate(left) if number.stands_for(value)), None)
        if place is None:
            return words
        del left[place]
    return ""
