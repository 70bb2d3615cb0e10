"""Telling members something: on their page of notices and by mail."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.languages.wording import Words, in_each_language
from committee.members.models import Member
from committee.notices.choosing import way_by_member
from committee.notices.kinds import kind_of
from committee.notices.models import Notice, Way
from committee.notices.permissions import may_read_notice
from committee.notices.reasons import Reason
from committee.notices.tasks import send_mail
from committee.pages.permissions import require

LONGEST_LINE = 300
MAIL_OF_WAY: dict[str, str] = {
    Way.AT_ONCE: Notice.Mail.WAITING,
    Way.DAILY: Notice.Mail.DAILY,
    Way.PAGE: Notice.Mail.NONE,
}


@transaction.atomic
def notify(
    *,
    members: Iterable[Member],
    kind: str,
    key: str,
    subject: Words,
    body: Words,
    address: str,
    reason: Reason,
) -> list[Notice]:
    """Tell members something once, the way each has chosen: who was told `key` before is not told again.

    Args:
        kind: one of NOTICE_KINDS, by which members choose.
        key: names the event, such as `episode-7-raised`.
        subject: what it is about: a text that gettext translates when it is read (lazy), a function that
            is called once in each language, or the texts by language code. So is `body`.
        address: path of the page it is about without the language in front: `air/episodes/3/`.
        reason: says to a member why he or she is told; called once in each language.

    Returns:
        The new notices.
    """
    active = {member.pk: member for member in members if member.is_active}
    ways = way_by_member(active.values(), kind_of(kind))
    told = [member for member in active.values() if ways[member.pk] != Way.OFF]
    texts = _columns("subject", subject, LONGEST_LINE) | _columns("body", body)
    known = Notice.objects.filter(member__in=told, key=key).values_list("member_id", flat=True)
    before = set(known)
    new = [
        _notice(member, ways[member.pk], reason, kind=kind, key=key, address=address, **texts)
        for member in told
        if member.pk not in before
    ]
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


def _notice(member: Member, way: str, reason: Reason, **columns: Any) -> Notice:
    now = timezone.now()
    mail = MAIL_OF_WAY[way] if member.email else Notice.Mail.NONE
    return Notice(
        member=member,
        created_at=now,
        mail=mail,
        mail_due_at=now if mail == Notice.Mail.WAITING else None,
        **_columns("reason", partial(reason, member), LONGEST_LINE),
        **columns,
    )


def _columns(name: str, words: Words, longest: int | None = None) -> dict[str, str]:
    return {f"{name}_{suffix}": text[:longest] for suffix, text in in_each_language(words).items()}


def _enqueue(notice: Notice) -> None:
    if notice.mail == Notice.Mail.WAITING:
        # Robust: with the queue out of reach the row still waits, and the schedule finds it.
        transaction.on_commit(partial(send_mail.delay, notice_id=notice.pk), robust=True)
