"""What the secretariats do with commitments."""

import datetime
from typing import Any

from django.db import transaction

from committee.agreements.models import Agreement, Article
from committee.commitments.models import Commitment
from committee.commitments.permissions import (
    may_create_commitment,
    may_edit_commitment,
    may_settle_commitment,
)
from committee.commitments.rules import (
    AlreadySettled,
    ArticleOfAnotherAgreement,
    NotASettlement,
    SettledBeforeItWasSigned,
    SettledInTheFuture,
    StillOpen,
)
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.members.models import Member
from committee.pages.permissions import require


def create_commitment(
    *, by: Member, agreement: Agreement, article: Article | None = None, **fields: Any
) -> Commitment:
    """Record what was promised in `agreement`.

    Raises:
        ArticleOfAnotherAgreement: when `article` is not one of the agreement's.
    """
    require(may_create_commitment(by))
    _refuse_foreign_article(agreement, article)
    return keep_new(by=by, record=Commitment(agreement=agreement, article=article, **fields))


@transaction.atomic
def edit_commitment(
    *, by: Member, commitment: Commitment, seen_version: int | None = None, **changes: Any
) -> Commitment:
    """Change what a commitment says; whether it is settled changes by settling and reopening.

    Raises:
        ArticleOfAnotherAgreement: when a new article is not one of the commitment's agreement.
    """
    require(may_edit_commitment(by, commitment))
    _refuse_foreign_article(lock(commitment).agreement, changes.get("article"))
    return keep_changes(by=by, record=commitment, changes=changes, seen_version=seen_version)


def delete_commitment(*, by: Member, commitment: Commitment) -> None:
    """Delete a commitment that no project carries out."""
    require(may_edit_commitment(by, commitment))
    keep_deletion(by=by, record=commitment)


@transaction.atomic
def settle_commitment(
    *, by: Member, commitment: Commitment, state: str, settled_on: datetime.date, comment: str = ""
) -> Commitment:
    """Say that a commitment was kept, or that both cities released each other from it, and when.

    Raises:
        AlreadySettled, NotASettlement, SettledInTheFuture, SettledBeforeItWasSigned
    """
    require(may_settle_commitment(by, commitment))
    current = lock(commitment)
    if current.is_settled:
        raise AlreadySettled
    if state not in (Commitment.State.KEPT, Commitment.State.RELEASED):
        raise NotASettlement
    if settled_on > by.today:
        raise SettledInTheFuture
    if current.agreement.signed_on and settled_on < current.agreement.signed_on:
        raise SettledBeforeItWasSigned
    settlement = {"state": state, "settled_on": settled_on}
    return keep_changes(by=by, record=current, changes=settlement, comment=comment)


@transaction.atomic
def reopen_commitment(*, by: Member, commitment: Commitment, comment: str) -> Commitment:
    """Open a settled commitment again and keep the reason.

    Raises:
        StillOpen: when it is not settled.
    """
    require(may_settle_commitment(by, commitment))
    current = lock(commitment)
    if not current.is_settled:
        raise StillOpen
    opened = {"state": Commitment.State.OPEN, "settled_on": None}
    return keep_changes(by=by, record=current, changes=opened, comment=comment)


def _refuse_foreign_article(agreement: Agreement, article: Article | None) -> None:
    if article is not None and article.agreement_id != agreement.pk:
        raise ArticleOfAnotherAgreement
