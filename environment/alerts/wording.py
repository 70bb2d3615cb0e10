"""How alerts are written: values, thresholds, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from environment.alerts.models import Episode, Grammar
from environment.measurements.template_words import concentration
from environment.naming.standards import name_of_stage

ACTS: Mapping[str, Promise] = {
    "raised": _("raised"),
    "upgraded": _("upgraded"),
    "downgraded": _("downgraded"),
    "ended": _("ended"),
}


@dataclass(frozen=True)
class DecidingValue:
    """One value that decided, beside the threshold that it met or fell below."""

    when: str
    value: str
    threshold: str


@dataclass(frozen=True)
class DecisionShown:
    when: str
    act: str
    stage: str
    is_verified: bool
    values: list[DecidingValue]


def value_in_words(value: float, unit: str) -> str:
    """Write a concentration with its unit, an index as a whole number."""
    return f"{concentration(value, unit)} {unit}" if unit else f"AQI {number_format(int(value))}"


def standing_in_words(episode: Episode) -> str:
    """Say what an episode was in the hours, or on the days, between its start and its end."""
    is_withdrawn = episode.state == Episode.State.WITHDRAWN
    return gettext("alert withdrawn") if is_withdrawn else gettext("alert in force")


def decisions_in_words(episode: Episode) -> list[DecisionShown]:
    return [
        DecisionShown(
            episode.written(each["hour"]),
            str(ACTS[each["act"]]),
            name_of_stage(each["stage"]),
            each["is_verified"],
            [_deciding(episode, each["act"], one) for one in each["because"]],
        )
        for each in episode.decisions
    ]


def _deciding(episode: Episode, act: str, reading: Mapping[str, Any]) -> DecidingValue:
    """Hours are high at the threshold, days above it; hours are low below it, days at it."""
    high, low = (">", "≤") if episode.grammar == Grammar.DAYS else ("≥", "<")
    sign = high if act in ("raised", "upgraded") else low
    return DecidingValue(
        episode.written(reading["hour"]),
        value_in_words(reading["value"], episode.unit),
        f"{sign} {number_format(reading['threshold'])}",
    )
