from functools import partial

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.agreements import actions
from committee.agreements.chain import chain_of
from committee.agreements.columns import AGREEMENT_COLUMNS
from committee.agreements.forms import AgreementFilter, AgreementForm, ArticleForm, SignatureForm
from committee.agreements.models import STATES_EXPLAINED, Agreement, Article, Signature
from committee.agreements.parity import parity_of
from committee.agreements.permissions import may_create_agreement, may_edit_agreement
from committee.agreements.reminders import ending_soon
from committee.agreements.turns import whose_turn, with_turn
from committee.agreements.versions import versions_of_agreement, versions_of_article
from committee.documents.attached import document_of_record_page, documents_of
from committee.documents.models import Document
from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import ROWS_A_PAGE, list_page
from committee.pages.numbering import next_number
from committee.pages.panels import panel_page
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page


def agreement_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "agreements/list.html",
        with_turn(Agreement.objects.select_related("meeting", "earlier"), request.user.today),
        AgreementFilter,
        AGREEMENT_COLUMNS,
        may_create=may_create_agreement(request.user),
        states=list(STATES_EXPLAINED.items()),
    )


def agreement_page(request: MemberRequest, agreement_id: int) -> HttpResponse:
    today = request.user.today
    found = with_turn(Agreement.objects.select_related("meeting"), today)
    agreement = get_object_or_404(found, pk=agreement_id)
    articles = list(agreement.articles.all())
    commitments = agreement.commitments.select_related("subcommittee", "city", "article")
    context = {
        "agreement": agreement,
        "turn": whose_turn(agreement),
        "versions": versions_of_agreement(agreement),
        "articles": [(each, versions_of_article(agreement, each)) for each in articles],
        "parity": parity_of(agreement, articles),
        "chain": chain_of(agreement),
        "is_in_force": Agreement.objects.in_force_on(today).filter(pk=agreement.pk).exists(),
        "signatures": agreement.signatures.select_related("city"),
        "rows": Paginator(commitments, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "documents": documents_of(agreement, request.user),
        "today": today,
        "may_edit": may_edit_agreement(request.user, agreement),
        "history": HistoryEntry.objects.about(agreement),
    }
    return render(request, "agreements/detail.html", context)


def agreement_parity(request: MemberRequest, agreement_id: int) -> HttpResponse:
    """The languages of the whole agreement side by side, clause by clause, with what they lack."""
    agreement = get_object_or_404(Agreement, pk=agreement_id)
    context = {
        "agreement": agreement,
        "parity": parity_of(agreement, list(agreement.articles.all())),
        "may_edit": may_edit_agreement(request.user, agreement),
    }
    return render(request, "agreements/parity.html", context)


def agreements_ending(request: MemberRequest) -> HttpResponse:
    """Show what ends soon and nothing signed goes on from; the first page takes it in."""
    ending = sorted(ending_soon(request.user.today), key=lambda each: (each[0].in_force_until, each[0].pk))
    context = {"agreements": [each for each, _months in ending]}
    return panel_page(request, "agreements/ending.html", context, waits=bool(ending))


def agreement_new(request: MemberRequest) -> HttpResponse:
    require(may_create_agreement(request.user))
    return form_page(
        request,
        AgreementForm(request.POST or None, initial=request.GET.dict()),
        lambda form: actions.create_agreement(by=request.user, **form.changes),
        heading=_("New agreement"),
        back=reverse("agreement_list"),
    )


def agreement_edit(request: MemberRequest, agreement_id: int) -> HttpResponse:
    agreement = get_object_or_404(Agreement, pk=agreement_id)
    require(may_edit_agreement(request.user, agreement))
    return form_page(
        request,
        AgreementForm(request.POST or None, instance=agreement),
        lambda form: actions.edit_agreement(
            by=request.user, agreement=agreement, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit agreement"),
        back=agreement.get_absolute_url(),
    )


def agreement_delete(request: MemberRequest, agreement_id: int) -> HttpResponse:
    agreement = get_object_or_404(Agreement, pk=agreement_id)
    require(may_edit_agreement(request.user, agreement))
    return delete_page(
        request,
        agreement,
        lambda: actions.delete_agreement(by=request.user, agreement=agreement),
        back=agreement.get_absolute_url(),
        after=reverse("agreement_list"),
    )


def article_new(request: MemberRequest, agreement_id: int) -> HttpResponse:
    agreement = get_object_or_404(Agreement, pk=agreement_id)
    require(may_edit_agreement(request.user, agreement))
    return form_page(
        request,
        ArticleForm(
            request.POST or None, initial={"number": next_number(agreement.articles.all(), "number")}
        ),
        lambda form: actions.add_article(by=request.user, agreement=agreement, **form.changes),
        heading=_("New article"),
        back=agreement.get_absolute_url(),
    )


def article_edit(request: MemberRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.select_related("agreement"), pk=article_id)
    require(may_edit_agreement(request.user, article.agreement))
    return form_page(
        request,
        ArticleForm(request.POST or None, instance=article),
        lambda form: actions.edit_article(
            by=request.user, article=article, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit article"),
        back=article.get_absolute_url(),
    )


def article_delete(request: MemberRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.select_related("agreement"), pk=article_id)
    require(may_edit_agreement(request.user, article.agreement))
    return delete_page(
        request,
        article,
        lambda: actions.delete_article(by=request.user, article=article),
        back=article.get_absolute_url(),
        after=article.agreement.get_absolute_url(),
    )


def signature_new(request: MemberRequest, agreement_id: int) -> HttpResponse:
    agreement = get_object_or_404(Agreement, pk=agreement_id)
    require(may_edit_agreement(request.user, agreement))
    return form_page(
        request,
        SignatureForm(request.POST or None),
        lambda form: actions.add_signature(by=request.user, agreement=agreement, **form.changes),
        heading=_("New signature"),
        back=agreement.get_absolute_url(),
    )


def signature_edit(request: MemberRequest, signature_id: int) -> HttpResponse:
    signature = get_object_or_404(Signature.objects.select_related("agreement"), pk=signature_id)
    require(may_edit_agreement(request.user, signature.agreement))
    return form_page(
        request,
        SignatureForm(request.POST or None, instance=signature),
        lambda form: actions.edit_signature(
            by=request.user, signature=signature, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit signature"),
        back=signature.get_absolute_url(),
    )


def signature_delete(request: MemberRequest, signature_id: int) -> HttpResponse:
    signature = get_object_or_404(Signature.objects.select_related("agreement"), pk=signature_id)
    require(may_edit_agreement(request.user, signature.agreement))
    return delete_page(
        request,
        signature,
        lambda: actions.delete_signature(by=request.user, signature=signature),
        back=signature.get_absolute_url(),
        after=signature.agreement.get_absolute_url(),
    )


def agreement_document_new(request: MemberRequest, agreement_id: int) -> HttpResponse:
    agreement = get_object_or_404(Agreement, pk=agreement_id)
    require(may_edit_agreement(request.user, agreement))
    add = partial(actions.add_agreement_document, agreement=agreement)
    return document_of_record_page(request, agreement, add, kind=Document.Kind.SIGNED_TEXT)
