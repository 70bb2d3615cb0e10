"""Sends the mail of a notice; a worker that dies in the middle leaves it to the next one."""

import datetime
import smtplib
from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from committee.languages.wording import in_language
from committee.notices.models import Notice

# Longer than a mail server may take, see EMAIL_TIMEOUT.
IN_HAND = datetime.timedelta(minutes=5)
FIRST_PAUSE = datetime.timedelta(minutes=1)
LONGEST_PAUSE = datetime.timedelta(hours=6)
# With the pauses above some two days.
MOST_ATTEMPTS = 16

Clock = Callable[[], datetime.datetime]


def send(notice_id: int, clock: Clock) -> bool:
    """Send a notice's mail if it is due and in nobody's hands; return whether it went out now."""
    started = clock()
    due = Notice.objects.to_mail(started).filter(pk=notice_id)
    # One statement takes it, so of two workers one does; no lock is held while the mail server answers.
    if not due.update(mail_due_at=started + IN_HAND):
        return False
    notice = Notice.objects.select_related("member").get(pk=notice_id)
    if not notice.member.email or not notice.member.is_active:
        _keep(notice, mail=Notice.Mail.NONE)
        return False
    try:
        message(notice).send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        # ValueError: an address or a subject that no mail can carry.
        _put_off(notice, str(error) or type(error).__name__, clock())
        return False
    _keep(notice, mail=Notice.Mail.SENT, sent_at=clock(), mail_failure="")
    return True


def due(now: datetime.datetime, most: int = 500) -> list[int]:
    """Return the notices whose mail waits, those put off and those of a worker that died included."""
    return list(Notice.objects.to_mail(now).order_by("mail_due_at").values_list("pk", flat=True)[:most])


def message(notice: Notice) -> EmailMessage:
    """Return the mail in the language of its reader."""
    language = notice.member.language
    subject = in_language(notice, "subject", language).plain
    context = {
        "name": in_language(notice.member, "name", language).plain,
        "body": in_language(notice, "body", language).plain,
        "address": f"{settings.SITE_ADDRESS}{notice.address_in(language)}",
    }
    with override(language):
        text = render_to_string("notices/mail.txt", context)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=text,
        to=[notice.member.email],
        headers={"Message-ID": notice.message_id, "Content-Language": language},
    )


def _put_off(notice: Notice, failure: str, now: datetime.datetime) -> None:
    attempts = notice.mail_attempts + 1
    pause = min(FIRST_PAUSE * 2 ** min(notice.mail_attempts, 12), LONGEST_PAUSE)
    last = attempts >= MOST_ATTEMPTS
    _keep(
        notice,
        mail=Notice.Mail.GIVEN_UP if last else Notice.Mail.WAITING,
        mail_attempts=attempts,
        mail_due_at=now + pause,
        mail_failure=failure[:300],
    )


def _keep(notice: Notice, **changes: object) -> None:
    Notice.objects.filter(pk=notice.pk).exclude(mail=Notice.Mail.SENT).update(**changes)
