import factory

from committee.members.models import ROLES_IN_A_SUBCOMMITTEE, Role, Standing
from committee.models import City, Member, Post, Subcommittee
from tests.factories.city import CityFactory, seoul
from tests.factories.subcommittee import SubcommitteeFactory


class MemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Member

    username = factory.Sequence(lambda number: f"member-{number}")
    name_en = factory.Sequence(lambda number: f"Member {number}")
    password = "a hash that no password has"
    city = factory.SubFactory(CityFactory)


def member_with(role: Role, city: City | None = None, subcommittee: Subcommittee | None = None) -> Member:
    """Return a new member who holds `role`, in Environment where it needs a subcommittee.

    Where a post is given to one at a time and taken, the member is a deputy, with the same rights.
    """
    member = MemberFactory(city=city or seoul())
    if role in ROLES_IN_A_SUBCOMMITTEE:
        subcommittee = subcommittee or SubcommitteeFactory()
    post = Post(member=member, city=member.city, role=role, subcommittee=subcommittee)
    if Post.objects.in_the_way_of(post).exists():
        post.standing = Standing.DEPUTY
    post.save()
    return member
