"""What is written into an alert's thread, by the system when the alert moves and by the liaison officers.

Each message is told to the officers of the cities that did not write it: on their page and by mail.
"""

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_new, lock
from committee.languages.wording import Words, in_each_language
from committee.members.models import Member
from committee.pages.permissions import require
from environment.threads.measures import MeasureTaken
from environment.threads.models import Acknowledgement, AlertThread, ThreadMessage
from environment.threads.permissions import may_change_dates, may_write
from environment.threads.rules import ThreadIsClosed, WrittenByTheAuthor
from environment.threads.telling import tell_sent
from environment.threads.translations import MessageTranslation

Kind = ThreadMessage.Kind


@transaction.atomic
def open_thread(*, city: City, title: Words, text: Words, opened_at: datetime.datetime) -> AlertThread:
    """Open the exchange about an alert in a city's air; both cities are told and asked to acknowledge it.

    Args:
        title: names the alert; it is read in every language, as is `text`, its first message.
    """
    thread = AlertThread(city=city, opened_at=opened_at, **_columns("title", in_each_language(title)))
    keep_new(by=None, record=thread)
    _send(thread, Kind.ALERT, _columns("text", in_each_language(text)))
    return thread


@transaction.atomic
def tell_of_alert(*, thread: AlertThread, text: Words, to_acknowledge: bool) -> ThreadMessage:
    """Add what became of the alert: a higher stage is to be acknowledged anew, an end or correction is not.

    A closed thread takes this too, and what is to be acknowledged opens it again.
    """
    thread = lock(thread)
    kind = Kind.ALERT if to_acknowledge else Kind.UPDATE
    return _send(thread, kind, _columns("text", in_each_language(text)))


@transaction.atomic
def send_message(*, by: Member, thread: AlertThread, **texts: str) -> ThreadMessage:
    """Send a message in one or more languages: `text_ko`, `text_zh_hans`, `text_en`.

    Raises:
        ThreadIsClosed: it was closed meanwhile.
    """
    require(may_write(by))
    return _send(_locked_open(thread), Kind.MESSAGE, texts, by)


@transaction.atomic
def record_measure(
    *,
    by: Member,
    thread: AlertThread,
    taken_from: datetime.date,
    taken_until: datetime.date | None = None,
    **texts: str,
) -> MeasureTaken:
    """Say what the member's city does about the alert.

    Raises:
        ThreadIsClosed: it was closed meanwhile.
    """
    require(may_write(by))
    message = _send(_locked_open(thread), Kind.MEASURE, texts, by)
    measure = MeasureTaken(message=message, taken_from=taken_from, taken_until=taken_until)
    return keep_new(by=by, record=measure)


@transaction.atomic
def change_dates(
    *,
    by: Member,
    measure: MeasureTaken,
    taken_from: datetime.date,
    taken_until: datetime.date | None,
    seen_version: int | None = None,
) -> MeasureTaken:
    """Say when a measure of one's own city was taken or ended, after the thread was closed too."""
    require(may_change_dates(by, measure))
    changes = {"taken_from": taken_from, "taken_until": taken_until}
    return keep_changes(by=by, record=measure, changes=changes, seen_version=seen_version)


@transaction.atomic
def acknowledge(*, by: Member, thread: AlertThread, seen_message: int) -> int:
    """Take note, for the member's city, of all messages up to the newest one that the member has seen.

    The first time counts: what another officer of the city acknowledged stays as it is.

    Returns:
        How many messages were acknowledged now.
    """
    require(may_write(by))
    lock(thread)
    asked = Acknowledgement.objects.filter(
        message__thread=thread, message__lte=seen_message, city=by.city_id, at__isnull=True
    )
    now = timezone.now()
    for acknowledgement in asked:
        keep_changes(by=by, record=acknowledgement, changes={"by": by, "at": now})
    return len(asked)


@transaction.atomic
def translate(
    *, by: Member, message: ThreadMessage, language: str, text: str, seen_version: int | None = None
) -> MessageTranslation:
    """Give a message in a language (suffix of its column) in which its author did not write it.

    A translation is mended by giving it again; the history keeps how it read before.

    Raises:
        WrittenByTheAuthor: the author wrote the message in that language.
    """
    require(may_write(by))
    lock(message.thread)
    if language in message.written:
        raise WrittenByTheAuthor
    now = timezone.now()
    known = MessageTranslation.objects.filter(message=message, language=language).first()
    if known is None:
        new = MessageTranslation(message=message, language=language, text=text, by=by, at=now)
        return keep_new(by=by, record=new)
    if known.text == text:
        return known
    changes = {"text": text, "by": by, "at": now}
    return keep_changes(by=by, record=known, changes=changes, seen_version=seen_version)


@transaction.atomic
def close_thread(*, by: Member, thread: AlertThread, **texts: str) -> ThreadMessage:
    """Close the exchange with a note; what is not acknowledged by then can be still.

    Raises:
        ThreadIsClosed: it was closed meanwhile.
    """
    require(may_write(by))
    return _send(_locked_open(thread), Kind.CLOSING, texts, by)


def _locked_open(thread: AlertThread) -> AlertThread:
    locked = lock(thread)
    closing = (
        ThreadMessage.objects.closing_now().filter(thread=locked).select_related("author", "city").first()
    )
    if closing:
        raise ThreadIsClosed(closing)
    return locked


def _send(
    thread: AlertThread, kind: Kind, texts: Mapping[str, str], author: Member | None = None
) -> ThreadMessage:
    city = author.city if author else None
    message = ThreadMessage(
        thread=thread, kind=kind, author=author, city=city, sent_at=timezone.now(), **texts
    )
    keep_new(by=author, record=message)
    if kind in ThreadMessage.TO_ACKNOWLEDGE:
        asked = City.objects.other_than(city) if city else City.objects.all()
        Acknowledgement.objects.bulk_create(Acknowledgement(message=message, city=each) for each in asked)
    tell_sent(message)
    return message


def _columns(name: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}_{suffix}": text for suffix, text in texts.items()}
