"""What a city does with its machine accounts. Tokens and secrets are returned once and shown once."""

import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.history.actions import keep_changes, keep_new, lock, note
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.pages.permissions import require
from environment.exchange.addresses import may_be_sent_to
from environment.exchange.keys import SHOWN_OF_A_TOKEN, digest, new_token, new_webhook_secret
from environment.exchange.models import MachineAccount, MachineKeys
from environment.exchange.permissions import may_edit_machine_account, may_keep_machine_accounts
from environment.exchange.rules import Revoked, UnsafeAddress

# As long as an old secret goes on signing beside the new one, so that a recipient can change over.
TRANSITION = datetime.timedelta(hours=24)


class NewAccount(NamedTuple):
    account: MachineAccount
    token: str
    webhook_secret: str


@transaction.atomic
def create_machine_account(*, by: Member, name: str, webhook_url: str = "") -> NewAccount:
    """Enter a machine account of the member's own city.

    Raises:
        UnsafeAddress: receipts cannot be sent to `webhook_url`.
    """
    require(may_keep_machine_accounts(by))
    _refuse_unsafe(webhook_url)
    account = keep_new(by=by, record=MachineAccount(city=by.city, name=name, webhook_url=webhook_url))
    keys = MachineKeys(account=account, webhook_secret=new_webhook_secret())
    token = _give_token(keys)
    keys.save(force_insert=True)
    return NewAccount(account, token, keys.webhook_secret)


def edit_machine_account(
    *, by: Member, account: MachineAccount, seen_version: int | None = None, **changes: Any
) -> MachineAccount:
    """Change name or address.

    Raises:
        UnsafeAddress: receipts cannot be sent to the new address.
        Revoked: the account was revoked.
    """
    require(may_edit_machine_account(by, account))
    _refuse_unsafe(changes.get("webhook_url", ""))
    return keep_changes(by=by, record=account, changes=changes, seen_version=seen_version)


@transaction.atomic
def revoke_machine_account(*, by: Member, account: MachineAccount) -> MachineAccount:
    """Let an account deliver no longer, from this moment; what it delivered stays.

    Raises:
        Revoked: it was revoked before.
    """
    keys = _keys_to_change(by, account)
    MachineKeys.objects.filter(pk=keys.pk).update(token_sha256=None)
    return keep_changes(by=by, record=account, changes={"revoked_at": timezone.now()})


@transaction.atomic
def make_token(*, by: Member, account: MachineAccount) -> str:
    """Return a new token; the one before is worth nothing from this moment.

    Raises:
        Revoked: the account was revoked.
    """
    keys = _keys_to_change(by, account)
    token = _give_token(keys)
    keys.save(update_fields=["token_sha256", "token_start", "token_made_at"])
    _note(by, account, _("A new token was made."))
    return token


@transaction.atomic
def rotate_webhook_secret(*, by: Member, account: MachineAccount) -> str:
    """Return a new secret; for a day receipts are signed with the one before as well.

    Raises:
        Revoked: the account was revoked.
    """
    keys = _keys_to_change(by, account)
    keys.previous_secret, keys.previous_until = keys.webhook_secret, timezone.now() + TRANSITION
    keys.webhook_secret = new_webhook_secret()
    keys.save(update_fields=["webhook_secret", "previous_secret", "previous_until"])
    _note(by, account, _("A new secret for receipts was made."))
    return keys.webhook_secret


def note_use(account: MachineAccount, now: datetime.datetime) -> None:
    MachineKeys.objects.filter(account=account).update(last_used_at=now)


def _give_token(keys: MachineKeys) -> str:
    token = new_token()
    keys.token_sha256, keys.token_start = digest(token), token[:SHOWN_OF_A_TOKEN]
    keys.token_made_at = timezone.now()
    return token


def _keys_to_change(by: Member, account: MachineAccount) -> MachineKeys:
    require(may_edit_machine_account(by, account))
    if lock(account).revoked_at:
        raise Revoked
    return account.keys


def _note(by: Member, account: MachineAccount, comment: str) -> None:
    note(by=by, verb=HistoryEntry.Verb.CHANGED, record=account, changes={}, comment=comment)


def _refuse_unsafe(url: str) -> None:
    if url and not may_be_sent_to(url):
        raise UnsafeAddress
