from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from committee.agreements.models import Agreement
from committee.commitments import actions
from committee.commitments.board import board
from committee.commitments.columns import COMMITMENT_COLUMNS
from committee.commitments.forms import (
    BoardFilter,
    CommitmentFilter,
    CommitmentForm,
    ReopeningForm,
    SettlementForm,
)
from committee.commitments.models import Commitment
from committee.commitments.permissions import (
    may_create_commitment,
    may_edit_commitment,
    may_settle_commitment,
)
from committee.commitments.thread import standing_of, thread_of
from committee.commitments.turns import whose_turn, with_turn
from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page, remember_filter
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page


def commitment_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "commitments/list.html",
        with_turn(Commitment.objects.listed().with_standing(request.user.today)),
        CommitmentFilter,
        COMMITMENT_COLUMNS,
        may_create=may_create_commitment(request.user),
    )


def commitment_board(request: MemberRequest) -> HttpResponse:
    """All commitments by how they stand today; HTMX gets the columns alone."""
    chosen = BoardFilter(
        request.GET, queryset=Commitment.objects.with_standing(request.user.today), request=request
    )
    remember_filter(request, chosen.form)
    context = {"filters": chosen, "columns": board(chosen.qs)}
    return page_or_part(request, "commitments/board.html", "commitments/board.html#rows", context)


def commitment_page(request: MemberRequest, commitment_id: int) -> HttpResponse:
    found = Commitment.objects.with_standing(request.user.today).select_related(
        "agreement__meeting", "article", "subcommittee", "city"
    )
    commitment = get_object_or_404(with_turn(found), pk=commitment_id)
    context = {
        "commitment": commitment,
        "rule": standing_of(commitment).rule,
        "turn": whose_turn(commitment),
        "thread": thread_of(commitment, request.user),
        "may_edit": may_edit_commitment(request.user, commitment),
        "may_settle": may_settle_commitment(request.user, commitment),
        "history": HistoryEntry.objects.about(commitment),
    }
    return render(request, "commitments/detail.html", context)


def commitment_new(request: MemberRequest, agreement_id: int) -> HttpResponse:
    agreement = get_object_or_404(Agreement, pk=agreement_id)
    require(may_create_commitment(request.user))
    return form_page(
        request,
        CommitmentForm(request.POST or None, agreement=agreement, initial=request.GET.dict()),
        lambda form: actions.create_commitment(by=request.user, agreement=agreement, **form.changes),
        heading=_("New commitment"),
        back=agreement.get_absolute_url(),
        template="commitments/form.html",
        agreement=agreement,
    )


def commitment_edit(request: MemberRequest, commitment_id: int) -> HttpResponse:
    commitment = get_object_or_404(Commitment.objects.select_related("agreement"), pk=commitment_id)
    require(may_edit_commitment(request.user, commitment))
    return form_page(
        request,
        CommitmentForm(request.POST or None, agreement=commitment.agreement, instance=commitment),
        lambda form: actions.edit_commitment(
            by=request.user, commitment=commitment, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit commitment"),
        back=commitment.get_absolute_url(),
        template="commitments/form.html",
        agreement=commitment.agreement,
    )


def commitment_delete(request: MemberRequest, commitment_id: int) -> HttpResponse:
    commitment = get_object_or_404(Commitment.objects.select_related("agreement"), pk=commitment_id)
    require(may_edit_commitment(request.user, commitment))
    return delete_page(
        request,
        commitment,
        lambda: actions.delete_commitment(by=request.user, commitment=commitment),
        back=commitment.get_absolute_url(),
        after=commitment.agreement.get_absolute_url(),
    )


def commitment_settle(request: MemberRequest, commitment_id: int) -> HttpResponse:
    commitment = get_object_or_404(Commitment.objects.select_related("agreement"), pk=commitment_id)
    require(may_settle_commitment(request.user, commitment))
    return form_page(
        request,
        SettlementForm(request.POST or None, initial={"settled_on": request.user.today}),
        lambda form: actions.settle_commitment(by=request.user, commitment=commitment, **form.changes),
        heading=_("Settle the commitment"),
        back=commitment.get_absolute_url(),
        template="commitments/form.html",
        agreement=commitment.agreement,
        commitment=commitment,
    )


def commitment_reopen(request: MemberRequest, commitment_id: int) -> HttpResponse:
    commitment = get_object_or_404(Commitment.objects.select_related("agreement"), pk=commitment_id)
    require(may_settle_commitment(request.user, commitment))
    return form_page(
        request,
        ReopeningForm(request.POST or None),
        lambda form: actions.reopen_commitment(by=request.user, commitment=commitment, **form.changes),
        heading=_("Open the commitment again"),
        back=commitment.get_absolute_url(),
        template="commitments/form.html",
        agreement=commitment.agreement,
        commitment=commitment,
    )
