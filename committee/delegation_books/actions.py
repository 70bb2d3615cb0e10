"""Asking for the book of a delegation; the building itself is a task."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from committee.delegation_books.models import DelegationBook
from committee.delegation_books.permissions import may_build_book
from committee.delegation_books.tasks import build_book
from committee.delegations.models import Delegation
from committee.history.actions import lock
from committee.members.models import Member
from committee.pages.permissions import require


@transaction.atomic
def request_book(*, by: Member, delegation: Delegation, language: str) -> DelegationBook:
    """Queue the book in one language; where one is under way already, that one is returned instead."""
    require(may_build_book(by, delegation))
    lock(delegation)  # or two at once would both find nothing under way
    under_way = DelegationBook.objects.under_way().filter(delegation=delegation, language=language).first()
    if under_way:
        return under_way
    now = timezone.now()
    book = DelegationBook(
        delegation=delegation, language=language, requested_by=by, requested_at=now, seen_alive_at=now
    )
    book.full_clean()
    book.save(force_insert=True)
    # Robust: with the queue out of reach the row still waits, and is taken up once it is silent for long.
    transaction.on_commit(partial(build_book.delay, book_id=book.pk), robust=True)
    return book
