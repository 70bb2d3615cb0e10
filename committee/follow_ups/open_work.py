"""The actions that wait for who holds a post, for the hand-over of the post; see HAND_OVERS."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from committee.follow_ups.models import FollowUp
from committee.hand_overs.open_work import OpenWork
from committee.members.models import Post


def open_actions(post: Post) -> Iterator[OpenWork]:
    """Yield the open actions of who holds `post`, to be given to the next, and those of the post."""
    yield _work(_("Open actions"), Q(responsible=post.member_id), {"responsible": post.member_id})
    of_the_office = Q(post__in=Post.objects.of_the_office_of(post))
    yield _work(_("Open actions of the post"), of_the_office, {"post": post.pk})


def _work(label: Promise, given: Q, asked: dict[str, int]) -> OpenWork:
    query = urlencode({"state": FollowUp.State.OPEN.value, **asked})
    return OpenWork(
        label, FollowUp.objects.open().filter(given).count(), f"{reverse('follow_up_list')}?{query}"
    )
