import pytest
from django.test import RequestFactory
from django.utils import translation

from committee.pages.context import page

pytestmark = pytest.mark.django_db


def addresses(path: str) -> list[str]:
    with translation.override("en"):
        return [link["address"] for link in page(RequestFactory().get(path))["language_links"]]


@pytest.mark.parametrize(
    ("path", "in_korean"),
    [
        ("/en/", "/ko/"),
        ("/en/meetings/3/", "/ko/meetings/3/"),
        ("/en/meetings/?q=a/b&state=held", "/ko/meetings/?q=a/b&state=held"),
        ("/en/nothing/here", "/ko/nothing/here"),
        ("/nothing/", "/ko/"),
        ("/", "/ko/"),
    ],
)
def test_the_page_stays_when_the_language_changes(path, in_korean):
    assert addresses(path)[0] == in_korean


def test_after_signing_in_one_reads_on_in_the_language_chosen_there():
    chosen = addresses("/en/account/login/?next=/en/meetings/%3Fstate%3Dheld")[1]

    assert chosen == "/zh-hans/account/login/?next=/zh-hans/meetings/%3Fstate%3Dheld"


def test_a_page_to_go_to_elsewhere_becomes_home():
    assert addresses("/en/account/login/?next=https://example.org/en/")[0] == "/ko/account/login/?next=/ko/"
