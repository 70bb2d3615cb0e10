import datetime

import factory
from django.utils import timezone

from committee.members.models import Role
from committee.models import HandOver, Member, Post
from tests.factories.member import MemberFactory, member_with


def leaving_co_lead(days: int = 10) -> Post:
    """Return the post of a co-lead in Environment whose term ends in `days` days."""
    post = member_with(Role.CO_LEAD).posts.select_related("member__city", "city").get()
    post.held_until = post.member.today + datetime.timedelta(days=days)
    post.save()
    return post


def successor_to(post: Post, member: Member | None = None) -> Post:
    """Return the term that begins the day after `post` ends."""
    assert post.held_until is not None
    return Post.objects.create(
        member=member or MemberFactory(city=post.city),
        city=post.city,
        role=post.role,
        standing=post.standing,
        subcommittee=post.subcommittee,
        held_from=post.held_until + datetime.timedelta(days=1),
    )


class HandOverFactory(factory.django.DjangoModelFactory):
    """A note of the holder, not taken over yet."""

    class Meta:
        model = HandOver

    post = factory.LazyFunction(leaving_co_lead)
    note = "The fair needs a venue."
    written_by = factory.SelfAttribute("post.member")
    written_at = factory.LazyFunction(timezone.now)
