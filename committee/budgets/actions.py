"""What each city enters of the money it gives to a project."""

from typing import Any

from committee.budgets.models import BudgetLine
from committee.budgets.permissions import may_add_budget_line, may_edit_budget_line
from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.members.models import Member
from committee.pages.permissions import require
from committee.projects.models import Project


def add_budget_line(*, by: Member, project: Project, **fields: Any) -> BudgetLine:
    """Enter what the member's own city gives in a year."""
    require(may_add_budget_line(by, project))
    return keep_new(by=by, record=BudgetLine(project=project, city=by.city, **fields))


def edit_budget_line(
    *, by: Member, line: BudgetLine, seen_version: int | None = None, **changes: Any
) -> BudgetLine:
    require(may_edit_budget_line(by, line))
    return keep_changes(by=by, record=line, changes=changes, seen_version=seen_version)


def delete_budget_line(*, by: Member, line: BudgetLine) -> None:
    require(may_edit_budget_line(by, line))
    keep_deletion(by=by, record=line)
