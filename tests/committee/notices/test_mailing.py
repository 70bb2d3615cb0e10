import datetime
import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from committee.models import Notice
from committee.notices import mailing
from tests.factories.member import MemberFactory
from tests.factories.notice import told

pytestmark = pytest.mark.django_db

MINUTE = datetime.timedelta(minutes=1)


class Refusing(EmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


def clock_of(notice, *passed):
    """Tell the time that has passed since the notice was made; the last time holds from then on."""
    times = [notice.created_at + one for one in passed]
    return lambda: times.pop(0) if len(times) > 1 else times[0]


def waiting(**member):
    return told(MemberFactory(email="wang@beijing.example", **member))


def test_a_mail_is_in_the_language_of_its_reader():
    notice = waiting(language="zh-hans", name_zh_hans="王芳")

    mailing.send(notice.pk, clock_of(notice, MINUTE))

    letter = mail.outbox[0]
    assert (letter.to, letter.subject) == (["wang@beijing.example"], "The line is down")
    assert letter.body.startswith("王芳\n")
    assert "http://127.0.0.1:8000/zh-hans/air/" in letter.body
    assert letter.extra_headers["Message-ID"] == notice.message_id


def test_a_mail_is_sent_once():
    notice = waiting()

    first = mailing.send(notice.pk, clock_of(notice, MINUTE))
    again = mailing.send(notice.pk, clock_of(notice, 60 * MINUTE))

    assert (first, again, len(mail.outbox)) == (True, False, 1)
    assert Notice.objects.get().sent_at == notice.created_at + MINUTE


def test_a_mail_in_the_hands_of_a_worker_is_left_to_it_until_it_must_have_died():
    notice = waiting()
    Notice.objects.to_mail(notice.created_at).update(mail_due_at=notice.created_at + mailing.IN_HAND)

    meanwhile = mailing.send(notice.pk, clock_of(notice, MINUTE))
    later = mailing.send(notice.pk, clock_of(notice, 6 * MINUTE))

    assert (meanwhile, later, len(mail.outbox)) == (False, True, 1)


def test_a_refused_mail_is_tried_again_later_and_later(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    notice = waiting()

    pauses = []
    for _attempt in range(3):
        now = Notice.objects.get().mail_due_at
        mailing.send(notice.pk, lambda now=now: now)
        pauses.append(Notice.objects.get().mail_due_at - now)

    assert pauses == [MINUTE, 2 * MINUTE, 4 * MINUTE]
    assert mailing.due(notice.created_at + MINUTE) == []
    assert Notice.objects.get().mail_failure == "Connection unexpectedly closed"


def test_a_mail_that_is_refused_for_days_is_given_up(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    notice = waiting()
    Notice.objects.update(mail_attempts=mailing.MOST_ATTEMPTS - 1)

    mailing.send(notice.pk, clock_of(notice, MINUTE))

    assert Notice.objects.get().mail == "given_up"


def test_who_has_lost_the_address_since_gets_no_mail():
    notice = waiting()
    notice.member.email = ""
    notice.member.save(update_fields=["email"])

    sent = mailing.send(notice.pk, clock_of(notice, MINUTE))

    assert (sent, Notice.objects.get().mail, mail.outbox) == (False, "none", [])
