import hashlib
import json
from functools import partial

from django.db import transaction
from django.utils import timezone

from committee.history.actions import lock
from committee.members.models import Member
from committee.minutes.models import Minutes
from committee.minutes_prints.build import content_of
from committee.minutes_prints.models import MinutesPrint
from committee.minutes_prints.permissions import may_print_minutes
from committee.minutes_prints.tasks import build_print
from committee.pages.permissions import require


@transaction.atomic
def request_print(*, by: Member, minutes: Minutes, language: str, beside: str = "") -> MinutesPrint:
    """Queue the PDF of the minutes as they stand; where that was printed already, it is returned instead.

    Args:
        beside: a second language at the side of the first, as Django's code.
    """
    require(may_print_minutes(by, minutes))
    lock(minutes)  # or two at once would both find nothing printed
    as_they_stand = Minutes.objects.in_full().get(pk=minutes.pk)
    content = content_of(as_they_stand, list(filter(None, [language, beside])))
    fingerprint = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    failed = MinutesPrint.State.FAILED
    there = MinutesPrint.objects.visible_to(by).filter(minutes=minutes, fingerprint=fingerprint)
    if found := there.exclude(state=failed).first():
        return found
    now = timezone.now()
    asked = MinutesPrint(
        minutes=minutes,
        language=language,
        beside=beside,
        fingerprint=fingerprint,
        content=content,
        requested_by=by,
        requested_at=now,
        seen_alive_at=now,
    )
    asked.full_clean()
    asked.save(force_insert=True)
    # Robust: with the queue out of reach the row still waits, and is taken up once it is silent for long.
    transaction.on_commit(partial(build_print.delay, print_id=asked.pk), robust=True)
    return asked
