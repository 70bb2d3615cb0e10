"""The updates that wait for a co-lead, for the hand-over of the post; see HAND_OVERS."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.hand_overs.open_work import OpenWork
from committee.members.models import Post, Role
from committee.progress.models import ProgressUpdate

State = ProgressUpdate.State


def open_updates(post: Post) -> Iterator[OpenWork]:
    """Yield what the city of `post` has to confirm and what it began itself."""
    if post.role != Role.CO_LEAD:
        return
    updates = ProgressUpdate.objects.filter(project__subcommittee=post.subcommittee_id)
    to_answer = updates.filter(answering_city=post.city_id)
    where = {"subcommittee": post.subcommittee_id}
    # Those of the other city are what this one confirms.
    for state, label in (
        (State.SUBMITTED, _("Updates to confirm")),
        (State.ONE_SIDED, _("Updates left unanswered")),
    ):
        yield OpenWork(label, to_answer.filter(state=state).count(), _list(where | {"state": state}))
    own = updates.filter(city=post.city_id)
    for state, label in ((State.RETURNED, _("Updates returned to us")), (State.DRAFT, _("Our drafts"))):
        number = own.filter(state=state).count()
        yield OpenWork(label, number, _list(where | {"city": post.city_id, "state": state}))


def _list(asked: dict[str, object]) -> str:
    return f"{reverse('update_list')}?{urlencode(asked)}"
