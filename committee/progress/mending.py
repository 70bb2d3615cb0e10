"""Editorial corrections of confirmed updates: spelling and translation, for which nobody is asked again.

The other city is told, the history keeps the difference, and the fingerprint follows by this one act, so that
a change past it still shows.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.history.actions import keep_changes, lock
from committee.history.mending import said_before_mending, says_the_same
from committee.history.models import HistoryEntry
from committee.languages.wording import columns
from committee.members.models import Member
from committee.pages.permissions import require
from committee.progress.models import ProgressUpdate
from committee.progress.permissions import mends_for
from committee.progress.rules import MoreThanConfirmed, refuse_unless
from committee.progress.telling import tell_mended
from committee.translations.following import leave_others_behind

WORDING = columns("narrative", "next_steps")


@transaction.atomic
def mend_wording(
    *,
    by: Member,
    update: ProgressUpdate,
    seen_version: int | None = None,
    others_follow: bool = False,
    **texts: str,
) -> ProgressUpdate:
    """Correct the wording of a confirmed update, or add a translation; the confirmation stands.

    Args:
        others_follow: mark the other languages as outdated; they are right as they were otherwise.
        texts: columns of narrative and next steps; a text that is missing in a language may be added.

    Raises:
        NotInThisState: when it is not confirmed.
        MoreThanConfirmed: when a text would say something else.
        ChangedMeanwhile: when a colleague changed the same text.
    """
    locked = lock(update)
    require(mends_for(by, locked))
    refuse_unless(locked, ProgressUpdate.State.CONFIRMED)
    before = {name: getattr(locked, name) for name in texts}
    changed = {name: text for name, text in texts.items() if text != before[name]}
    said = before | said_before_mending(locked, changed)
    for name, text in changed.items():
        if name not in WORDING or not says_the_same(said[name], text):
            raise MoreThanConfirmed(name)
    mended = reword(by=by, update=locked, texts=changed, seen_version=seen_version)
    if others_follow:
        leave_others_behind(mended, {name: [before[name], text] for name, text in changed.items()})
    return mended


def reword(
    *,
    by: Member,
    update: ProgressUpdate,
    texts: Mapping[str, str],
    seen_version: int | None = None,
    comment: str = "",
) -> ProgressUpdate:
    """Save other words of a locked, confirmed update and tell the other city; the confirmation stands.

    One that is not what was confirmed keeps its broken fingerprint.
    """
    if not texts:
        return update
    proof: dict[str, Any] = {}
    if any(getattr(update, name) for name in texts):
        proof["mended_at"] = timezone.now()
    was_intact = update.is_intact
    for name, text in texts.items():
        setattr(update, name, text)
    if was_intact:
        proof["confirmed_hash"] = update.fingerprint()
    mended = keep_changes(
        by=by,
        record=update,
        changes=texts,
        seen_version=seen_version,
        verb=HistoryEntry.Verb.MENDED,
        comment=comment,
        following=proof,
    )
    tell_mended(mended, by, sorted(texts))
    return mended
