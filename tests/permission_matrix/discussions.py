from typing import Any

from tests.factories.city import seoul
from tests.factories.message import MessageFactory
from tests.factories.project import ProjectFactory
from tests.permission_matrix import Row, Status, World, of_members


def of_project(_world: World) -> list[Any]:
    return [ProjectFactory().pk]


def of_draft(_world: World) -> list[Any]:
    """A project that Seoul keeps inside the city."""
    return [ProjectFactory(draft_of=seoul()).pk]


def of_message_about_a_draft(_world: World) -> list[Any]:
    return [MessageFactory(project=ProjectFactory(draft_of=seoul())).pk]


def of_message_of_the_co_lead(world: World) -> list[Any]:
    """A message of Seoul's co-lead."""
    return [MessageFactory(author=world.members["co_lead"][0]).pk]


def words(_world: World) -> dict[str, Any]:
    return {"text": "When do we meet?", "language": "en"}


def of_those_at_work(status: Status) -> dict[str, Any]:
    return of_members(status) | {"observer": 403, "anonymous": 302, "elsewhere": status}


def of_its_author(status: int) -> dict[str, Any]:
    return of_members(403) | {"co_lead": (status, 403)}


ROWS = [
    Row("project_discussion", of_project, **of_members(200)),
    Row("latest_messages", of_project, **of_members(200)),
    Row("project_discussion", of_draft, **of_members((200, 404))),
    Row("latest_messages", of_draft, **of_members((200, 404))),
    Row("message", of_message_about_a_draft, **of_members((200, 404))),
    Row("message_new", of_project, **of_those_at_work(200)),
    Row("message_new", of_project, method="post", **of_those_at_work(422)),
    Row("message_new", of_project, method="post", form=words, **of_those_at_work(302)),
    Row("people_to_mention", of_project, **of_those_at_work(204)),
    Row("people_to_mention", of_project, method="post", form=words, **of_those_at_work(204)),
    Row("message", of_message_of_the_co_lead, **of_members(200)),
    Row("message_edit", of_message_of_the_co_lead, **of_its_author(200)),
    Row("message_edit", of_message_of_the_co_lead, method="post", form=words, **of_its_author(302)),
    Row("message_delete", of_message_of_the_co_lead, **of_its_author(200)),
    Row("message_delete", of_message_of_the_co_lead, method="post", **of_its_author(302)),
    Row("api-message-list", **of_members(200, anonymous=403)),
    Row("api-message-detail", of_message_of_the_co_lead, **of_members(200, anonymous=403)),
]
