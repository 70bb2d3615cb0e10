from typing import Any

from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory, confirmed_update, differing_update, submitted_update
from tests.permission_matrix import Row, Status, World, of_members


def of_project(_world: World) -> list[Any]:
    return [ProjectFactory().pk]


def of_draft(_world: World) -> list[Any]:
    return [UpdateFactory().pk]


def of_submitted(_world: World) -> list[Any]:
    return [submitted_update().pk]


def of_confirmed(_world: World) -> list[Any]:
    return [confirmed_update().pk]


def of_differing(_world: World) -> list[Any]:
    return [differing_update().pk]


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


def of_starters(status: int) -> dict[str, Any]:
    """Who works in the subcommittee; a secretariat on behalf of a co-lead."""
    return of_members(403) | dict.fromkeys(("contributor", "co_lead", "secretariat"), status)


def of_menders(status: int, *, anonymous: int = 302) -> dict[str, Any]:
    """Seoul's co-leads, contributors and secretariat."""
    menders: Status = (status, 403)
    return of_members(403, anonymous=anonymous) | {
        "contributor": menders,
        "co_lead": menders,
        "secretariat": menders,
    }


def of_answerers(status: int, *, anonymous: int = 302) -> dict[str, Any]:
    """What only Beijing's co-lead of the subcommittee may do."""
    return of_members(403, anonymous=anonymous) | {"co_lead": (403, status)}


ROWS = [
    Row("update_list", **of_members(200)),
    Row("update", of_draft, **of_members((200, 404))),
    Row("update", of_submitted, **of_members(200)),
    Row("update", of_confirmed, **of_members(200)),
    Row("update_new", of_project, **of_starters(200)),
    Row("update_new", of_project, method="post", **of_starters(422)),
    Row("update_edit", of_draft, **of_reporters(200, beijing=404)),
    Row("update_edit", of_draft, method="post", **of_reporters(422, beijing=404)),
    Row("update_edit", of_submitted, **of_members(403)),
    Row("update_edit", of_confirmed, **of_members(403)),
    # Who has not signed in is told so in the place of what was saved.
    Row("update_new_autosave", of_project, method="post", **of_starters(422) | {"anonymous": 422}),
    Row(
        "update_autosave",
        of_draft,
        method="post",
        form=lambda _: {"narrative_en": ""},
        **of_reporters(422, beijing=404, anonymous=422),
    ),
    Row("update_autosave", of_confirmed, method="post", **of_members(403, anonymous=422)),
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
    Row("update_confirm", of_differing, method="post", **of_answerers(422)),
    Row("update_mend", of_confirmed, **of_menders(200)),
    Row("update_mend", of_confirmed, method="post", form=lambda _: {"narrative_en": "x"}, **of_menders(422)),
    Row("update_mend", of_submitted, **of_members(403)),
    Row("update_statement", of_submitted, **of_answerers(200)),
    Row("update_statement", of_submitted, method="post", **of_answerers(422)),
    Row("update_statement", of_differing, **of_answerers(200)),
    Row("update_statement", of_confirmed, **of_members(403)),
    Row("update_edit", of_differing, **of_reporters(200)),
    Row("update_close", of_differing, method="post", **of_members(403) | {"co_lead": (422, 403)}),
    Row("update_close", of_submitted, method="post", **of_members(403) | {"co_lead": 422}),
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
    Row(
        "api-update-statement",
        of_submitted,
        method="post",
        form=lambda _: {"statement_course": "late", "statement_en": "Not yet."},
        **of_answerers(200, anonymous=403),
    ),
    Row(
        "api-update-wording",
        of_confirmed,
        method="post",
        form=lambda _: {"narrative_en": "x"},
        **of_menders(422, anonymous=403),
    ),
    Row(
        "api-update-close",
        of_differing,
        method="post",
        form=lambda _: {"seen": "x"},
        **of_members(403, anonymous=403) | {"co_lead": (422, 403)},
    ),
    Row("api-update-correct", of_confirmed, method="post", **of_reporters(201, anonymous=403)),
]
