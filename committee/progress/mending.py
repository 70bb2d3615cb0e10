"""Editorial corrections of confirmed updates: spelling and translation, for which nobody is asked again.

The other city is told, the history keeps the difference, and the fingerprint follows by this one act, so that
a change past it still shows.
"""

import re
from difflib import SequenceMatcher
from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.history.actions import keep_changes, lock
from committee.history.models import HistoryEntry
from committee.languages.wording import columns
from committee.members.models import Member
from committee.pages.permissions import require
from committee.progress.models import ProgressUpdate
from committee.progress.permissions import mends_for
from committee.progress.rules import MoreThanWording, refuse_unless
from committee.progress.telling import tell_mended

WORDING = columns("narrative", "next_steps")
LEAST_LIKENESS = 0.8
FIGURES = re.compile(r"\d+")


@transaction.atomic
def mend_wording(
    *, by: Member, update: ProgressUpdate, seen_version: int | None = None, **texts: str
) -> ProgressUpdate:
    """Correct the wording of a confirmed update, or add a translation; the confirmation stands.

    Args:
        texts: columns of narrative and next steps; a text that is missing in a language may be added.

    Raises:
        NotInThisState: when it is not confirmed.
        MoreThanWording: when a text would say something else.
        ChangedMeanwhile: when a colleague changed the same text.
    """
    locked = lock(update)
    require(mends_for(by, locked))
    refuse_unless(locked, ProgressUpdate.State.CONFIRMED)
    changed = {name: text for name, text in texts.items() if text != getattr(locked, name)}
    for name, text in changed.items():
        _refuse_another_meaning(name, getattr(locked, name), text)
    if not changed:
        return locked
    for name, text in changed.items():
        setattr(locked, name, text)
    proof: dict[str, Any] = {"confirmed_hash": locked.fingerprint(), "mended_at": timezone.now()}
    mended = keep_changes(
        by=by,
        record=locked,
        changes=changed,
        seen_version=seen_version,
        verb=HistoryEntry.Verb.MENDED,
        following=proof,
    )
    tell_mended(mended, sorted(changed))
    return mended


def _refuse_another_meaning(name: str, before: str, after: str) -> None:
    if name not in WORDING:
        raise MoreThanWording(name)
    is_alike = SequenceMatcher(None, before, after, autojunk=False).ratio() >= LEAST_LIKENESS
    if before and not (is_alike and FIGURES.findall(before) == FIGURES.findall(after)):
        raise MoreThanWording(name)
