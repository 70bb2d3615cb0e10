"""All that was decided of an episode, the latest first, with what each decision changed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from committee.languages.sentences import listed
from environment.alerts.models import Decided, Episode
from environment.alerts.wording import value_in_words
from environment.measurements.models import Delivery

Shown = list[tuple[str, str]]


@dataclass(frozen=True)
class Change:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Version:
    """One decision as it stood; `changes` is what it changed of the one before, nothing of the first."""

    number: int
    decided_at: datetime.datetime
    delivery: Delivery | None
    shown: Shown
    changes: Sequence[Change]


def versions_of(episode: Episode) -> list[Version]:
    """Return the decision that stands and those before it; one query."""
    earlier = episode.earlier_decisions.select_related("delivery").order_by("-number")
    decisions: list[tuple[int, Decided]] = [
        (episode.number, episode),
        *((each.number, each) for each in earlier),
    ]
    shown = [_shown(episode, decided) for _number, decided in decisions]
    changes = [*(_changes(before, after) for after, before in pairwise(shown)), []]
    return [
        Version(number, decided.decided_at, decided.delivery, words, changed)
        for (number, decided), words, changed in zip(decisions, shown, changes, strict=True)
    ]


def _shown(episode: Episode, decided: Decided) -> Shown:
    peak = value_in_words(decided.peak_value, decided.unit)
    return [
        (_("State"), decided.get_state_display()),
        (_("Start"), episode.written(decided.start_hour)),
        (_("End"), episode.written(decided.until_hour) if decided.is_over else "—"),
        (_("Stages"), decided.stages_in_words),
        (_("Peak"), f"{peak}, {episode.written(decided.peak_hour)}"),
        (_("Values that decided"), _deciding(episode, decided)),
    ]


def _deciding(episode: Episode, decided: Decided) -> str:
    return listed(
        f"{episode.written(reading['hour'])}: {value_in_words(reading['value'], decided.unit)}"
        for each in decided.decisions
        for reading in each["because"]
    )


def _changes(before: Shown, after: Shown) -> list[Change]:
    return [
        Change(label, old, new)
        for (label, old), (_label, new) in zip(before, after, strict=True)
        if old != new
    ]
