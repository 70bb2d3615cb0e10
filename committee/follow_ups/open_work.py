"""The actions that wait for who holds a post, for the hand-over of the post; see HAND_OVERS."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.follow_ups.models import FollowUp
from committee.hand_overs.open_work import OpenWork
from committee.members.models import Post


def open_actions(post: Post) -> Iterator[OpenWork]:
    """Yield the open actions of who holds `post`: they are the person's, and have to be given to the next."""
    number = FollowUp.objects.open().filter(responsible=post.member_id).count()
    asked = urlencode({"state": FollowUp.State.OPEN.value, "responsible": post.member_id})
    yield OpenWork(_("Open actions"), number, f"{reverse('follow_up_list')}?{asked}")
