"""Marks as one-sided what the other city has long left unanswered."""

import datetime

from django.conf import settings
from django.db import transaction

from committee.history.actions import keep_changes, lock
from committee.history.models import HistoryEntry
from committee.progress.models import ProgressUpdate
from committee.progress.telling import tell_one_sided

State = ProgressUpdate.State


def note_silence(now: datetime.datetime) -> int:
    """Mark what was submitted ONE_SIDED_DAYS ago and is unanswered; return how many updates were marked."""
    since = now - datetime.timedelta(days=settings.ONE_SIDED_DAYS)
    silent = ProgressUpdate.objects.silent_since(since).order_by("pk")
    return sum(_mark(update, now) for update in silent)


@transaction.atomic
def _mark(update: ProgressUpdate, now: datetime.datetime) -> bool:
    locked = lock(update)
    # Answered meanwhile, or marked by another scheduler.
    if locked.state != State.SUBMITTED or locked.submitted_at != update.submitted_at:
        return False
    changes = {"state": State.ONE_SIDED, "one_sided_at": now}
    marked = keep_changes(by=None, record=locked, changes=changes, verb=HistoryEntry.Verb.ONE_SIDED)
    tell_one_sided(marked)
    return True
