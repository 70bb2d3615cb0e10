"""Two statements side by side, where the cities see a project differently.

Instead of returning an update, the other city sets its own statement beside it. Each city then writes at its
own until a co-lead of the one that did not write last has read both and closes; or the other city confirms
after all.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.history.actions import keep_changes, lock
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.members.permissions import leads
from committee.pages.permissions import require
from committee.progress.models import ProgressUpdate
from committee.progress.permissions import answers_for, closes_for
from committee.progress.rules import ContentChanged, refuse_unless
from committee.progress.telling import tell_answered, tell_changed_beside, tell_closed

State = ProgressUpdate.State
Verb = HistoryEntry.Verb


@transaction.atomic
def state_otherwise(
    *, by: Member, update: ProgressUpdate, seen_version: int | None = None, **statement: Any
) -> ProgressUpdate:
    """Set the other city's own statement beside an update, or change it.

    Args:
        statement: `statement_course`, and `statement_…` in at least one language.

    Raises:
        NotInThisState: when the update is answered otherwise, withdrawn or closed.
        ChangedMeanwhile: when a colleague changed the same words.
    """
    locked = lock(update)
    require(answers_for(by, locked))
    refuse_unless(locked, *ProgressUpdate.UNANSWERED, State.DIFFERING)
    if locked.state == State.DIFFERING:
        word = {"last_word": by.city}
        changed = keep_changes(
            by=by, record=locked, changes=statement, seen_version=seen_version, following=word
        )
        if changed.version != locked.version:
            tell_changed_beside(changed)
        return changed
    answered = {"state": State.DIFFERING, "answered_by": by, "answered_at": timezone.now()}
    changes = answered | {"one_sided_at": None, "last_word": by.city, **statement}
    stated = keep_changes(by=by, record=locked, changes=changes, verb=Verb.STATED)
    tell_answered(stated)
    return stated


@transaction.atomic
def close_update(*, by: Member, update: ProgressUpdate, seen: str) -> ProgressUpdate:
    """Leave it at two statements; neither changes any more.

    Args:
        seen: the fingerprint of both statements as the member was shown them.

    Raises:
        NotInThisState: when there are no two statements, or they are closed.
        ContentChanged: when one of them says something else than what was read.
    """
    locked = lock(update)
    require(leads(by, locked.project.subcommittee))
    refuse_unless(locked, State.DIFFERING)
    require(closes_for(by, locked))
    if locked.fingerprint_of_both() != seen:
        raise ContentChanged
    changes = {"closed_at": timezone.now(), "closed_by": by}
    closed = keep_changes(by=by, record=locked, changes=changes, verb=Verb.CLOSED)
    tell_closed(closed)
    return closed
