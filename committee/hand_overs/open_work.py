"""What is open for a post: it follows the post, so whoever holds it next finds the same."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from committee.members.models import Post


class OpenWork(NamedTuple):
    """How many records of one kind wait for a post, and the page that lists them."""

    label: Promise | str
    number: int
    address: str


def open_work_of(post: Post) -> list[OpenWork]:
    """Ask each of HAND_OVERS what waits for `post`; what is nought is left out."""
    found: list[OpenWork] = []
    for path in settings.HAND_OVERS:
        works: Iterable[OpenWork] = import_string(path)(post)
        found += [work for work in works if work.number]
    return found
