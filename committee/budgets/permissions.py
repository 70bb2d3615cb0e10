from committee.budgets.models import BudgetLine
from committee.members.models import Member
from committee.projects.models import Project
from committee.projects.permissions import may_edit_project, may_report_on


def may_add_budget_line(member: Member, project: Project) -> bool:
    """Who keeps the project or reports on it; the line is always of the member's own city."""
    return may_edit_project(member, project) or may_report_on(member, project)


def may_edit_budget_line(member: Member, line: BudgetLine) -> bool:
    """Each city keeps its own money."""
    return member.city_id == line.city_id and may_add_budget_line(member, line.project)
