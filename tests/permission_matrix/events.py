from typing import Any

from tests.factories.event import EventFactory
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import KindIndicatorFactory, ProjectKindFactory
from tests.permission_matrix import Row, Status, World, of_members, of_secretariat


def of_event(_world: World) -> list[Any]:
    return [EventFactory().pk]


def of_event_about_minors(_world: World) -> list[Any]:
    return [EventFactory(project__kind__figures_only=True).pk]


def of_project(_world: World) -> list[Any]:
    return [ProjectFactory(kind=ProjectKindFactory()).pk]


def of_project_without_events(_world: World) -> list[Any]:
    return [ProjectFactory().pk]


def of_project_with_a_proposal(_world: World) -> list[Any]:
    return [ProjectFactory(kind=KindIndicatorFactory().kind).pk]


def of_keepers(status: Status) -> dict[str, Any]:
    """Who keeps the project, and who reports on it."""
    return of_secretariat(status) | {"co_lead": status, "contributor": status}


ROWS = [
    Row("event_list", **of_members(200)),
    Row("figure_list", **of_members(200)),
    Row("event", of_event, **of_members(200)),
    Row("project_events", of_project, **of_members(200)),
    Row("project_events", of_project_without_events, **of_members(404)),
    Row("event_new", of_project, **of_keepers(200)),
    Row("event_new", of_project, method="post", **of_keepers(422)),
    Row("event_new", of_project_without_events, **of_members(404)),
    Row("event_edit", of_event, **of_keepers(200)),
    Row("event_edit", of_event, method="post", **of_keepers(422)),
    Row("event_delete", of_event, **of_keepers(200)),
    Row("event_delete", of_event, method="post", **of_keepers(302)),
    Row("event_figures", of_event, **of_keepers(200)),
    Row("event_figures", of_event, method="post", **of_keepers(302)),
    Row("event_document_new", of_event, **of_keepers(200)),
    Row("event_document_new", of_event, method="post", **of_keepers(422)),
    Row("event_document_new", of_event_about_minors, **of_members(403)),
    Row("indicators_take", of_project_with_a_proposal, **of_secretariat(200) | {"co_lead": 200}),
    Row(
        "indicators_take",
        of_project_with_a_proposal,
        method="post",
        **of_secretariat(422) | {"co_lead": 422},
    ),
    Row("api-event-list", **of_members(200, anonymous=403)),
    Row("api-event-detail", of_event, **of_members(200, anonymous=403)),
]
