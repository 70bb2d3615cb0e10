from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.documents.attached import document_of_record_page, documents_of
from committee.documents.models import Document
from committee.history.models import HistoryEntry
from committee.members.models import ROLES_IN_A_SUBCOMMITTEE
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of, delete_page, form_page
from committee.progress import actions, mending, statements
from committee.progress.columns import UPDATE_COLUMNS
from committee.progress.forms import StatementForm, UpdateFilter, WordingForm
from committee.progress.models import ProgressUpdate
from committee.progress.permissions import (
    may_answer_update,
    may_close_update,
    may_confirm_after_all,
    may_correct_update,
    may_delete_update,
    may_edit_update,
    may_mend_update,
    may_state_otherwise,
    may_submit_update,
    may_withdraw_update,
    reports_for,
)
from committee.rules import BrokenRule


def update_list(request: MemberRequest) -> HttpResponse:
    updates = ProgressUpdate.objects.visible_to(request.user).in_brief()
    return list_page(
        request,
        "progress/list.html",
        updates,
        UpdateFilter,
        UPDATE_COLUMNS,
        may_report=request.user.holds(*ROLES_IN_A_SUBCOMMITTEE),
    )


def update_page(request: MemberRequest, update_id: int) -> HttpResponse:
    return _show(request, _visible(request, update_id))


def update_delete(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    require(may_delete_update(request.user, update))
    return delete_page(
        request,
        update,
        lambda: actions.delete_update(by=request.user, update=update),
        back=update.get_absolute_url(),
        after=update.project.get_absolute_url(),
    )


@by_button_of("update")
def update_submit(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    return _attempt(
        request,
        update,
        lambda: actions.submit_update(by=request.user, update=update),
        done=_("Submitted. The other city is asked to confirm."),
    )


@by_button_of("update")
def update_withdraw(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    return _attempt(
        request,
        update,
        lambda: actions.withdraw_update(by=request.user, update=update),
        done=_("Withdrawn. The update is a draft again."),
    )


@by_button_of("update")
def update_confirm(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    seen = request.POST.get("seen", "")
    return _attempt(
        request,
        update,
        lambda: actions.confirm_update(by=request.user, update=update, seen=seen),
        done=_("Confirmed."),
    )


@by_button_of("update")
def update_return(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    comment = request.POST.get("comment", "")
    return _attempt(
        request,
        update,
        lambda: actions.return_update(by=request.user, update=update, comment=comment),
        done=_("Returned with your comment."),
        comment=comment,
    )


def update_statement(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    require(may_state_otherwise(request.user, update))
    return form_page(
        request,
        StatementForm(request.POST or None, instance=update),
        lambda form: statements.state_otherwise(
            by=request.user, update=update, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Statement of %(city)s") % {"city": update.answering_city},
        back=update.get_absolute_url(),
        template="progress/statement.html",
        update=update,
    )


@by_button_of("update")
def update_close(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    seen = request.POST.get("seen", "")
    return _attempt(
        request,
        update,
        lambda: statements.close_update(by=request.user, update=update, seen=seen),
        done=_("Closed. Both statements stand side by side and no longer change."),
    )


def update_mend(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    require(may_mend_update(request.user, update))
    return form_page(
        request,
        WordingForm(request.POST or None, instance=update),
        lambda form: mending.mend_wording(
            by=request.user, update=update, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Correct the wording"),
        back=update.get_absolute_url(),
        template="progress/wording.html",
    )


@by_button_of("update")
def update_correct(request: MemberRequest, update_id: int) -> HttpResponse:
    update = _visible(request, update_id)
    return _attempt(
        request,
        update,
        lambda: actions.correct_update(by=request.user, update=update),
        done=_("This is a draft of the correction. Edit it, then submit it."),
    )


def update_document_new(request: MemberRequest, update_id: int) -> HttpResponse:
    """What is attached to a draft is kept inside the city, as the draft is, until it is released."""
    update = _visible(request, update_id)
    require(reports_for(request.user, update))
    is_draft = update.state == ProgressUpdate.State.DRAFT
    return document_of_record_page(
        request,
        update,
        partial(actions.add_update_document, update=update),
        city=update.city_id,
        readers=Document.Readers.ONE_CITY if is_draft else Document.Readers.BOTH_CITIES,
        subcommittee=update.project.subcommittee_id,
    )


def _visible(request: MemberRequest, update_id: int) -> ProgressUpdate:
    return get_object_or_404(ProgressUpdate.objects.visible_to(request.user).in_full(), pk=update_id)


def _attempt(
    request: MemberRequest,
    update: ProgressUpdate,
    act: Callable[[], ProgressUpdate],
    *,
    done: str,
    **again: str,
) -> HttpResponse:
    """Do `act` and go to its result; a broken rule shows the update as it stands now, with the reason."""
    return act_page(request, act, done=done, refuse=lambda rule: _refuse(request, update, rule, again))


def _refuse(
    request: MemberRequest, update: ProgressUpdate, rule: BrokenRule, again: dict[str, str]
) -> HttpResponse:
    now = ProgressUpdate.objects.visible_to(request.user).in_full().filter(pk=update.pk).first()
    if now is None:  # withdrawn meanwhile: a draft is nothing to show to the other city
        messages.error(request, str(rule.message))
        return HttpResponseRedirect(reverse("update_list"))
    return _show(request, now, status=UNPROCESSABLE, refusal=rule.message, **again)


def _show(request: MemberRequest, update: ProgressUpdate, status: int = 200, **more: Any) -> HttpResponse:
    reader = request.user
    corrections = ProgressUpdate.objects.visible_to(reader).filter(corrects=update)
    context = {
        "update": update,
        "seen": update.fingerprint(),
        "seen_both": update.fingerprint_of_both(),
        "correction": corrections.first(),
        "documents": documents_of(update, reader),
        "may_add_document": reports_for(reader, update) and not update.project.kind.figures_only,
        "may_edit": may_edit_update(reader, update),
        "may_delete": may_delete_update(reader, update),
        "may_submit": may_submit_update(reader, update),
        "may_withdraw": may_withdraw_update(reader, update),
        "may_answer": may_answer_update(reader, update),
        "may_state_otherwise": may_state_otherwise(reader, update),
        "may_confirm_after_all": may_confirm_after_all(reader, update),
        "may_close": may_close_update(reader, update),
        "may_mend": may_mend_update(reader, update),
        "may_correct": may_correct_update(reader, update),
        "history": HistoryEntry.objects.about(update),
        **more,
    }
    return render(request, "progress/detail.html", context, status=status)
