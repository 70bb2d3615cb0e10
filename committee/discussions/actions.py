"""What members say to each other about a project."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.discussions.models import Message
from committee.discussions.permissions import may_edit_message, may_write_about, readers_of
from committee.discussions.rules import NothingSaid
from committee.history.actions import keep_changes, keep_new, lock
from committee.languages.wording import columns, suffix_of
from committee.members.models import Member
from committee.mentions.naming import meant_by
from committee.mentions.telling import tell_mentioned
from committee.pages.permissions import require
from committee.projects.models import Project


@transaction.atomic
def send_message(
    *, by: Member, project: Project, text: str, language: str, mentioned: Iterable[Member] = ()
) -> Message:
    """Say something about a project in one language; who is mentioned is told.

    Args:
        language: Django's code of the language of `text`.
        mentioned: picked from the list; those named by `@` in the text are added.

    Raises:
        NothingSaid: when the text is blank.
    """
    require(may_write_about(by, project))
    texts = _columns(text, language)
    message = Message(project=project, author=by, city=by.city, sent_at=timezone.now(), **texts)
    meant = meant_by(text, mentioned, readers_of(project))
    keep_new(by=by, record=message, mentioned=meant)
    _tell(message, meant)
    return message


@transaction.atomic
def edit_message(
    *,
    by: Member,
    message: Message,
    text: str,
    language: str,
    mentioned: Iterable[Member] = (),
    seen_version: int | None = None,
) -> Message:
    """Change one's own message; it is marked as edited, and who is mentioned newly is told.

    Raises:
        NothingSaid: when the text is blank.
    """
    locked = lock(message)
    require(may_edit_message(by, locked))
    meant = meant_by(text, mentioned, readers_of(locked.project))
    texts = _columns(text, language)
    changes: dict[str, Any] = {**texts, "mentioned": meant}
    if any(getattr(locked, name) != new for name, new in texts.items()):
        changes["edited_at"] = timezone.now()
    edited = keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)
    _tell(edited, meant)
    return edited


@transaction.atomic
def delete_message(*, by: Member, message: Message) -> Message:
    """Take back one's own message: that it was there stays, and what it said stays in its history."""
    locked = lock(message)
    require(may_edit_message(by, locked))
    return keep_changes(by=by, record=locked, changes={"deleted_at": timezone.now()})


def _columns(text: str, language: str) -> dict[str, str]:
    if not text.strip():
        raise NothingSaid
    return {**dict.fromkeys(columns("text"), ""), f"text_{suffix_of(language)}": text.strip()}


def _tell(message: Message, meant: list[Member]) -> None:
    tell_mentioned(
        meant,
        by=message.author,
        about=message.project,
        said=message,
        text=message.text.plain,
        address=f"messages/{message.pk}/",
    )
