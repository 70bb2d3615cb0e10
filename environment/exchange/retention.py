"""How long the bodies of pushes are kept: receipts, checksums and rejected readings stay for good."""

import datetime

from django.conf import settings

from environment.exchange.models import Handover
from environment.measurements.models import Delivery


def drop_old_bodies(now: datetime.datetime) -> int:
    """Delete the bodies of pushes that were taken in long ago; return how many.

    The file goes before its row forgets it: what breaks off in between is done again, and a file that is
    gone by then does no harm.
    """
    since = now - datetime.timedelta(days=settings.PUSH_BODY_DAYS)
    old = Handover.objects.filter(
        delivery__way=Delivery.Way.PUSH, delivery__state=Delivery.State.TAKEN_IN, finished_at__lt=since
    ).exclude(content="")
    dropped = 0
    for handover in old.iterator():
        handover.content.delete(save=False)
        Handover.objects.filter(pk=handover.pk).update(content="")
        dropped += 1
    return dropped
