"""What the database itself forbids."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from committee.members.models import Role
from environment.models import Acknowledgement, MeasureTaken, MessageTranslation, Reminder, ThreadMessage
from tests.factories.alert_thread import OPENED, alert_of, thread_of
from tests.factories.city import seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
Kind = ThreadMessage.Kind


def message(**fields):
    officer = member_with(Role.LIAISON)
    given = {
        "kind": Kind.MESSAGE,
        "author": officer,
        "city": officer.city,
        "text_ko": "확인.",
        "sent_at": OPENED,
    }
    return ThreadMessage.objects.create(thread=thread_of(), **(given | fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"author": None},
        {"city": None},
        {"author": None, "city": None},
        {"kind": Kind.ALERT},
        {"kind": Kind.UPDATE},
        {"text_ko": ""},
    ],
    ids=str,
)
def test_a_message_has_a_text_and_is_of_a_member_with_city_or_of_the_system(fields):
    with pytest.raises(IntegrityError):
        message(**fields)


@pytest.mark.parametrize("fields", [{"by": True}, {"at": True}], ids=str)
def test_an_acknowledgement_has_both_somebody_and_a_time(fields):
    officer = member_with(Role.LIAISON)
    given = {"by": officer if "by" in fields else None, "at": timezone.now() if "at" in fields else None}

    with pytest.raises(IntegrityError):
        Acknowledgement.objects.create(message=message(), city=seoul(), **given)


def test_a_city_acknowledges_a_message_once():
    with pytest.raises(IntegrityError):
        Acknowledgement.objects.create(message=alert_of(thread_of()), city=seoul())


def test_a_city_is_reminded_once_a_step():
    asked = alert_of(thread_of()).acknowledgements.first()
    Reminder.objects.create(acknowledgement=asked, step=1, at=OPENED)

    with pytest.raises(IntegrityError):
        Reminder.objects.create(acknowledgement=asked, step=1, at=OPENED)


def test_a_translation_has_a_text():
    officer = member_with(Role.LIAISON)

    with pytest.raises(IntegrityError):
        MessageTranslation.objects.create(message=message(), language="en", text="", by=officer, at=OPENED)


def test_a_message_is_translated_once_into_a_language():
    translated = {"message": message(), "language": "en", "by": member_with(Role.LIAISON), "at": OPENED}
    MessageTranslation.objects.create(text="Noted.", **translated)

    with pytest.raises(IntegrityError):
        MessageTranslation.objects.create(text="Seen.", **translated)


def test_a_measure_ends_after_it_starts():
    with pytest.raises(IntegrityError):
        MeasureTaken.objects.create(
            message=message(kind=Kind.MEASURE), taken_from="2026-01-16", taken_until="2026-01-15"
        )
