"""Sends mails; a worker that dies in the middle leaves its mail to the next one."""

import datetime
import smtplib
from collections.abc import Callable
from typing import TypeVar

from django.core.mail import EmailMessage
from django.db.models import QuerySet

from committee.notices.letters import letter_of_digest, letter_of_notice
from committee.notices.models import Digest, Mailed, Notice, mail_due

# Longer than a mail server may take, see EMAIL_TIMEOUT.
IN_HAND = datetime.timedelta(minutes=5)
FIRST_PAUSE = datetime.timedelta(minutes=1)
LONGEST_PAUSE = datetime.timedelta(hours=6)
# With the pauses above some two days.
MOST_ATTEMPTS = 16

Clock = Callable[[], datetime.datetime]
OneOf = TypeVar("OneOf", Notice, Digest)


def send(notice_id: int, clock: Clock) -> bool:
    """Send a notice's mail if it is due and in nobody's hands; return whether it went out now."""
    return _send(Notice.objects.filter(pk=notice_id), letter_of_notice, clock)


def send_digest(digest_id: int, clock: Clock) -> bool:
    """Send a day's mail if it is due and in nobody's hands; what it tells of shares its state."""
    return _send(Digest.objects.filter(pk=digest_id), letter_of_digest, clock)


def due(now: datetime.datetime, most: int = 500) -> list[int]:
    """Return the notices whose mail waits, those put off and those of a worker that died included."""
    return list(Notice.objects.to_mail(now).order_by("mail_due_at").values_list("pk", flat=True)[:most])


def due_digests(now: datetime.datetime, most: int = 500) -> list[int]:
    """Return the daily mails that wait, likewise."""
    waiting = Digest.objects.filter(mail_due(now)).order_by("mail_due_at")
    return list(waiting.values_list("pk", flat=True)[:most])


def _send(one: QuerySet[OneOf], letter_of: Callable[[OneOf], EmailMessage | None], clock: Clock) -> bool:
    started = clock()
    # One statement takes it, so of two workers one does; no lock is held while the mail server answers.
    if not one.filter(mail_due(started)).update(mail_due_at=started + IN_HAND):
        return False
    mailed = one.select_related("member").get()
    reachable = bool(mailed.member.email) and mailed.member.is_active
    letter = letter_of(mailed) if reachable else None
    if letter is None:
        _keep(mailed, mail=Mailed.Mail.NONE)
        return False
    try:
        letter.send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        # ValueError: an address or a subject that no mail can carry.
        _put_off(mailed, str(error) or type(error).__name__, clock())
        return False
    _keep(mailed, mail=Mailed.Mail.SENT, sent_at=clock(), mail_failure="")
    return True


def _put_off(mailed: Notice | Digest, failure: str, now: datetime.datetime) -> None:
    attempts = mailed.mail_attempts + 1
    pause = min(FIRST_PAUSE * 2 ** min(mailed.mail_attempts, 12), LONGEST_PAUSE)
    last = attempts >= MOST_ATTEMPTS
    _keep(
        mailed,
        mail=Mailed.Mail.GIVEN_UP if last else Mailed.Mail.WAITING,
        mail_attempts=attempts,
        mail_due_at=now + pause,
        mail_failure=failure[:300],
    )


def _keep(mailed: Notice | Digest, **changes: object) -> None:
    kept = type(mailed)._default_manager.filter(pk=mailed.pk).exclude(mail=Mailed.Mail.SENT)
    kept.update(**changes)
    if isinstance(mailed, Digest) and changes["mail"] != Mailed.Mail.WAITING:
        # What was switched off meanwhile keeps saying that no mail told of it.
        told = mailed.notices.filter(mail=Mailed.Mail.DAILY)
        told.update(mail=changes["mail"], sent_at=changes.get("sent_at"))
