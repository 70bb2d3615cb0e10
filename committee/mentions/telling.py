"""Tells members that they were mentioned."""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.translation import gettext as _

from committee.members.models import Member
from committee.notices.actions import notify
from committee.notices.models import Notice
from committee.notices.reasons import Reason

LONGEST_EXCERPT = 500


def tell_mentioned(
    members: Iterable[Member], *, by: Member, about: Model, said: Model, text: str, address: str
) -> list[Notice]:
    """Tell those whom `by` has mentioned, each once for what was `said`, however often it is edited.

    Args:
        members: who may see what it is about; the caller has looked.
        address: path of the page on which it stands, as in `notify`.

    Returns:
        The new notices.
    """
    return notify(
        members=[member for member in members if member.pk != by.pk],
        kind="mention",
        key=f"{said._meta.model_name}-{said.pk}-mention",
        subject=lambda: _("%(author)s mentioned you: %(record)s") % {"author": by, "record": about},
        body=text[:LONGEST_EXCERPT],
        address=address,
        reason=_as_mentioned_by(by),
    )


def _as_mentioned_by(author: Member) -> Reason:
    def reason(_member: Member) -> str:
        return _("You are told this because %(author)s mentioned you.") % {"author": author}

    return reason
