"""A list handed in, tried out, and taken over as it was shown."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.imports.carrying_out import CarryingOut
from committee.imports.filling_in import FillingIn
from committee.imports.kinds import KINDS, ListKind
from committee.imports.models import ImportedList
from committee.imports.outcomes import Outcome, Verdict, fingerprint_of
from committee.members.models import Member
from committee.pages.permissions import require
from committee.rules import BrokenRule


class NotAsShown(BrokenRule):
    """Something else would become of the list by now than was shown."""

    def __init__(self) -> None:
        super().__init__(_("Records were changed since you looked, so nothing was saved. Please look again."))


class RowsRefused(BrokenRule):
    """All rows are taken over, or none."""

    def __init__(self) -> None:
        super().__init__(
            _("Rows are refused, so nothing can be saved. Correct the file and hand it in again.")
        )


@dataclass(frozen=True)
class Preview:
    """What would become of a list now; `unread` are the headings that name no field."""

    outcomes: list[Outcome]
    unread: list[str]

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.outcomes)

    def having(self, verdict: Verdict) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.verdict == verdict]

    @property
    def may_be_taken_over(self) -> bool:
        is_something = any(outcome.verdict != Verdict.UNCHANGED for outcome in self.outcomes)
        return is_something and not self.having(Verdict.REFUSED)


@transaction.atomic
def hand_in(*, by: Member, kind: str, name: str, content: bytes) -> ImportedList:
    """Keep a file until it is taken over; it replaces one of the kind that still waits.

    Raises:
        NotReadable: when no table of this kind is in it.
    """
    require(KINDS[kind].may(by))
    _read(by, kind, content)
    # Of two files at the same moment the second replaces the first, for one of a kind waits.
    Member.objects.select_for_update().get(pk=by.pk)
    ImportedList.objects.of(by).waiting().filter(kind=kind).delete()
    return ImportedList.objects.create(
        by=by, kind=kind, name=name[:300], content=content, handed_in_at=timezone.now()
    )


def preview(*, by: Member, handed_in: ImportedList) -> Preview:
    """Carry a list out and take all of it back: what is shown is what the rules made of it."""
    require(KINDS[handed_in.kind].may(by))
    with transaction.atomic():
        tried = _carry_out(by, handed_in)
        transaction.set_rollback(True)
    return tried


@transaction.atomic
def take_over(*, by: Member, handed_in: ImportedList, fingerprint: str) -> Preview:
    """Make and change everything that a preview showed, or nothing.

    Args:
        fingerprint: that of the preview.

    Raises:
        NotAsShown: when something else would become of the list by now, or it was taken over already.
        RowsRefused: when a row breaks a rule.
    """
    require(KINDS[handed_in.kind].may(by))
    # Two lists of one kind at the same moment would not see each other's new records.
    of_the_kind = ContentType.objects.get_for_model(KINDS[handed_in.kind].model).pk
    ContentType.objects.select_for_update().get(pk=of_the_kind)
    locked = ImportedList.objects.select_for_update().get(pk=handed_in.pk)
    if locked.taken_over_at:
        raise NotAsShown
    done = _carry_out(by, locked)
    if done.fingerprint != fingerprint:
        raise NotAsShown
    if not done.may_be_taken_over:
        raise RowsRefused
    locked.content, locked.taken_over_at = b"", timezone.now()
    locked.save(update_fields=["content", "taken_over_at"])
    return done


def drop_unused(now: datetime.datetime) -> int:
    """Drop what was handed in IMPORT_DAYS ago and not taken over; return how many files went."""
    before = now - datetime.timedelta(days=settings.IMPORT_DAYS)
    dropped, _by_model = ImportedList.objects.waiting().filter(handed_in_at__lt=before).delete()
    return dropped


def _carry_out(by: Member, handed_in: ImportedList) -> Preview:
    rows = _read(by, handed_in.kind, bytes(handed_in.content))
    return Preview(rows.outcomes(), rows.table.unread)


def _read(by: Member, kind: str, content: bytes) -> CarryingOut | FillingIn:
    named = KINDS[kind]
    if isinstance(named, ListKind):
        return CarryingOut(by=by, kind=named, content=content)
    return FillingIn(by=by, content=content)
