"""Whoever has not signed in may ask for so many pages a minute, and no more."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from committee.models import Document
from tests.factories.document import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_a_minute(settings):
    settings.VISITS_A_MINUTE = 2
    cache.clear()


def statuses(visitor, address, count=3, **headers):
    return [visitor.get(address, headers=headers).status_code for _number in range(count)]


@pytest.mark.parametrize("name", ["public_part", "air", "calendar_public_feed"])
def test_visitors_who_ask_for_too_much_are_put_off(name):
    assert statuses(Client(), reverse(name)) == [200, 200, 429]


def test_the_answer_says_so_in_words_and_when_to_come_again():
    visitor = Client()
    statuses(visitor, reverse("public_part"), count=2)

    answer = visitor.get(reverse("public_part"))

    assert 1 <= int(answer["Retry-After"]) <= 60
    assert "Please wait a minute and ask again." in answer.content.decode()


def test_public_documents_count_too():
    document = DocumentFactory(readers=Document.Readers.PUBLIC)

    assert statuses(Client(), document.get_absolute_url()) == [200, 200, 429]


def test_members_are_not_counted(secretary, signed_in):
    assert statuses(signed_in(secretary), reverse("public_part")) == [200, 200, 200]


def test_an_address_that_a_visitor_claims_is_not_believed():
    visitor = Client()
    statuses(visitor, reverse("public_part"), count=2)

    assert statuses(visitor, reverse("public_part"), count=1, x_forwarded_for="10.1.2.3") == [429]
