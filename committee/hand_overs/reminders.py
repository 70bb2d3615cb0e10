"""Reminds of terms that end, see REMINDERS."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.hand_overs.models import HandOver
from committee.hand_overs.terms import Ending, ending_terms
from committee.members.models import Member, Role
from committee.reminders.reminding import Reminder


def ending_posts(now: datetime.datetime) -> Iterator[Reminder]:
    """Remind the holder and the own secretariat of a term that ends within TERM_ENDING_DAYS."""
    for city in City.objects.all():
        day = now.astimezone(city.zone).date()
        for ending in ending_terms(city, day, settings.TERM_ENDING_DAYS):
            if not HandOver.objects.filter(post=ending.post).exists():
                yield _term_ends(ending, _told(ending, city, day))


def _told(ending: Ending, city: City, day: datetime.date) -> list[Member]:
    secretariat = Member.objects.filter(
        city=city, is_active=True, posts__in=city.posts.filter(role=Role.SECRETARIAT).held_on(day)
    )
    holder = [ending.post.member] if ending.post.member.is_active else []
    others = secretariat.select_related("city").distinct().exclude(pk=ending.post.member_id)
    return [*holder, *others.order_by("pk")]


def _term_ends(ending: Ending, members: list[Member]) -> Reminder:
    post = ending.post

    def body() -> str:
        successor = ending.successor
        if successor is None:
            return _("Nobody is appointed to follow. Please appoint a successor and write a hand-over note.")
        return _("%(member)s follows. Please write a hand-over note.") % {"member": successor.member}

    return Reminder(
        members=members,
        kind="post",
        key=f"post-{post.pk}-ends-{post.held_until}",
        subject=lambda: (
            _("Term ends on %(day)s: %(post)s, %(member)s")
            % {"day": post.held_until, "post": post, "member": post.member}
        ),
        body=body,
        address=f"posts/{post.pk}/hand-over/",
        reason=lambda member: (
            _("You are told this because you hold the post.")
            if member.pk == post.member_id
            else _("You are told this because you are in the secretariat of %(city)s.") % {"city": post.city}
        ),
    )
