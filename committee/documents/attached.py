"""The documents of records of the rooms above: what stands on their pages, and how one is added there."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpResponse
from django.utils.translation import gettext as _

from committee.documents.attachments import Attachment
from committee.documents.forms import DocumentForm, ExistingDocumentForm
from committee.documents.models import Document, DocumentQuerySet
from committee.history.models import Record
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.writing import form_page

RecordType = TypeVar("RecordType", bound=Record)


def documents_of(record: models.Model, member: Member) -> list[Document]:
    """Return what `member` may read of the documents attached to `record`."""
    return list(Document.objects.of(record).visible_to(member).with_files())


def documents_of_each(
    records: Iterable[RecordType], member: Member
) -> list[tuple[RecordType, list[Document]]]:
    """Return records of one kind, each with what `member` may read of its documents, in few queries."""
    listed = list(records)
    if not listed:
        return []
    readable = Document.objects.visible_to(member)
    attached = Attachment.objects.filter(
        record_type=ContentType.objects.get_for_model(listed[0]),
        record_id__in=[each.pk for each in listed],
        document__in=readable,
    ).order_by("document")
    pairs = list(attached.values_list("record_id", "document"))
    documents = readable.with_files().in_bulk([document_id for _record_id, document_id in pairs])
    found: dict[int, list[Document]] = {}
    for record_id, document_id in pairs:
        found.setdefault(record_id, []).append(documents[document_id])
    return [(record, found.get(record.pk, [])) for record in listed]


def records_with(document: Document, member: Member) -> list[models.Model]:
    """Return the records that the document is attached to and `member` may see."""
    by_kind: dict[ContentType, list[int]] = {}
    for attachment in document.attachments.select_related("record_type"):
        by_kind.setdefault(attachment.record_type, []).append(attachment.record_id)
    return [record for kind, numbers in by_kind.items() for record in _seen(kind, numbers, member)]


def document_of_record_page(
    request: MemberRequest,
    record: Record,
    add: Callable[..., Document],
    **initial: Any,
) -> HttpResponse:
    """Ask for a document of `record`; when it is sent, `add` stores it and the record's page shows it.

    With `?existing` it asks for one that is stored already, found by `?q=`.

    Args:
        add: the action of the record's room, called with `by` and what the form asks.
        initial: what is proposed, such as the kind of document.
    """

    def act(sent: Any) -> Record:
        add(by=request.user, **sent.changes)
        return record

    back = record.get_absolute_url()  # type: ignore[attr-defined]  # it has a page
    if "existing" not in request.GET:
        form = DocumentForm(request.POST or None, request.FILES or None, by=request.user, initial=initial)
        heading = _("New document: %(record)s") % {"record": record}
        return form_page(request, form, act, heading=heading, back=back, template="documents/new.html")
    words = request.GET.get("q", "").replace("\0", "").strip()  # no database is asked for a NUL
    return form_page(
        request,
        ExistingDocumentForm(request.POST or None, offered=_offered(record, request.user), words=words),
        act,
        heading=_("Attach a document: %(record)s") % {"record": record},
        back=back,
        template="documents/existing.html",
        words=words,
    )


def _offered(record: Record, member: Member) -> DocumentQuerySet:
    """Return what `member` may read and that does not stand at the record yet."""
    there = Document.objects.of(record).order_by().values("pk")
    return Document.objects.visible_to(member).filter(withdrawn_at__isnull=True).exclude(pk__in=there)


def _seen(kind: ContentType, numbers: list[int], member: Member) -> list[models.Model]:
    """A kind of record that not everybody sees says so in its queryset."""
    model = kind.model_class()
    if model is None:
        return []
    records = model._default_manager.filter(pk__in=numbers)
    return list(records.visible_to(member) if hasattr(records, "visible_to") else records)
