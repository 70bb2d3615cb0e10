"""What members do about a computation."""

from functools import partial

from celery import signature
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.members.models import Member
from committee.pages.permissions import require
from committee.rules import BrokenRule
from environment.effects.following import ask
from environment.effects.models import AirEffect
from environment.project_links.models import ProjectAirLink
from environment.project_links.permissions import may_edit_link

TASK = "environment.effects.compute"


class NotFailed(BrokenRule):
    """What waits, is under way or stands on the present values is not asked for by hand."""

    def __init__(self) -> None:
        super().__init__(_("Only what failed can be computed again."))


@transaction.atomic
def compute_again(*, by: Member, link: ProjectAirLink) -> AirEffect:
    """Ask once more for a computation that failed.

    Raises:
        NotFailed: it did not fail.
    """
    require(may_edit_link(by, link))
    effect = AirEffect.objects.select_for_update().filter(link=link).first()
    if effect is None or effect.state != AirEffect.State.FAILED:
        raise NotFailed
    asked = ask(link, timezone.now(), change=effect.asked_change)
    # By name: what computes takes scikit-learn along, which no page needs. Robust: with the queue out of
    # reach the schedule finds the row.
    transaction.on_commit(partial(signature(TASK).delay, link_id=link.pk), robust=True)
    return asked
