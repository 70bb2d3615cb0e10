from typing import Any

from django.db.models import QuerySet

from committee.languages.searched import Searched
from committee.minutes.models import Minutes, MinutesSection


def _sections_visible_to(reader: Any) -> QuerySet[MinutesSection]:
    return MinutesSection.objects.filter(minutes__in=Minutes.objects.visible_to(reader))


SEARCHED = [
    Searched(
        Minutes,
        is_named_by_words=True,
        related=("meeting__subcommittee", "meeting__host"),
        city="meeting__host",
        subcommittee="meeting__subcommittee",
        day="meeting__starts_on",
        visible_to=Minutes.objects.visible_to,
    ),
    Searched(
        MinutesSection,
        title="title",
        texts=("text",),
        related=("minutes__meeting__subcommittee",),
        city="minutes__meeting__host",
        subcommittee="minutes__meeting__subcommittee",
        day="minutes__meeting__starts_on",
        visible_to=_sections_visible_to,
    ),
]
