"""What waits for a liaison officer, for the hand-over of the post; see HAND_OVERS."""

from collections.abc import Iterator

from committee.hand_overs.open_work import OpenWork
from committee.members.models import Post, Role
from environment.hotline.waiting import waiting_now


def open_at_the_hotline(post: Post) -> Iterator[OpenWork]:
    if post.role == Role.LIAISON:
        for waiting in waiting_now(post.city):
            yield OpenWork(waiting.label, waiting.number, waiting.address)
