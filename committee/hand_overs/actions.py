"""What the holder of a post and the successor do when the post changes hands."""

import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.hand_overs.models import HandOver
from committee.hand_overs.permissions import may_take_hand_over, may_write_hand_over
from committee.hand_overs.terms import successor_of
from committee.history.actions import keep_changes, keep_new, lock
from committee.members.models import Member, Post
from committee.notices.actions import notify
from committee.pages.permissions import require
from committee.rules import BrokenRule


class TakenOver(BrokenRule):
    """What the successor has taken over stays as it was read."""

    def __init__(self) -> None:
        super().__init__(_("The successor has taken this over; the note stays as it was read."))


@transaction.atomic
def write_hand_over(
    *, by: Member, post: Post, note: str, now: datetime.datetime, seen_version: int | None = None
) -> HandOver:
    """Write the note to a post, or change it until the successor has taken it over.

    Raises:
        TakenOver: when the successor has.
    """
    require(may_write_hand_over(by, post))
    lock(post)
    there = HandOver.objects.filter(post=post).first()
    if there is None:
        fresh = HandOver(post=post, note=note, written_by=by, written_at=now)
        written = keep_new(by=by, record=fresh)
    else:
        if there.taken_at:
            raise TakenOver
        changes = {"note": note, "written_by": by, "written_at": now}
        written = keep_changes(by=by, record=there, changes=changes, seen_version=seen_version)
    _tell_successor(written)
    return written


@transaction.atomic
def take_over(*, by: Member, hand_over: HandOver, now: datetime.datetime) -> HandOver:
    """Say as the successor that one has read the note and what is open; twice keeps the first date.

    Raises:
        TakenOver: when somebody has already.
    """
    require(may_take_hand_over(by, hand_over))
    current = lock(hand_over)
    if current.taken_at:
        raise TakenOver
    return keep_changes(by=by, record=current, changes={"taken_by": by, "taken_at": now})


def _tell_successor(hand_over: HandOver) -> None:
    successor = successor_of(hand_over.post)
    if successor is None or successor.member_id == hand_over.written_by_id:
        return
    post = hand_over.post
    notify(
        members=[successor.member],
        kind="post",
        key=f"hand-over-{hand_over.pk}-version-{hand_over.version}",
        subject=lambda: gettext("Hand-over of your post: %(post)s") % {"post": post},
        body=lambda: gettext("%(member)s left a note and a list of what is open.") % {"member": post.member},
        address=f"posts/{post.pk}/hand-over/",
        reason=as_successor,
    )


def as_successor(_member: Member) -> str:
    return gettext("You are told this because you hold the post next.")
