import factory

from committee.members.models import Role
from committee.models import Post
from tests.factories.member import MemberFactory


class PostFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Post

    member = factory.SubFactory(MemberFactory)
    city = factory.SelfAttribute("member.city")
    role = Role.OBSERVER
