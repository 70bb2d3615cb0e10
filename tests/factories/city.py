import factory

from committee.models import City


class CityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = City
        django_get_or_create = ["code"]

    code = "seoul"
    country = "KR"
    name_ko = "서울"
    name_zh_hans = "首尔"
    name_en = "Seoul"
    time_zone = "Asia/Seoul"
    index_rules = City.IndexRules.KOREA

    class Params:
        is_beijing = factory.Trait(
            code="beijing",
            country="CN",
            name_ko="베이징",
            name_zh_hans="北京",
            name_en="Beijing",
            time_zone="Asia/Shanghai",
            index_rules=City.IndexRules.CHINA,
        )


def seoul() -> City:
    return CityFactory()


def beijing() -> City:
    return CityFactory(is_beijing=True)
