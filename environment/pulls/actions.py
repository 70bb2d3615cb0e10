"""What liaison officers do with scheduled pulls."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.members.models import Member
from committee.pages.permissions import require
from environment.pulls.models import Pull, PullState
from environment.pulls.permissions import may_keep_pulls
from environment.pulls.services import INTERFACES
from environment.pulls.tasks import run_pull


@transaction.atomic
def create_pull(*, by: Member, service: str, **fields: Any) -> Pull:
    """Fetch from an interface from now on, for the city that publishes there."""
    require(may_keep_pulls(by))
    city = City.objects.get(code=INTERFACES[service].city)
    pull = keep_new(by=by, record=Pull(service=service, city=city, **fields))
    PullState.objects.create(pull=pull, next_try_at=pull.next_after(timezone.now()))
    return pull


@transaction.atomic
def edit_pull(*, by: Member, pull: Pull, seen_version: int | None = None, **changes: Any) -> Pull:
    """Change the schedule or pause; the next try follows the new schedule."""
    require(may_keep_pulls(by))
    edited = keep_changes(by=by, record=pull, changes=changes, seen_version=seen_version)
    PullState.objects.filter(pull=edited).update(next_try_at=edited.next_after(timezone.now()))
    return edited


@transaction.atomic
def pull_now(*, by: Member, pull: Pull) -> None:
    """Let the next try be at once, also of a pull that waits after failing; one that is paused stays so."""
    require(may_keep_pulls(by))
    PullState.objects.filter(pull=pull, pull__is_paused=False).update(next_try_at=timezone.now())
    # Robust: with the queue out of reach the pull is due, and the schedule finds it.
    transaction.on_commit(lambda: run_pull.delay(pull_id=pull.pk), robust=True)


def delete_pull(*, by: Member, pull: Pull) -> None:
    """Fetch no longer; what was delivered stays."""
    require(may_keep_pulls(by))
    keep_deletion(by=by, record=pull)
