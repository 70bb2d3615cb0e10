from typing import Any

from tests.factories.budget_line import BudgetLineFactory
from tests.factories.city import seoul
from tests.factories.project import ProjectFactory
from tests.permission_matrix import Row, Status, World, of_members


def of_project(_world: World) -> list[Any]:
    return [ProjectFactory().pk]


def of_line(_world: World) -> list[Any]:
    return [BudgetLineFactory().pk]


def of_draft(_world: World) -> list[Any]:
    """A project that Seoul keeps inside the city."""
    return [ProjectFactory(draft_of=seoul()).pk]


def amounts(_world: World) -> dict[str, Any]:
    return {"year": "2019", "currency": "CNY", "spent": "12.50"}


def of_those_at_work(status: Status) -> dict[str, Any]:
    """Both secretariats, and who works in the project's subcommittee."""
    return of_members(403) | {"secretariat": status, "co_lead": status, "contributor": status}


ROWS = [
    Row("budget_list", **of_members(200)),
    Row("project_budget", of_project, **of_members(200)),
    Row("project_budget", of_draft, **of_members((200, 404))),
    Row("budget_line_new", of_project, **of_those_at_work(200)),
    Row("budget_line_new", of_project, method="post", **of_those_at_work(422)),
    Row("budget_line_new", of_project, method="post", form=amounts, **of_those_at_work(302)),
    Row("budget_line_edit", of_line, **of_those_at_work((200, 403))),
    Row("budget_line_edit", of_line, method="post", form=amounts, **of_those_at_work((302, 403))),
    Row("budget_line_delete", of_line, **of_those_at_work((200, 403))),
    Row("budget_line_delete", of_line, method="post", **of_those_at_work((302, 403))),
    Row("api-budget-list", **of_members(200, anonymous=403)),
    Row("api-budget-detail", of_line, **of_members(200, anonymous=403)),
]
