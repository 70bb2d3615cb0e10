"""Who was there, as minutes keep and print it: by delegation, in the order of protocol."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from committee.cities.protocol import INTRODUCED, in_protocol_order
from committee.delegations.models import Delegate, Delegation
from committee.history.actions import plain, titles_of
from committee.languages.wording import LANGUAGES, SUFFIXES, Wording, choose, columns, suffix_of
from committee.meetings.models import Meeting

OF_A_DELEGATE = ["attendance", *columns("name", "title", "organisation", "substitute")]


@dataclass(frozen=True)
class Attended:
    """The people of one city, each as name, title and organisation and whether he or she was there."""

    city: Wording
    people: tuple[tuple[Wording, ...], ...]


def attendance_of(meeting: Meeting) -> list[dict[str, Any]]:
    """Return what minutes keep of the delegations that both cities know, in two queries."""
    known = Delegation.objects.announced().filter(meeting=meeting)
    found = known.select_related("city").prefetch_related("delegates")
    return [
        {
            "city": titles_of(delegation.city),
            "people": [
                {name: plain(getattr(delegate, name)) for name in ["id", *OF_A_DELEGATE]}
                for delegate in delegation.delegates.all()
            ],
        }
        for delegation in in_protocol_order(found, host_id=meeting.host_id)
        if delegation.delegates.all()
    ]


def attendance_in(content: Mapping[str, Any], language: str) -> tuple[Attended, ...]:
    """Return who was there, in a language that is switched on; early versions say nothing of it."""
    return tuple(
        Attended(
            choose(delegation["city"], language),
            tuple(_introduced(person, language) for person in delegation["people"]),
        )
        for delegation in content.get("attendance", [])
    )


def people_in(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [person for delegation in content.get("attendance", []) for person in delegation["people"]]


def _introduced(person: Mapping[str, Any], language: str) -> tuple[Wording, ...]:
    named = [_text(person, part, language) for part in INTRODUCED[language]]
    state = Wording(str(Delegate.Attendance(person["attendance"]).label), LANGUAGES[suffix_of(language)])
    return tuple(filter(None, [*named, state, _text(person, "substitute", language)]))


def _text(person: Mapping[str, Any], part: str, language: str) -> Wording:
    return choose({suffix: person[f"{part}_{suffix}"] for suffix in SUFFIXES}, language)
