"""Keeps the index in step with what is written: called for each act, see `AFTER_RECORD_CHANGED`."""

from django.db import transaction
from django.db.models import Model

from committee.search.kinds import kind_of, kinds
from committee.search.models import WaitingRecord
from committee.search.tasks import bring_up_to_date


def note_changed(record: Model) -> None:
    """Have a record looked at after the transaction in which it was written; called inside it."""
    kind = kind_of(record)
    if kind not in kinds():
        return
    WaitingRecord.objects.create(kind=kind, record_id=record.pk)
    # Once a transaction, however much it writes.
    if not any(call is _tell for _savepoints, call, *_more in transaction.get_connection().run_on_commit):
        # Robust: with the queue out of reach the row waits for the schedule.
        transaction.on_commit(_tell, robust=True)


def _tell() -> None:
    bring_up_to_date.delay()
