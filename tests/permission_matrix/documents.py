from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from committee.models import Document
from tests.factories.document import PDF, DocumentFactory, DocumentFileFactory, document_of
from tests.permission_matrix import MEMBER_ROLES, Row, World, of_members

Readers = Document.Readers


def with_file(document: Document) -> list[Any]:
    return [DocumentFileFactory(document=document).document_id]


def of_both(_world: World) -> list[Any]:
    return with_file(DocumentFactory())


def of_the_public(_world: World) -> list[Any]:
    return with_file(DocumentFactory(readers=Readers.PUBLIC))


def of_seoul(world: World) -> list[Any]:
    return with_file(document_of(world.seoul))


def of_seouls_secretariat(world: World) -> list[Any]:
    return with_file(DocumentFactory(city=world.seoul, added_by=world.members["secretariat"][0]))


def of_subcommittee(world: World) -> list[Any]:
    document = DocumentFactory(readers=Readers.SUBCOMMITTEE, subcommittee=world.subcommittee)
    return with_file(document)


def of_withdrawn(world: World) -> list[Any]:
    secretary = world.members["secretariat"][0]
    document = DocumentFactory(
        city=world.seoul,
        withdrawn_at="2018-03-19T00:00Z",
        withdrawn_by=secretary,
        withdrawn_because="Superseded.",
    )
    return with_file(document)


def first_file(of: Any) -> Any:
    return lambda world: [*of(world), 1]


def a_file(_world: World) -> dict[str, Any]:
    return {"upload": SimpleUploadedFile("new.pdf", PDF + b" newer"), "language": "en"}


def a_reason(_world: World) -> dict[str, Any]:
    return {"withdrawn_because": "Superseded.", "initial-withdrawn_because": ""}


def of_seoul_only(status: int, *, secretariat: int | None = None, anonymous: int = 302) -> dict[str, Any]:
    """What Beijing does not see."""
    answers = {"anonymous": anonymous} | dict.fromkeys(MEMBER_ROLES, (status, 404))
    return answers | {"secretariat": (secretariat or status, 404)}


def of_workers(status: int) -> dict[str, Any]:
    """Everybody who works on the cooperation, and nobody who only observes it."""
    return of_members(status) | {"observer": 403, "elsewhere": status}


def of_the_secretariat_of_seoul(status: int, *, others: int = 403, other_city: int = 403) -> dict[str, Any]:
    return of_members(others) | {"secretariat": (status, other_city)}


ROWS = [
    Row("library", **of_members(200)),
    Row("document_list", **of_members(200)),
    Row("library_new", **of_workers(200)),
    Row("library_new", method="post", **of_workers(422)),
    Row("document", of_both, **of_members(200)),
    Row("document", of_the_public, **of_members(200, anonymous=200)),
    Row("document", of_seoul, **of_seoul_only(200)),
    Row(
        "document",
        of_subcommittee,
        **of_members(404) | {"contributor": 200, "co_lead": 200, "secretariat": 200},
    ),
    Row("document", of_withdrawn, **of_members(404) | {"secretariat": 200}),
    Row("document_file", first_file(of_both), **of_members(200)),
    Row("document_file", first_file(of_the_public), **of_members(200, anonymous=200)),
    Row("document_file", first_file(of_seoul), **of_seoul_only(200)),
    Row("document_file", first_file(of_withdrawn), **of_members(404) | {"secretariat": 200}),
    Row("document_edit", of_seouls_secretariat, **of_the_secretariat_of_seoul(200)),
    Row("document_edit", of_seouls_secretariat, method="post", **of_the_secretariat_of_seoul(422)),
    Row("document_edit", of_seoul, **of_seoul_only(403, secretariat=200)),
    Row("document_file_new", of_seouls_secretariat, **of_the_secretariat_of_seoul(200)),
    Row("document_file_new", of_seouls_secretariat, method="post", **of_the_secretariat_of_seoul(422)),
    Row(
        "document_file_new",
        of_seouls_secretariat,
        method="post",
        form=a_file,
        **of_the_secretariat_of_seoul(302),
    ),
    Row("document_withdraw", of_seouls_secretariat, **of_the_secretariat_of_seoul(200)),
    Row("document_withdraw", of_seouls_secretariat, method="post", **of_the_secretariat_of_seoul(422)),
    Row(
        "document_withdraw",
        of_seouls_secretariat,
        method="post",
        form=a_reason,
        **of_the_secretariat_of_seoul(302),
    ),
    Row("document_restore", of_withdrawn, **of_members(302)),
    Row("document_restore", of_withdrawn, method="post", **of_the_secretariat_of_seoul(302, others=404)),
    Row("document_release", of_seoul, **of_members(302)),
    Row("document_release", of_seouls_secretariat, method="post", **of_the_secretariat_of_seoul(422)),
    Row(
        "document_release",
        of_seoul,
        method="post",
        **of_seoul_only(403, secretariat=302),
    ),
    Row("api-document-list", **of_members(200, anonymous=403)),
    Row("api-document-detail", of_both, **of_members(200, anonymous=403)),
    Row("api-document-detail", of_seoul, **of_seoul_only(200, anonymous=403)),
    Row("api-document-file", first_file(of_both), **of_members(200, anonymous=403)),
    Row("api-document-file", first_file(of_seoul), **of_seoul_only(200, anonymous=403)),
]
