from django.db import models

from committee.meetings.models import Meeting
from committee.members.models import Member, Role
from committee.members.permissions import is_secretariat
from committee.subcommittees.models import Subcommittee


def may_create_meeting(member: Member) -> bool:
    """Both secretariats record general meetings and call their own working meetings."""
    return is_secretariat(member)


def may_call_subcommittee(member: Member, subcommittee: models.Model | None = None) -> bool:
    """Both secretariats and its co-leads; those of some subcommittee where none is named."""
    return is_secretariat(member) or member.holds(Role.CO_LEAD, subcommittee=subcommittee)


def keeps_meeting(member: Member, meeting: Meeting) -> bool:
    """Both secretariats keep every meeting with its agenda and decisions; co-leads those of their own."""
    if meeting.subcommittee is None:
        return may_create_meeting(member)
    return may_call_subcommittee(member, meeting.subcommittee)


def may_edit_meeting(member: Member, meeting: Meeting) -> bool:
    """What is closed stays as it is until it is opened again."""
    return not meeting.is_closed and keeps_meeting(member, meeting)


def subcommittees_called_by(member: Member) -> models.QuerySet[Subcommittee]:
    """Those whose meetings the member may call."""
    if is_secretariat(member):
        return Subcommittee.objects.all()
    led = [post.pk for post in member.posts_now if post.role == Role.CO_LEAD]
    return Subcommittee.objects.filter(posts__in=led).distinct()
