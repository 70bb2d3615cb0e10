"""Which editions a report has: one in each language, and one in the two languages of two cities.

What an edition is in has a code: `ko`, or `ko_zh-hans` for one with Korean left and Chinese right.
"""

from typing import Any

from django.conf import settings

from committee.cities.models import City
from committee.cities.protocol import LANGUAGES_OF_COUNTRIES, in_protocol_order

JOINED = "_"
BESIDE = " | "


def code_of(*languages: str) -> str:
    return JOINED.join(filter(None, languages))


def languages_of(code: str) -> list[str]:
    return code.split(JOINED)


def first_and_second(code: str) -> tuple[str, str]:
    """Return the language on the left and the one on the right, '' for an edition in one."""
    first, _joined, second = code.partition(JOINED)
    return first, second


def name_of(code: str) -> str:
    """Return the name of each language, in the language of whoever reads."""
    names = dict(settings.LANGUAGES)
    return BESIDE.join(str(names[language]) for language in languages_of(code))


def pairs_for(meeting: Any) -> list[str]:
    """Return the code of each pair: the language of the host left, as protocol says, another city's right."""
    cities = in_protocol_order(City.objects.all(), host_id=meeting.host_id, city_id=lambda city: city.pk)
    spoken = [LANGUAGES_OF_COUNTRIES.get(city.country, "") for city in cities]
    of_host, others = spoken[0], dict.fromkeys(spoken[1:])
    return [code_of(of_host, other) for other in others if of_host and other and other != of_host]


def editions_for(meeting: Any) -> list[tuple[str, str]]:
    """Return code and name of every edition that the report to a meeting may have."""
    codes = [*(code for code, _name in settings.LANGUAGES), *pairs_for(meeting)]
    return [(code, name_of(code)) for code in codes]
