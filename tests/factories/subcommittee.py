import factory

from committee.models import Subcommittee


class SubcommitteeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Subcommittee
        django_get_or_create = ["code"]

    code = "environment"
    position = 4
    name_ko = "환경"
    name_zh_hans = "环境"
    name_en = "Environment"
