"""The one order in which cities are named and persons are introduced.

At a meeting, on its pages and in its papers, the host stands first and the others as they were entered. An
edition in the language of one city names that city first, as each side's own text of an agreement does; in a
third language the host is first again.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from django.utils.translation import get_language

from committee.cities.models import City
from committee.languages.wording import Wording

Item = TypeVar("Item")

# The language of a city's own editions, by its country.
LANGUAGES_OF_COUNTRIES = {"KR": "ko", "CN": "zh-hans"}

# How a person is introduced: names keep the family name first in every language, but a title stands
# behind the name in Korean, before it in Chinese, and an English name is read before all else.
INTRODUCED = {
    "ko": ("organisation", "name", "title"),
    "zh-hans": ("organisation", "title", "name"),
    "en": ("name", "title", "organisation"),
}


def in_protocol_order(
    items: Iterable[Item], *, host_id: int, city_id: Callable[[Any], int] = attrgetter("city_id")
) -> list[Item]:
    """Return cities, or what belongs to one each, in the order of protocol at a meeting in `host_id`."""
    return sorted(items, key=lambda item: (city_id(item) != host_id, city_id(item)))


def in_order_of_edition(cities: Iterable[City], *, language: str, host_id: int) -> list[City]:
    """Return the cities as an edition in `language` of a paper for a meeting in `host_id` names them."""
    listed = list(cities)
    own = [city.pk for city in listed if LANGUAGES_OF_COUNTRIES.get(city.country) == language]
    first = own[0] if len(own) == 1 else host_id
    return in_protocol_order(listed, host_id=first, city_id=attrgetter("pk"))


def in_given_order(city_ids: Sequence[int]) -> list[City]:
    """Return the cities of an edition as its scope names them, by their ids."""
    by_id = City.objects.in_bulk(city_ids)
    return [by_id[city_id] for city_id in city_ids if city_id in by_id]


def introduced(person: Any, *parts: str) -> list[Wording]:
    """Return texts of a person as the reader's language orders them; what is missing is left out."""
    named = (getattr(person, name) for name in INTRODUCED[get_language() or "en"] if name in parts)
    return [part for part in named if part]
