"""Which posts change hands: who comes next, which terms end soon, which posts nobody holds."""

import datetime
from dataclasses import dataclass

from django.db.models import Q

from committee.cities.models import City
from committee.members.models import Post, Standing
from committee.subcommittees.offices import Holding, Office, offices_on


@dataclass(frozen=True)
class Ending:
    """A term that ends soon, with who comes next, where somebody was appointed."""

    post: Post
    successor: Post | None


def successor_of(post: Post) -> Post | None:
    """Return the first later term of the same post, or None; a deputy's is the next deputy's."""
    return next(iter(_later(post)), None)


def ending_terms(city: City, day: datetime.date, days: int) -> list[Ending]:
    """Return the terms that end within `days` after `day`, soonest first, of posts that pass on."""
    last = day + datetime.timedelta(days=days)
    posts = Post.objects.with_successors().filter(city=city, held_until__range=(day, last))
    return [
        Ending(post, successor_of(post))
        for post in posts.select_related("member__city", "subcommittee", "city").order_by("held_until", "pk")
    ]


def vacant_offices(city: City, day: datetime.date) -> list[Office]:
    """Return the posts that nobody who may sign in holds for a city on a day; deputies do not fill them."""
    _cities, offices = offices_on(day)
    return [office for office in offices if not _is_seen_to(office.holdings[city.pk])]


def _is_seen_to(holding: Holding) -> bool:
    """Whether what is given to the post reaches anybody."""
    return any(post.member.is_active for post in holding.holders)


def _later(post: Post) -> list[Post]:
    if post.held_until is None:
        return []
    same = Post.objects.filter(city=post.city_id, role=post.role, subcommittee=post.subcommittee_id)
    deputies = Q(standing=Standing.DEPUTY)
    same = same.filter(deputies) if post.standing == Standing.DEPUTY else same.exclude(deputies)
    later = same.filter(held_from__gt=post.held_until).exclude(member=post.member_id)
    return list(later.select_related("member__city").order_by("held_from", "pk")[:1])
