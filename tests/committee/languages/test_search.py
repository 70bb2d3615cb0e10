import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from committee.languages.models import containing
from committee.models import Subcommittee
from tests.factories.subcommittee import SubcommitteeFactory


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["환경", "环境", "environ"])
def test_a_text_is_found_in_each_of_its_languages(words):
    environment = SubcommitteeFactory()
    SubcommitteeFactory(code="economy", name_ko="경제", name_zh_hans="经济", name_en="Economy")

    assert list(Subcommittee.objects.filter(containing(words, "name"))) == [environment]


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["%", "_", "경제"])
def test_wildcards_are_searched_as_they_are_written(words):
    SubcommitteeFactory()

    assert list(Subcommittee.objects.filter(containing(words, "name"))) == []


@pytest.mark.django_db
def test_a_text_in_no_language_is_refused_by_the_form_s_check():
    with pytest.raises(ValidationError) as refusal:
        SubcommitteeFactory.build(name_ko="", name_zh_hans="", name_en="").full_clean()

    assert refusal.value.message_dict == {"__all__": ["Give this text in at least one language."]}


@pytest.mark.django_db
def test_a_text_in_no_language_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        SubcommitteeFactory(name_ko="", name_zh_hans="", name_en="")
