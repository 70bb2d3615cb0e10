"""What the secretariats do with agreements, their articles and their signatures."""

from typing import Any

from django.db import transaction

from committee.agreements.chain import refuse_impossible_chain
from committee.agreements.models import Agreement, Article, Signature
from committee.agreements.permissions import may_create_agreement, may_edit_agreement
from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.members.models import Member
from committee.pages.permissions import require


@transaction.atomic
def create_agreement(*, by: Member, **fields: Any) -> Agreement:
    """Record an agreement.

    Raises:
        SignedBeforeTheEarlier: when it was signed before the one that it amends, renews or replaces.
    """
    require(may_create_agreement(by))
    agreement = keep_new(by=by, record=Agreement(**fields))
    refuse_impossible_chain(agreement)
    return agreement


@transaction.atomic
def edit_agreement(
    *, by: Member, agreement: Agreement, seen_version: int | None = None, **changes: Any
) -> Agreement:
    """Change what is recorded of an agreement.

    Raises:
        FollowsItself: when the earlier agreement goes on from this one.
        SignedBeforeTheEarlier: when this one was signed first.
    """
    require(may_edit_agreement(by, agreement))
    edited = keep_changes(by=by, record=agreement, changes=changes, seen_version=seen_version)
    if changes.keys() & {"earlier", "signed_on"}:
        refuse_impossible_chain(edited)
    return edited


def delete_agreement(*, by: Member, agreement: Agreement) -> None:
    """Delete an agreement to which no commitment refers, with its articles and signatures."""
    require(may_edit_agreement(by, agreement))
    keep_deletion(by=by, record=agreement)


def add_article(*, by: Member, agreement: Agreement, **fields: Any) -> Article:
    require(may_edit_agreement(by, agreement))
    return keep_new(by=by, record=Article(agreement=agreement, **fields))


def edit_article(*, by: Member, article: Article, seen_version: int | None = None, **changes: Any) -> Article:
    require(may_edit_agreement(by, article.agreement))
    return keep_changes(by=by, record=article, changes=changes, seen_version=seen_version)


def delete_article(*, by: Member, article: Article) -> None:
    require(may_edit_agreement(by, article.agreement))
    keep_deletion(by=by, record=article)


def add_signature(*, by: Member, agreement: Agreement, **fields: Any) -> Signature:
    require(may_edit_agreement(by, agreement))
    return keep_new(by=by, record=Signature(agreement=agreement, **fields))


def edit_signature(
    *, by: Member, signature: Signature, seen_version: int | None = None, **changes: Any
) -> Signature:
    require(may_edit_agreement(by, signature.agreement))
    return keep_changes(by=by, record=signature, changes=changes, seen_version=seen_version)


def delete_signature(*, by: Member, signature: Signature) -> None:
    require(may_edit_agreement(by, signature.agreement))
    keep_deletion(by=by, record=signature)


def add_agreement_document(*, by: Member, agreement: Agreement, **fields: Any) -> Document:
    """Attach a document, such as the signed text: see `add_document` for what it raises."""
    require(may_edit_agreement(by, agreement))
    return add_document(by=by, of=agreement, **fields)
