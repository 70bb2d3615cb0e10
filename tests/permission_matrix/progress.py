from typing import Any

from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory, confirmed_update, submitted_update
from tests.permission_matrix import Row, Status, World, of_members


def of_project(_world: World) -> list[Any]:
    return [ProjectFactory().pk]


def of_draft(_world: World) -> list[Any]:
    return [UpdateFactory().pk]


def of_submitted(_world: World) -> list[Any]:
    return [submitted_update().pk]


def of_confirmed(_world: World) -> list[Any]:
    return [confirmed_update().pk]


def of_reporters(status: int, *, beijing: int = 403, anonymous: int = 302) -> dict[str, Any]:
    """What Seoul's co-leads and contributors of the subcommittee may do; `beijing` is told another thing."""
    reporters: Status = (status, beijing)
    others: Status = (403, beijing)
    return of_members(403, anonymous=anonymous) | {
        "observer": others,
        "liaison": others,
        "secretariat": others,
        "contributor": reporters,
        "co_lead": reporters,
    }


def of_answerers(status: int, *, anonymous: int = 302) -> dict[str, Any]:
    """What only Beijing's co-lead of the subcommittee may do."""
    return of_members(403, anonymous=anonymous) | {"co_lead": (403, status)}


ROWS = [
    Row("update_list", **of_members(200)),
    Row("update", of_draft, **of_members((200, 404))),
    Row("update", of_submitted, **of_members(200)),
    Row("update", of_confirmed, **of_members(200)),
    Row("update_new", of_project, **of_members(403) | {"contributor": 200, "co_lead": 200}),
    Row("update_new", of_project, method="post", **of_members(403) | {"contributor": 422, "co_lead": 422}),
    Row("update_edit", of_draft, **of_reporters(200, beijing=404)),
    Row("update_edit", of_draft, method="post", **of_reporters(422, beijing=404)),
    Row("update_edit", of_submitted, **of_members(403)),
    Row("update_edit", of_confirmed, **of_members(403)),
    Row("update_delete", of_draft, **of_reporters(200, beijing=404)),
    Row("update_delete", of_draft, method="post", **of_reporters(302, beijing=404)),
    Row("update_delete", of_submitted, method="post", **of_members(403)),
    Row("update_document_new", of_draft, **of_reporters(200, beijing=404)),
    Row("update_document_new", of_draft, method="post", **of_reporters(422, beijing=404)),
    Row("update_document_new", of_confirmed, **of_reporters(200)),
    Row("update_submit", of_draft, **of_members(302)),
    Row("update_submit", of_draft, method="post", **of_reporters(302, beijing=404)),
    Row("update_submit", of_submitted, method="post", **of_reporters(422)),
    Row("update_withdraw", of_submitted, method="post", **of_reporters(302)),
    Row("update_confirm", of_submitted, method="post", **of_answerers(422)),
    Row("update_return", of_submitted, method="post", **of_answerers(422)),
    Row(
        "update_return", of_submitted, method="post", form=lambda _: {"comment": "Why?"}, **of_answerers(302)
    ),
    Row("update_correct", of_confirmed, method="post", **of_reporters(302)),
    Row("api-update-list", **of_members(200, anonymous=403)),
    Row("api-update-list", method="post", **of_members(400, anonymous=403)),
    Row("api-update-detail", of_draft, **of_members((200, 404), anonymous=403)),
    Row("api-update-detail", of_submitted, **of_members(200, anonymous=403)),
    Row("api-update-submit", of_draft, method="post", **of_reporters(200, beijing=404, anonymous=403)),
    Row("api-update-withdraw", of_submitted, method="post", **of_reporters(200, anonymous=403)),
    Row(
        "api-update-confirm",
        of_submitted,
        method="post",
        form=lambda _: {"seen": "x"},
        **of_answerers(422, anonymous=403),
    ),
    Row(
        "api-update-send-back",
        of_submitted,
        method="post",
        form=lambda _: {"comment": "Why?"},
        **of_answerers(200, anonymous=403),
    ),
    Row("api-update-correct", of_confirmed, method="post", **of_reporters(201, anonymous=403)),
]
