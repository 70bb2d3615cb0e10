"""What a secretariat does with the members of its own city and their posts."""

import datetime
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.history.actions import keep_changes, keep_deletion, keep_new, lock, note
from committee.history.models import HistoryEntry
from committee.members.models import Member, Post, Role
from committee.members.permissions import may_create_member, may_edit_member
from committee.members.rules import LocksOneselfOut, PostTaken
from committee.pages.permissions import require


def create_member(*, by: Member, **fields: Any) -> Member:
    """Enter a member of the secretariat's own city; who has no password yet is given a sign-in link."""
    require(may_create_member(by))
    member = Member(city=by.city, **fields)
    member.set_unusable_password()
    return keep_new(by=by, record=member)


def edit_member(*, by: Member, member: Member, seen_version: int | None = None, **changes: Any) -> Member:
    """Change what is known of a member.

    Raises:
        LocksOneselfOut: when one would forbid oneself to sign in.
    """
    require(may_edit_member(by, member))
    if by.pk == member.pk and changes.get("is_active") is False:
        raise LocksOneselfOut
    return keep_changes(by=by, record=member, changes=changes, seen_version=seen_version)


def delete_member(*, by: Member, member: Member) -> None:
    """Delete a member who has done nothing yet; others are no longer allowed to sign in instead.

    Raises:
        StillNeeded: when the history or an update names the member.
        LocksOneselfOut: when it is oneself.
    """
    require(may_edit_member(by, member))
    if by.pk == member.pk:
        raise LocksOneselfOut
    keep_deletion(by=by, record=member)


@transaction.atomic
def make_sign_in_link(*, by: Member, member: Member) -> str:
    """Return the path at which the member chooses a password: good once, and for three days.

    Whoever has the link can sign in with it, so the history says who made one.
    """
    require(may_edit_member(by, member) and member.is_active)
    locked = lock(member)
    note(
        by=by,
        verb=HistoryEntry.Verb.CHANGED,
        record=locked,
        changes={},
        comment=_("A sign-in link was made."),
    )
    key = default_token_generator.make_token(locked)
    with override(locked.language):
        return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(locked), key])


@transaction.atomic
def add_post(*, by: Member, member: Member, **fields: Any) -> Post:
    """Appoint a member to a post, for a term or until further notice.

    Raises:
        PostTaken: when it is given to one at a time and somebody else holds it in that term.
    """
    require(may_edit_member(by, member))
    lock(member.city)
    post = keep_new(by=by, record=Post(member=member, city=member.city, **fields))
    _refuse_second_holder(post)
    return post


@transaction.atomic
def edit_post(*, by: Member, post: Post, seen_version: int | None = None, **changes: Any) -> Post:
    """Change a post or its term.

    Raises:
        LocksOneselfOut: when one would end one's own membership of the secretariat.
        PostTaken: when somebody else holds it in that term.
    """
    require(may_edit_member(by, post.member))
    lock(post.city)
    changed = keep_changes(by=by, record=post, changes=changes, seen_version=seen_version)
    _refuse_second_holder(changed)
    _refuse_to_lose_own_post(by, post)
    return changed


@transaction.atomic
def pass_on(*, by: Member, post: Post, successor: Member, first_day: datetime.date) -> Post:
    """Give a post to its next holder: one term ends the day before the other begins.

    Raises:
        LocksOneselfOut: when one would end one's own membership of the secretariat.
        PostTaken: when somebody else holds it from then on.
        ValidationError: when the successor would begin before the holder did.
    """
    require(may_edit_member(by, post.member) and may_edit_member(by, successor) and post.passes_on)
    lock(post.city)
    last_day = first_day - datetime.timedelta(days=1)
    if post.held_until is None or post.held_until > last_day:
        edit_post(by=by, post=post, held_until=last_day)
    return add_post(
        by=by,
        member=successor,
        role=post.role,
        standing=post.standing,
        subcommittee=post.subcommittee,
        held_from=first_day,
    )


@transaction.atomic
def delete_post(*, by: Member, post: Post) -> None:
    """Delete a post that was entered by mistake; one that ended is given its last day instead.

    Raises:
        LocksOneselfOut: when it makes one a member of the secretariat.
    """
    require(may_edit_member(by, post.member))
    keep_deletion(by=by, record=post)
    _refuse_to_lose_own_post(by, post)


def refuse_restored_post(post: Post) -> None:
    """Refuse to have a deleted post back that somebody else has been given since, see REFUSE_RESTORED.

    Raises:
        PostTaken: when it is given to one at a time and somebody else holds it in that term.
    """
    lock(post.city)
    _refuse_second_holder(post)


def _refuse_second_holder(post: Post) -> None:
    """Called with the city locked, so that two who appoint at once come one after the other."""
    held = Post.objects.in_the_way_of(post).select_related("member").first()
    if held is not None:
        raise PostTaken(held)


def _refuse_to_lose_own_post(by: Member, post: Post) -> None:
    still = Post.objects.filter(member=by, role=Role.SECRETARIAT).held_on(by.today).exists()
    if post.member_id == by.pk and not still:
        raise LocksOneselfOut
