import datetime

import factory

from committee.models import Message
from tests.factories.member import MemberFactory
from tests.factories.project import ProjectFactory


class MessageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Message

    project = factory.SubFactory(ProjectFactory)
    author = factory.SubFactory(MemberFactory)
    city = factory.SelfAttribute("author.city")
    sent_at = datetime.datetime(2020, 3, 2, 3, tzinfo=datetime.UTC)
    text_en = factory.Sequence(lambda number: f"Message {number}")
