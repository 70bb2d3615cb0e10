"""The log of alert threads: who did what when, as rows for a page, a file and the report."""

import datetime
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committee.cities.models import City
from committee.languages.wording import Wording
from committee.members.models import Member
from environment.threads.models import (
    Acknowledgement,
    AlertThread,
    AlertThreadQuerySet,
    Reminder,
    ThreadMessage,
)
from environment.threads.translations import MessageTranslation

Kind = ThreadMessage.Kind
Moment = datetime.datetime | None

OPENED = pgettext_lazy("log of alert threads", "opened")
ACTS: dict[str, Promise] = {
    Kind.ALERT: pgettext_lazy("log of alert threads", "alert rose"),
    Kind.UPDATE: pgettext_lazy("log of alert threads", "news of the alert"),
    Kind.MESSAGE: pgettext_lazy("log of alert threads", "message sent"),
    Kind.MEASURE: pgettext_lazy("log of alert threads", "measure"),
    Kind.CLOSING: pgettext_lazy("log of alert threads", "closed"),
}
ACKNOWLEDGED = pgettext_lazy("log of alert threads", "acknowledged")
REMINDED = pgettext_lazy("log of alert threads", "reminded")
TRANSLATED = pgettext_lazy("log of alert threads", "translated")

HEADING = [
    gettext_lazy("Time"),
    gettext_lazy("Thread"),
    gettext_lazy("City"),
    gettext_lazy("Who"),
    gettext_lazy("What"),
    gettext_lazy("Text"),
]


@dataclass(frozen=True, order=True)
class LogRow:
    """One act; `member` is None for the system, and `city` then the one it turned to, or None for both."""

    at: datetime.datetime
    # Acts of one moment stand in the order of their messages, the message first.
    message_id: int
    place: int
    thread: AlertThread = field(compare=False)
    city: City | None = field(compare=False)
    member: Member | None = field(compare=False)
    act: Promise = field(compare=False)
    words: Wording = field(compare=False)

    @property
    def is_illustrative(self) -> bool:
        return self.thread.is_illustrative

    @property
    def who(self) -> Wording | str:
        return self.member.name if self.member else _("the system")

    def cells(self, zone: zoneinfo.ZoneInfo) -> list[str]:
        """Return the row under `HEADING`, in the reader's language and a city's time."""
        return [
            f"{self.at.astimezone(zone):%Y-%m-%d %H:%M %Z}",
            str(self.thread.title),
            str(self.city.name) if self.city else _("both cities"),
            str(self.who),
            str(self.act),
            str(self.words),
        ]


def log_of(threads: AlertThreadQuerySet, start: Moment = None, end: Moment = None) -> list[LogRow]:
    """Return what was done in threads from `start` to before `end`, oldest first; seven queries in all."""
    ids = threads.order_by().values("pk")

    def within(acts: QuerySet[Any], thread: str, at: str) -> QuerySet[Any]:
        bounds = {f"{at}__gte": start, f"{at}__lt": end}
        return acts.filter(
            **{f"{thread}__in": ids}, **{name: value for name, value in bounds.items() if value}
        )

    rows = [
        *_messages(within(ThreadMessage.objects.all(), "thread", "sent_at")),
        *_acknowledgements(within(Acknowledgement.objects.all(), "message__thread", "at")),
        *_reminders(within(Reminder.objects.all(), "acknowledgement__message__thread", "at")),
        *_translations(within(MessageTranslation.objects.all(), "message__thread", "at")),
    ]
    return sorted(rows)


def _messages(messages: QuerySet[ThreadMessage]) -> Iterator[LogRow]:
    before = ThreadMessage.objects.filter(thread=OuterRef("thread"), pk__lt=OuterRef("pk"))
    related = messages.annotate(is_later=Exists(before)).select_related("thread", "city", "author", "measure")
    for each in related.prefetch_related("translations"):
        act = ACTS[each.kind] if each.is_later else OPENED
        yield LogRow(each.sent_at, each.pk, 0, each.thread, each.city, each.author, act, said(each))


def said(message: ThreadMessage) -> Wording:
    """Return what a message says, of a measure with its days."""
    words = message.words
    if message.kind != Kind.MEASURE:
        return words
    return Wording(f"{words.plain} ({message.measure})", words.language)


def _acknowledgements(asked: QuerySet[Acknowledgement]) -> Iterator[LogRow]:
    related = asked.select_related("message__thread", "city", "by")
    for each in related.prefetch_related("message__translations"):
        if each.at:
            message = each.message
            yield LogRow(
                each.at, message.pk, 1, message.thread, each.city, each.by, ACKNOWLEDGED, said(message)
            )


def _reminders(reminders: QuerySet[Reminder]) -> Iterator[LogRow]:
    related = reminders.select_related("acknowledgement__message__thread", "acknowledgement__city")
    for each in related.prefetch_related("acknowledgement__message__translations"):
        asked = each.acknowledgement
        message = asked.message
        yield LogRow(each.at, message.pk, 2, message.thread, asked.city, None, REMINDED, said(message))


def _translations(translations: QuerySet[MessageTranslation]) -> Iterator[LogRow]:
    for each in translations.select_related("message__thread", "by__city"):
        words = Wording(each.text, each.tag)
        message = each.message
        yield LogRow(each.at, message.pk, 3, message.thread, each.by.city, each.by, TRANSLATED, words)
