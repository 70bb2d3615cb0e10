"""Whose days off count is what the records of the cities say."""

import pytest

from committee.cities.actions import create_city, edit_city
from committee.models import City
from committee.workdays.countries import countries_of_cities
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db
NOW = 1


@pytest.fixture(autouse=True)
def _both_cities():
    seoul()
    beijing()
    countries_of_cities.cache_clear()


def test_they_are_those_of_the_cities():
    assert countries_of_cities(NOW) == ("CN", "KR")


def test_they_are_asked_once_a_minute(django_assert_num_queries):
    with django_assert_num_queries(1):
        countries_of_cities(NOW)
        countries_of_cities(NOW)


def test_a_city_that_is_added_counts_at_once(secretary, django_capture_on_commit_callbacks):
    before = countries_of_cities(NOW)
    fields = {"name_en": "Tokyo", "time_zone": "Asia/Tokyo", "index_rules": City.IndexRules.US_EPA}

    with django_capture_on_commit_callbacks(execute=True):
        create_city(by=secretary, code="tokyo", country="jp", **fields)

    assert (before, countries_of_cities(NOW)) == (("CN", "KR"), ("CN", "JP", "KR"))


def test_what_is_corrected_in_the_record_counts_at_once(secretary, django_capture_on_commit_callbacks):
    countries_of_cities(NOW)

    with django_capture_on_commit_callbacks(execute=True):
        edit_city(by=secretary, city=beijing(), country="XX")

    assert countries_of_cities(NOW) == ("KR", "XX")


def test_another_process_asks_within_a_minute():
    before = countries_of_cities(NOW)
    City.objects.filter(code="beijing").update(country="XX")

    assert (before, countries_of_cities(NOW + 1)) == (("CN", "KR"), ("KR", "XX"))
