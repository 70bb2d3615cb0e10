"""What the file of the budget lines holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.budgets.models import BudgetLine
from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of

BUDGET_COLUMNS = columns_of(
    BudgetLine,
    "project",
    Column(_("Subcommittee"), attrgetter("project.subcommittee")),
    "city",
    "year",
    Column(_("Currency"), attrgetter("currency")),
    "planned",
    "spent",
    *columns("source"),
)
