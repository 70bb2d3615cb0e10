"""A thread as pages show it: its texts in every language side by side, and where each city stands."""

from dataclasses import dataclass
from typing import Any

from committee.languages.wording import LANGUAGES as TAGS
from committee.members.models import Member
from environment.threads.log import log_of
from environment.threads.models import AlertThread, ThreadMessage
from environment.threads.permissions import may_change_dates, may_write
from environment.threads.translations import LANGUAGES, MessageTranslation

# Each city reads in its own language; English stands beside them where somebody gave it.
LANGUAGES_OF_THE_CITIES = ("ko", "zh_hans")


@dataclass(frozen=True)
class Version:
    """A message in one language: as its author wrote it, as somebody translated it, or not there yet."""

    suffix: str
    name: str
    text: str
    translation: MessageTranslation | None

    @property
    def tag(self) -> str:
        return TAGS[self.suffix]


@dataclass(frozen=True)
class Shown:
    message: ThreadMessage
    versions: list[Version]
    may_change_dates: bool


def thread_shown(reader: Member, thread: AlertThread) -> dict[str, Any]:
    """Return what `threads/detail.html#thread` shows of a thread; upper rooms put it on their pages too."""
    thread = AlertThread.objects.with_everything().get(pk=thread.pk)
    messages = list(thread.messages.all())
    is_writer = may_write(reader)
    return {
        "thread": thread,
        "messages_shown": [_shown(reader, message) for message in messages],
        "measures": [message for message in messages if message.kind == ThreadMessage.Kind.MEASURE],
        "newest": messages[-1].pk,
        "may_translate": is_writer,
        "may_write": is_writer and thread.closing is None,
        "may_acknowledge": is_writer and thread.is_asked(reader.city),
        "log": log_of(AlertThread.objects.filter(pk=thread.pk)),
    }


def versions_of(message: ThreadMessage) -> list[Version]:
    """Return the versions that are there, and those of the cities' languages that are still missing."""
    written = message.written
    translations = {each.language: each for each in message.translations.all()}
    versions = []
    for suffix, name in LANGUAGES:
        translation = translations.get(suffix)
        text = written.get(suffix) or (translation.text if translation else "")
        if text or suffix in LANGUAGES_OF_THE_CITIES:
            versions.append(Version(suffix, str(name), text, translation))
    return versions


def _shown(reader: Member, message: ThreadMessage) -> Shown:
    measure = getattr(message, "measure", None)
    may_change = measure is not None and may_change_dates(reader, measure)
    return Shown(message, versions_of(message), may_change)
