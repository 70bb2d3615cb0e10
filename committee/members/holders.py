"""Who holds the posts of a city, looked up for all subcommittees at once."""

import datetime
from collections import defaultdict

from committee.cities.models import City
from committee.members.models import Member, Post, Role


def co_leads(city: City, now: datetime.datetime) -> dict[int, list[Member]]:
    """Return by subcommittee's id who leads it for a city today and may sign in, in one query."""
    day = now.astimezone(city.zone).date()
    posts = Post.objects.filter(
        role=Role.CO_LEAD, city=city, member__city=city, member__is_active=True
    ).held_on(day)
    leads: dict[int, list[Member]] = defaultdict(list)
    for post in posts.select_related("member__city").order_by("pk"):
        leads[post.subcommittee_id or 0].append(post.member)
    return leads


def holders_of(post: Post, now: datetime.datetime) -> list[Member]:
    """Return who holds the office of `post` today and may sign in; nobody while it is vacant."""
    held = Post.objects.of_the_office_of(post).held_on(now.astimezone(post.city.zone).date())
    active = held.filter(member__city=post.city_id, member__is_active=True)
    return [each.member for each in active.select_related("member__city").order_by("pk")]
