"""What members do with documents. The bytes of a version stay for ever, also when it is withdrawn."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from committee.documents.attachments import Attachment
from committee.documents.models import Document, DocumentFile
from committee.documents.permissions import (
    may_add_document,
    may_edit_document,
    may_release_document,
    may_withdraw_document,
)
from committee.documents.receiving import Received, examine
from committee.documents.rules import (
    AnotherCitys,
    HiddenFromYourself,
    IsWithdrawn,
    NotWithdrawn,
    ReleasedAlready,
    StoredAlready,
)
from committee.history.actions import keep_changes, keep_new, lock, plain
from committee.history.models import HistoryEntry, Record
from committee.members.models import Member
from committee.pages.numbering import next_number
from committee.pages.permissions import require

Verb = HistoryEntry.Verb
Readers = Document.Readers


def add_document(*, by: Member, of: Record, existing: Document | None = None, **fields: Any) -> Document:
    """Attach a document to a record: one that is stored already, or else a new one, see `store_document`."""
    if existing is None:
        return store_document(by=by, of=of, **fields)
    return attach_document(by=by, document=existing, of=of)


@transaction.atomic
def attach_document(*, by: Member, document: Document, of: Record) -> Document:
    """Let a document that `by` may read stand at one more record; who may read it stays the same.

    Raises:
        IsWithdrawn: when it must be brought back first.
    """
    require(may_add_document(by))
    locked = lock(document)
    require(Document.objects.visible_to(by).filter(pk=locked.pk).exists())
    if locked.is_withdrawn:
        raise IsWithdrawn
    kind = ContentType.objects.get_for_model(of)
    Attachment.objects.get_or_create(document=locked, record_type=kind, record_id=of.pk)
    return locked


@transaction.atomic
def store_document(
    *, by: Member, upload: "File[bytes]", language: str, of: Record | None = None, **fields: Any
) -> Document:
    """Store a document with its first file, attached to the record `of` where one is given.

    Raises:
        EmptyFile, TooLarge, KindNotTaken, NotWhatItSays: when the file must not be stored.
        AnotherCitys: when it is said to come from the other city.
        HiddenFromYourself: when `by` would not be among its readers.
    """
    require(may_add_document(by))
    received = examine(upload)
    document = Document(added_by=by, **fields)
    _refuse_another_citys(by, document)
    first = f"1 · {received.name}"
    document = keep_new(by=by, record=document, rows={"files": [None, [first]]})
    _refuse_hiding(by, document)
    _store(document, received, upload, by=by, language=language)
    if of is not None:
        Attachment.objects.create(document=document, record=of)
    return document


@transaction.atomic
def add_file(*, by: Member, document: Document, upload: "File[bytes]", language: str) -> Document:
    """Store a new version in one language; the earlier ones stay.

    Raises:
        StoredAlready: when the same bytes are a version of it.
        EmptyFile, TooLarge, KindNotTaken, NotWhatItSays: when the file must not be stored.
    """
    document = _standing(by, document)
    received = examine(upload)
    if same := document.files.filter(sha256=received.sha256).first():
        raise StoredAlready(same.number)
    before = document.files.filter(language=language).first()
    file = _store(document, received, upload, by=by, language=language)
    rows = {"files": [plain(before), plain(file)]}
    return keep_changes(by=by, record=document, changes={}, rows=rows)


@transaction.atomic
def edit_document(
    *, by: Member, document: Document, seen_version: int | None = None, **changes: Any
) -> Document:
    """Change what is said of a document and who may read it.

    Raises:
        IsWithdrawn: when it must be brought back first.
        AnotherCitys, HiddenFromYourself: as for a new one.
    """
    document = _standing(by, document)
    changed = keep_changes(by=by, record=document, changes=changes, seen_version=seen_version)
    _refuse_another_citys(by, changed)
    _refuse_hiding(by, changed)
    return changed


@transaction.atomic
def release_document(*, by: Member, document: Document) -> Document:
    """Let the other city read what one city has kept to itself, its earlier versions included.

    Raises:
        ReleasedAlready: when it is not kept inside one city.
    """
    document = _standing(by, document)
    require(may_release_document(by, document))
    if document.readers != Readers.ONE_CITY:
        raise ReleasedAlready
    return keep_changes(by=by, record=document, changes={"readers": Readers.BOTH_CITIES})


@transaction.atomic
def withdraw_document(*, by: Member, document: Document, reason: str) -> Document:
    """Take a document out of sight, saying why; it can be brought back, and nothing of it is lost."""
    document = _standing(by, document)
    require(may_withdraw_document(by, document))
    withdrawn = {"withdrawn_at": timezone.now(), "withdrawn_by": by, "withdrawn_because": reason}
    return keep_changes(by=by, record=document, changes=withdrawn, verb=Verb.WITHDRAWN)


@transaction.atomic
def restore_document(*, by: Member, document: Document) -> Document:
    """Bring a withdrawn document back as it was.

    Raises:
        NotWithdrawn: when it is there.
    """
    document = lock(document)
    require(may_withdraw_document(by, document))
    if not document.is_withdrawn:
        raise NotWithdrawn
    back = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_because": ""}
    return keep_changes(by=by, record=document, changes=back)


def _standing(by: Member, document: Document) -> Document:
    """Return the document, locked, that `by` may change and that is not withdrawn."""
    document = lock(document)
    require(may_edit_document(by, document))
    if document.is_withdrawn:
        raise IsWithdrawn
    return document


def _store(
    document: Document, received: Received, upload: "File[bytes]", *, by: Member, language: str
) -> DocumentFile:
    file = DocumentFile(
        document=document,
        number=next_number(document.files.all(), "number"),
        language=language,
        name=received.name,
        size_bytes=received.size_bytes,
        sha256=received.sha256,
        media_type=received.media_type,
        content=upload,
        uploaded_by=by,
        uploaded_at=timezone.now(),
    )
    file.full_clean()
    file.save(force_insert=True)
    return file


def _refuse_another_citys(by: Member, document: Document) -> None:
    if document.city_id not in (None, by.city_id):
        raise AnotherCitys


def _refuse_hiding(by: Member, document: Document) -> None:
    if not Document.objects.visible_to(by).filter(pk=document.pk).exists():
        raise HiddenFromYourself
