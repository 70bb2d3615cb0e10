"""The steps towards meetings that wait for a post, for its hand-over; see HAND_OVERS."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.checklists.models import ChecklistStep
from committee.hand_overs.open_work import OpenWork
from committee.members.models import Post


def open_steps(post: Post) -> Iterator[OpenWork]:
    own = ChecklistStep.objects.open().of_posts(post.city_id, [post.role])
    yield OpenWork(_("Steps towards meetings"), own.count(), reverse("checklist_waiting"))
