from collections.abc import Callable
from functools import partial, wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.documents import actions
from committee.documents.attached import records_with
from committee.documents.columns import DOCUMENT_COLUMNS
from committee.documents.downloads import answer_with
from committee.documents.forms import (
    DocumentFilter,
    FileForm,
    LibraryDescriptionForm,
    LibraryForm,
    WithdrawalForm,
)
from committee.documents.models import Document, DocumentQuerySet
from committee.documents.permissions import (
    may_add_document,
    may_edit_document,
    may_release_document,
    may_withdraw_document,
)
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.visitors import refused_for_a_while
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of, form_page
from committee.rules import BrokenRule


def library(request: MemberRequest) -> HttpResponse:
    return _list(request, Document.objects.in_library(), heading=_("Library"), is_library=True)


def document_list(request: MemberRequest) -> HttpResponse:
    return _list(request, Document.objects.all(), heading=_("All documents"), is_library=False)


def library_new(request: MemberRequest) -> HttpResponse:
    require(may_add_document(request.user))
    return form_page(
        request,
        LibraryForm(
            request.POST or None,
            request.FILES or None,
            by=request.user,
            initial={
                "city": request.user.city_id,
                "kind": Document.Kind.POLICY,
                "year": request.user.today.year,
            },
        ),
        lambda form: actions.store_document(by=request.user, **form.changes),
        heading=_("New document of the library"),
        back=reverse("library"),
    )


def _open_to_visitors(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let whoever has not signed in through to what is public; for the rest they sign in first."""

    @login_not_required
    @wraps(view)
    def answer(request: HttpRequest, document_id: int, **rest: int) -> HttpResponseBase:
        if isinstance(request.user, Member):
            document = _visible(cast(MemberRequest, request), document_id)
        elif public := Document.objects.public().with_files().filter(pk=document_id).first():
            document = public
        else:
            return redirect_to_login(request.get_full_path())
        return refused_for_a_while(request) or view(request, document, **rest)

    return answer


@_open_to_visitors
def document_page(request: HttpRequest, document: Document) -> HttpResponse:
    """Show a document and its versions; to a visitor without people, history and other records."""
    context = _said_to(request.user, document) if isinstance(request.user, Member) else {}
    return render(request, "documents/detail.html", {"document": document, **context})


@_open_to_visitors
def document_file(request: HttpRequest, document: Document, number: int) -> HttpResponseBase:
    """Hand out one version; who may read is asked again on every download."""
    return answer_with(get_object_or_404(document.files, number=number))


def document_edit(request: MemberRequest, document_id: int) -> HttpResponse:
    document = _visible(request, document_id)
    require(may_edit_document(request.user, document))
    return form_page(
        request,
        LibraryDescriptionForm(request.POST or None, instance=document, by=request.user),
        lambda form: actions.edit_document(
            by=request.user, document=document, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit document"),
        back=document.get_absolute_url(),
    )


def document_file_new(request: MemberRequest, document_id: int) -> HttpResponse:
    document = _visible(request, document_id)
    require(may_edit_document(request.user, document))
    return form_page(
        request,
        FileForm(request.POST or None, request.FILES or None),
        lambda form: actions.add_file(by=request.user, document=document, **form.changes),
        heading=_("New version: %(document)s") % {"document": document},
        back=document.get_absolute_url(),
    )


def document_withdraw(request: MemberRequest, document_id: int) -> HttpResponse:
    document = _visible(request, document_id)
    require(may_withdraw_document(request.user, document))
    return form_page(
        request,
        WithdrawalForm(request.POST or None, instance=document),
        lambda form: actions.withdraw_document(
            by=request.user, document=document, reason=form.cleaned_data["withdrawn_because"]
        ),
        heading=_("Withdraw: %(document)s") % {"document": document},
        back=document.get_absolute_url(),
    )


@by_button_of("document")
def document_release(request: MemberRequest, document_id: int) -> HttpResponse:
    document = _visible(request, document_id)
    require(may_release_document(request.user, document))
    return act_page(
        request,
        lambda: actions.release_document(by=request.user, document=document),
        done=_("Both cities can read it now."),
        refuse=partial(_refused, request, document),
    )


@by_button_of("document")
def document_restore(request: MemberRequest, document_id: int) -> HttpResponse:
    document = _visible(request, document_id)
    require(may_withdraw_document(request.user, document))
    return act_page(
        request,
        lambda: actions.restore_document(by=request.user, document=document),
        done=_("The document is back."),
        refuse=partial(_refused, request, document),
    )


def _list(
    request: MemberRequest, documents: DocumentQuerySet, *, heading: str, is_library: bool
) -> HttpResponse:
    return list_page(
        request,
        "documents/list.html",
        documents.visible_to(request.user).for_lists(),
        DocumentFilter,
        DOCUMENT_COLUMNS,
        heading=heading,
        is_library=is_library,
        may_create=may_add_document(request.user),
    )


def _visible(request: MemberRequest, document_id: int) -> Document:
    return get_object_or_404(Document.objects.visible_to(request.user).with_files(), pk=document_id)


def _said_to(member: Member, document: Document) -> dict[str, Any]:
    checksums = [file.sha256 for file in document.files.all()]
    same = Document.objects.visible_to(member).filter(files__sha256__in=checksums)
    return {
        "records": records_with(document, member),
        "same": same.exclude(pk=document.pk).distinct(),
        "may_edit": may_edit_document(member, document) and not document.is_withdrawn,
        "may_withdraw": may_withdraw_document(member, document),
        "history": HistoryEntry.objects.about(document),
    }


def _refused(request: MemberRequest, document: Document, rule: BrokenRule) -> HttpResponse:
    context = {"document": document, "refusal": rule.message, **_said_to(request.user, document)}
    return render(request, "documents/detail.html", context, status=UNPROCESSABLE)
