from committee.history.actions import keep_deletion
from committee.history.models import Record
from committee.models import Deletion, Member


def deleted(record: Record, by: Member) -> Deletion:
    """Delete a record as its room would, and return what undoes it."""
    keep_deletion(by=by, record=record)
    return Deletion.objects.latest("pk")
