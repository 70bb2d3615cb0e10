"""The commitments that wait for a co-lead, for the hand-over of the post; see HAND_OVERS."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.commitments.models import Commitment
from committee.hand_overs.open_work import OpenWork
from committee.members.models import Post, Role


def open_commitments(post: Post) -> Iterator[OpenWork]:
    """Yield the open commitments of the subcommittee that bind the city of `post`."""
    if post.role != Role.CO_LEAD:
        return
    promised = Commitment.objects.promised_by(post.city).filter(subcommittee=post.subcommittee_id)
    asked = {"subcommittee": post.subcommittee_id, "city": post.city_id, "state": Commitment.State.OPEN}
    number = promised.filter(state=Commitment.State.OPEN).count()
    yield OpenWork(_("Open commitments"), number, f"{reverse('commitment_list')}?{urlencode(asked)}")
