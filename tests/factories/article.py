import factory

from committee.models import Article
from tests.factories.agreement import AgreementFactory


class ArticleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Article

    agreement = factory.SubFactory(AgreementFactory)
    number = factory.Sequence(lambda number: number + 1)
    heading_ko = "핫라인"
    heading_zh_hans = "热线"
    text_ko = "양 도시는 핫라인을 운영한다."
    text_zh_hans = "两市设立热线。"
