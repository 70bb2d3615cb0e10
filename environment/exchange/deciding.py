"""What an officer decides about a delivery that is held: two at once take turns, the first one holds."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from committee.history.actions import keep_changes
from committee.members.models import Member
from committee.pages.permissions import require
from environment.exchange.models import Handover
from environment.exchange.permissions import may_decide_clock
from environment.exchange.rules import ClockDecidedBefore, NoReasonForClock
from environment.exchange.taking_in import finish
from environment.exchange.tasks import send_receipt, take_in_delivery
from environment.measurements.models import ClockCheck, Delivery

Decision = ClockCheck.Decision
State = Delivery.State


@transaction.atomic
def accept_clock(*, by: Member, delivery: Delivery, note: str) -> None:
    """Let a held delivery be taken in as its hours are labelled, as if it came now.

    Raises:
        NoReasonForClock: `note` is empty.
        ClockDecidedBefore: it is held no more.
    """
    handover = _decided(by, delivery, Decision.ACCEPTED, note)
    Delivery.objects.filter(pk=handover.pk).update(state=State.WAITING)
    Handover.objects.filter(pk=handover.pk).update(attempts=0, seen_alive_at=timezone.now())
    transaction.on_commit(partial(take_in_delivery.delay, delivery_id=handover.pk), robust=True)


@transaction.atomic
def withdraw(*, by: Member, delivery: Delivery, note: str) -> None:
    """Let nothing of a held delivery count; the sender's receipt says so.

    Raises:
        NoReasonForClock: `note` is empty.
        ClockDecidedBefore: it is held no more.
    """
    handover = _decided(by, delivery, Decision.WITHDRAWN, note)
    Delivery.objects.filter(pk=handover.pk).update(state=State.WITHDRAWN)
    if message := finish(handover):
        transaction.on_commit(partial(send_receipt.delay, message_id=message), robust=True)


def _decided(by: Member, delivery: Delivery, decision: str, note: str) -> Handover:
    """Keep a decision, and return the handover locked: no worker and no other officer has it."""
    require(may_decide_clock(by, delivery))
    if not note.strip():
        raise NoReasonForClock
    handover = Handover.objects.locked().select_related("account").filter(pk=delivery.pk).first()
    if handover is None or handover.delivery.state != State.HELD:
        raise ClockDecidedBefore
    changes = {
        "decision": decision,
        "note": note.strip(),
        "decided_by": by,
        "decided_at": timezone.now(),
    }
    check = ClockCheck.objects.get(delivery=delivery)
    keep_changes(by=by, record=check, changes=changes, comment=note.strip())
    return handover
