"""When a meeting can be closed: every decision has its outcome, every action its owner and its day."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.follow_ups.models import FollowUp, Outcome
from committee.follow_ups.rules import NotClosed, NotHeld, NotReadyToClose
from committee.history.actions import keep_changes, lock
from committee.meetings.models import Meeting
from committee.meetings.permissions import keeps_meeting
from committee.members.models import Member
from committee.pages.permissions import require


@dataclass(frozen=True)
class Lack:
    """What keeps a meeting from being closed, and where it is mended."""

    sentence: str
    address: str


def lacks_of(meeting: Meeting) -> list[Lack]:
    """Return what is lacking, in two queries."""
    actions = FollowUp.objects.filter(decision=OuterRef("pk"))
    decisions = meeting.decisions.select_related("outcome").annotate(has_actions=Exists(actions))
    found = []
    for decision in decisions:
        outcome = getattr(decision, "outcome", None)
        if outcome is None:
            words = _("Decision %(number)s has no outcome.") % {"number": decision.number}
            found.append(Lack(words, reverse("outcome_edit", args=[decision.pk])))
        elif outcome.kind == Outcome.Kind.ACTION and not decision.has_actions:
            words = _("Decision %(number)s asks for an action, but none is recorded.")
            address = reverse("follow_up_new", args=[decision.pk])
            found.append(Lack(words % {"number": decision.number}, address))
    incomplete = FollowUp.objects.filter(decision__meeting=meeting).incomplete().open()
    return found + [_lack_of(action) for action in incomplete.order_by("decision__number", "pk")]


def _lack_of(action: FollowUp) -> Lack:
    if action.is_given:
        words = _("The action “%(action)s” has no due day.")
    elif action.due_on:
        words = _("The action “%(action)s” has nobody responsible.")
    else:
        words = _("The action “%(action)s” has neither somebody responsible nor a due day.")
    return Lack(words % {"action": action}, reverse("follow_up_edit", args=[action.pk]))


@transaction.atomic
def close_meeting(*, by: Member, meeting: Meeting) -> Meeting:
    """Close a meeting that was held; closing it twice keeps the first date.

    Raises:
        NotHeld
        NotReadyToClose: naming what is lacking.
    """
    locked = lock(meeting)
    require(keeps_meeting(by, locked))
    if locked.is_closed:
        return locked
    if not locked.is_held:
        raise NotHeld
    if lacks := lacks_of(locked):
        raise NotReadyToClose([lack.sentence for lack in lacks])
    return keep_changes(by=by, record=locked, changes={"closed_at": timezone.now(), "closed_by": by})


@transaction.atomic
def open_meeting_again(*, by: Member, meeting: Meeting, reason: str) -> Meeting:
    """Open a closed meeting again and keep the reason.

    Raises:
        NotClosed
    """
    locked = lock(meeting)
    require(keeps_meeting(by, locked))
    if not locked.is_closed:
        raise NotClosed
    return keep_changes(by=by, record=locked, changes={"closed_at": None, "closed_by": None}, comment=reason)
