"""Puts the daily mails together: one a member a day, at eight in the member's city on its working days."""

import datetime

from django.db import transaction

from committee.members.models import Member
from committee.notices.models import Digest, Notice
from committee.workdays.days import is_worked

EIGHT = datetime.time(8)


def gather(now: datetime.datetime) -> list[Digest]:
    """Put together each member's mail of the day, once eight has struck there; return the new ones.

    What came later waits for the next working day. Safe with several schedulers: a member's day is a row
    that exists once.
    """
    members = Member.objects.filter(pk__in=Notice.objects.awaiting_digest().values("member"))
    digests = [_gather_for(member, now) for member in members.select_related("city")]
    return [digest for digest in digests if digest]


@transaction.atomic
def _gather_for(member: Member, now: datetime.datetime) -> Digest | None:
    local = now.astimezone(member.city.zone)
    eight = datetime.datetime.combine(local.date(), EIGHT, tzinfo=member.city.zone)
    waiting = Notice.objects.of(member).awaiting_digest()
    # Who has read it on the page need not read it again.
    waiting.exclude(read_at=None).update(mail=Notice.Mail.NONE)
    told = waiting.filter(created_at__lt=eight)
    if local < eight or not is_worked(member.city.country, local.date()) or not told.exists():
        return None
    digest, is_new = Digest.objects.get_or_create(
        member=member,
        day=local.date(),
        defaults={"mail": Digest.Mail.WAITING, "mail_due_at": now},
    )
    if not is_new:
        return None
    told.update(digest=digest)
    return digest
