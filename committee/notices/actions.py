"""Telling members something: on their page of notices and by mail."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.languages.wording import Words, in_each_language
from committee.members.models import Member
from committee.notices.models import Notice
from committee.notices.permissions import may_read_notice
from committee.notices.tasks import send_mail
from committee.pages.permissions import require


@transaction.atomic
def notify(*, members: Iterable[Member], key: str, subject: Words, body: Words, address: str) -> list[Notice]:
    """Tell members something once: who was told `key` before is not told again.

    Args:
        key: names the event, such as `episode-7-raised`.
        subject: what it is about: a text that gettext translates when it is read (lazy), a function that
            is called once in each language, or the texts by language code. So is `body`.
        address: path of the page it is about without the language in front: `air/episodes/3/`.

    Returns:
        The new notices.
    """
    told = list({member.pk: member for member in members if member.is_active}.values())
    subjects, bodies = in_each_language(subject), in_each_language(body)
    texts = {f"subject_{suffix}": text[:300] for suffix, text in subjects.items()}
    texts |= {f"body_{suffix}": text for suffix, text in bodies.items()}
    known = Notice.objects.filter(member__in=told, key=key).values_list("member_id", flat=True)
    before = set(known)
    new = [_notice(member, key, address, texts) for member in told if member.pk not in before]
    # Where another process tells the same at the same moment, its rows stand and ours are dropped.
    Notice.objects.bulk_create(new, ignore_conflicts=True)
    kept = Notice.objects.filter(member__in=[one.member for one in new], key=key)
    for notice in kept:
        _enqueue(notice)
    return list(kept)


@transaction.atomic
def mark_read(*, by: Member, notice: Notice) -> None:
    """Note that the member has read a notice; the first time counts."""
    require(may_read_notice(by, notice))
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=timezone.now())


@transaction.atomic
def mark_all_read(*, by: Member) -> int:
    """Note that the member has read every notice; return how many were unread."""
    return Notice.objects.of(by).unread().update(read_at=timezone.now())


def _notice(member: Member, key: str, address: str, texts: dict[str, Any]) -> Notice:
    now = timezone.now()
    gets_mail = bool(member.email)
    return Notice(
        member=member,
        key=key,
        address=address,
        created_at=now,
        mail=Notice.Mail.WAITING if gets_mail else Notice.Mail.NONE,
        mail_due_at=now if gets_mail else None,
        **texts,
    )


def _enqueue(notice: Notice) -> None:
    if notice.mail == Notice.Mail.WAITING:
        # Robust: with the queue out of reach the row still waits, and the schedule finds it.
        transaction.on_commit(partial(send_mail.delay, notice_id=notice.pk), robust=True)
