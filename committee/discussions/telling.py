"""Tells members that they were mentioned."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from committee.discussions.models import Message
from committee.discussions.permissions import readers_of
from committee.members.models import Member
from committee.notices.actions import notify
from committee.notices.reasons import Reason

LONGEST_EXCERPT = 500


def tell_mentioned(message: Message, members: Iterable[Member]) -> None:
    """Tell those who may see the project, each once for a message, however often it is edited."""
    may_see = readers_of(message.project).exclude(pk=message.author_id)
    notify(
        members=may_see.filter(pk__in=[member.pk for member in members]).select_related("city"),
        kind="mention",
        key=f"message-{message.pk}-mention",
        subject=lambda: (
            _("%(author)s mentioned you: %(project)s")
            % {"author": message.author, "project": message.project}
        ),
        body=message.text.plain[:LONGEST_EXCERPT],
        address=f"messages/{message.pk}/",
        reason=_as_mentioned_by(message.author),
    )


def _as_mentioned_by(author: Member) -> Reason:
    def reason(_member: Member) -> str:
        return _("You are told this because %(author)s mentioned you.") % {"author": author}

    return reason
