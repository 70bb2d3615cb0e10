"""Undoing deletions, and forgetting in the end what was deleted."""

import datetime

from django.conf import settings

from committee.archive.permissions import may_restore
from committee.history.models import Deletion, Record
from committee.history.restoring import restore
from committee.members.models import Member
from committee.pages.permissions import require


def undo_deletion(*, by: Member, deletion: Deletion) -> Record:
    """Bring back what was deleted, with its parts and under the same addresses: see `restore`."""
    require(may_restore(by, deletion))
    return restore(by=by, deletion=deletion)


def forget_old_deletions(now: datetime.datetime) -> int:
    """Drop what can no longer be brought back and return how many; the history of each stays."""
    since = now - datetime.timedelta(days=settings.UNDO_DAYS)
    forgotten, _by_model = Deletion.objects.filter(entry__at__lt=since).delete()
    return forgotten
