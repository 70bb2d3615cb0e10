"""Machine accounts of the own city: who delivers by machine, with which keys, and where receipts go."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of, form_page
from committee.rules import BrokenRule
from environment.exchange import actions
from environment.exchange.columns import MACHINE_ACCOUNT_COLUMNS
from environment.exchange.forms import MachineAccountFilter, MachineAccountForm
from environment.exchange.models import MachineAccount
from environment.exchange.permissions import may_keep_machine_accounts

LATEST = 10


def machine_account_list(request: MemberRequest) -> HttpResponse:
    require(may_keep_machine_accounts(request.user))
    accounts = MachineAccount.objects.visible_to(request.user).select_related("city", "keys")
    return list_page(
        request, "exchange/machine_account_list.html", accounts, MachineAccountFilter, MACHINE_ACCOUNT_COLUMNS
    )


def machine_account_page(request: MemberRequest, account_id: int) -> HttpResponse:
    return render(
        request, "exchange/machine_account.html", _shown(request, _of_own_city(request, account_id))
    )


@never_cache
def machine_account_new(request: MemberRequest) -> HttpResponse:
    """Enter an account; the answer shows its keys, this once."""
    require(may_keep_machine_accounts(request.user))
    made: list[actions.NewAccount] = []

    def create(form: Any) -> MachineAccount:
        made.append(actions.create_machine_account(by=request.user, **form.changes))
        return made[0].account

    answer = form_page(
        request,
        MachineAccountForm(request.POST or None, instance=MachineAccount(city=request.user.city)),
        create,
        heading=_("New machine account"),
        back=reverse("machine_account_list"),
    )
    if not made:
        return answer
    return _keys_page(request, made[0].account, token=made[0].token, secret=made[0].webhook_secret)


def machine_account_edit(request: MemberRequest, account_id: int) -> HttpResponse:
    account = _of_own_city(request, account_id)
    return form_page(
        request,
        MachineAccountForm(request.POST or None, instance=account),
        lambda form: actions.edit_machine_account(
            by=request.user, account=account, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit machine account"),
        back=account.get_absolute_url(),
    )


@never_cache
@by_button_of("machine_account")
def machine_account_token(request: MemberRequest, account_id: int) -> HttpResponse:
    """Show a new token in this one answer; only its checksum is kept."""
    account = _of_own_city(request, account_id)
    try:
        token = actions.make_token(by=request.user, account=account)
    except BrokenRule as rule:
        return _refused(request, account, rule)
    return _keys_page(request, account, token=token)


@never_cache
@by_button_of("machine_account")
def machine_account_secret(request: MemberRequest, account_id: int) -> HttpResponse:
    """Show a new secret for receipts in this one answer."""
    account = _of_own_city(request, account_id)
    try:
        secret = actions.rotate_webhook_secret(by=request.user, account=account)
    except BrokenRule as rule:
        return _refused(request, account, rule)
    return _keys_page(request, account, secret=secret)


@by_button_of("machine_account")
def machine_account_revoke(request: MemberRequest, account_id: int) -> HttpResponse:
    account = _of_own_city(request, account_id)
    try:
        actions.revoke_machine_account(by=request.user, account=account)
    except BrokenRule as rule:
        return _refused(request, account, rule)
    return HttpResponseRedirect(account.get_absolute_url())


def _of_own_city(request: MemberRequest, account_id: int) -> MachineAccount:
    require(may_keep_machine_accounts(request.user))
    accounts = MachineAccount.objects.visible_to(request.user).select_related("city", "keys")
    return get_object_or_404(accounts, pk=account_id)


def _shown(request: MemberRequest, account: MachineAccount, **more: Any) -> dict[str, Any]:
    messages = account.receipt_messages.select_related("delivery").prefetch_related("attempts")
    return {
        "account": account,
        "handovers": account.handovers.select_related("delivery__city")[:LATEST],
        "receipts": messages[:LATEST],
        "history": HistoryEntry.objects.about(account),
        **more,
    }


def _refused(request: MemberRequest, account: MachineAccount, rule: BrokenRule) -> HttpResponse:
    context = _shown(request, account, refusal=rule.message)
    return render(request, "exchange/machine_account.html", context, status=UNPROCESSABLE)


def _keys_page(request: MemberRequest, account: MachineAccount, **keys: str) -> HttpResponse:
    context = {
        "account": account,
        "address": request.build_absolute_uri(reverse("api-delivery-push")),
        **keys,
    }
    return render(request, "exchange/keys.html", context)
