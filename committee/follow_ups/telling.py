"""Tells members of actions that are theirs to see to."""

from django.utils import timezone
from django.utils.translation import gettext as _

from committee.follow_ups.models import FollowUp
from committee.members.models import Member
from committee.notices.actions import notify


def tell_given(follow_up: FollowUp, *, by: Member) -> None:
    """Tell who is responsible, unless it was taken on by that person."""
    told = [member for member in follow_up.people(timezone.now()) if member != by]
    if not told:
        return
    notify(
        members=told,
        kind="follow_up",
        key=f"follow-up-{follow_up.pk}-given-{follow_up.version}",
        subject=lambda: _("Action for you: %(action)s") % {"action": follow_up},
        body=lambda: _("Decided at: %(meeting)s") % {"meeting": follow_up.decision.meeting},
        address=f"follow-ups/{follow_up.pk}/",
        reason=as_responsible,
    )


def as_responsible(_member: Member) -> str:
    return _("You are told this because you are responsible for it.")
