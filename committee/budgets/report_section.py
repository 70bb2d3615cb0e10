"""The report's chapter on money: what each city planned and spent on the projects, by year."""

from itertools import groupby
from operator import attrgetter

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.budgets.amounts import amount
from committee.budgets.models import BudgetLine
from committee.budgets.totals import Total, totals_of
from committee.languages.wording import sentence
from committee.printing.content import Column, Paragraph, Row, Scope, Section, Subsection, Table
from committee.progress.printed import printed_projects
from committee.subcommittees.models import Subcommittee


def budgets(scope: Scope) -> Section | None:
    """Say nothing where no city entered an amount: then there is no chapter."""
    lines = list(_lines(scope))
    if not lines:
        return None
    return Section(
        _("Budgets"),
        (
            Paragraph(
                _("What each city planned and spent up to the year of %(day)s. Currencies are not converted.")
                % {"day": date_format(scope.end)},
                manner="lead",
            ),
            *(
                Subsection(subcommittee.name, (_table(subcommittee, list(group)),))
                for subcommittee, group in groupby(lines, key=attrgetter("project.subcommittee"))
            ),
        ),
    )


def _lines(scope: Scope) -> list[BudgetLine]:
    """Return the lines of the years that the report covers, the year in which it begins included."""
    covered = BudgetLine.objects.filter(project__in=printed_projects(scope), year__lte=scope.end.year)
    if scope.start:
        covered = covered.filter(year__gte=scope.start.year)
    order = [
        "project__subcommittee__position",
        "project__subcommittee",
        "project",
        "year",
        "city",
        "currency",
    ]
    return list(covered.in_full().order_by(*order))


def _table(subcommittee: Subcommittee, lines: list[BudgetLine]) -> Table:
    return Table(
        sentence(_("Budgets of the projects: %(subcommittee)s"), subcommittee=subcommittee.name),
        (
            Column(_("Project"), share=6),
            Column(_("City"), share=3),
            Column(_("Year"), share=2, align="end"),
            Column(_("Currency"), share=3),
            Column(_("Planned"), share=4, align="end"),
            Column(_("Spent"), share=4, align="end"),
            Column(_("Source of the money"), share=5),
        ),
        (*(_row(line) for line in lines), *(_total(total) for total in totals_of(lines))),
    )


def _row(line: BudgetLine) -> Row:
    return Row(
        (
            line.project.title,
            line.city.name,
            str(line.year),
            line.currency,
            amount(line.planned),
            amount(line.spent),
            line.source or "—",
        ),
        illustrative=line.is_illustrative,
    )


def _total(total: Total) -> Row:
    name = _("All in %(currency)s") % {"currency": total.currency}
    cells = (name, "", "", total.currency, amount(total.planned), amount(total.spent), "")
    return Row(cells, is_total=True)
