"""Writes what was found: new episodes, known ones decided anew, those that the air bears out no longer."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from committee.cities.models import City
from environment.alerts.grammars import Finding, Subject, is_illustrative
from environment.alerts.matching import Span, matched
from environment.alerts.models import EarlierDecision, Episode
from environment.alerts.telling import tell_change, tell_raised
from environment.measurements.models import AirChange, Delivery

State = Episode.State
# What decides an alert lies no further from it.
NEAR_HOURS = 48


class Deciding:
    """Decides of one subject of a city. The caller holds the city's lock and a transaction."""

    def __init__(
        self, city: City, subject: Subject, now: datetime.datetime, changes: Sequence[AirChange]
    ) -> None:
        self._city, self._subject, self._now, self._changes = city, subject, now, changes

    def decide(self, found: Sequence[Finding], first_hour: int, last_hour: int) -> None:
        """Let the episodes of some hours be what was found there."""
        here = Episode.objects.filter(
            city=self._city, grammar=self._subject.grammar, pollutant=self._subject.pollutant
        ).touching(first_hour, last_hour)
        known = list(here.select_related("city").order_by("start_hour", "pk"))
        standing = [each for each in known if each.state != State.WITHDRAWN]
        withdrawn = [each for each in known if each.state == State.WITHDRAWN]
        pairs, new = _paired(standing, found)
        # What comes back is the episode it was.
        revived, new = _paired(withdrawn, new)
        # First of all, so that no two begin in the same hour meanwhile.
        for episode in standing:
            if episode.pk not in {known.pk for known, _finding in pairs}:
                self._decide_anew(episode, {**episode.facts, "state": State.WITHDRAWN})
        for episode, finding in (*pairs, *revived):
            self._decide_anew(episode, finding.facts)
        for finding in new:
            self._raise(finding)

    def _raise(self, finding: Finding) -> None:
        episode = Episode(
            city=self._city,
            grammar=self._subject.grammar,
            pollutant=self._subject.pollutant,
            decided_at=self._now,
            delivery=self._cause(finding.start_hour, finding.until_hour),
            **finding.facts,
        )
        days = episode.clock.day(episode.start_hour), episode.clock.day(episode.until_hour)
        episode.is_illustrative = is_illustrative(self._city, self._subject, *days)
        episode.full_clean()
        episode.save(force_insert=True)
        tell_raised(episode, self._now)

    def _decide_anew(self, episode: Episode, facts: Mapping[str, Any]) -> None:
        before = episode.facts
        if facts == before:
            return
        if not continues(before, facts):
            EarlierDecision.objects.create(
                episode=episode,
                number=episode.number,
                decided_at=episode.decided_at,
                delivery=episode.delivery,
                **before,
            )
            episode.number += 1
        for name, value in facts.items():
            setattr(episode, name, value)
        first, last = (
            min(before["start_hour"], episode.start_hour),
            max(before["until_hour"], episode.until_hour),
        )
        episode.decided_at, episode.delivery = self._now, self._cause(first, last)
        episode.full_clean()
        episode.save(update_fields=[*facts, "number", "decided_at", "delivery"])
        tell_change(episode, before, self._now)

    def _cause(self, first_hour: int, last_hour: int) -> Delivery | None:
        """Return the last delivery that changed the air in or near some hours, None where none did."""
        near = [
            change
            for change in self._changes
            if change.first_hour <= last_hour + NEAR_HOURS and change.last_hour >= first_hour - NEAR_HOURS
        ]
        return max(near, key=lambda change: change.pk).delivery if near else None


def continues(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Tell whether later hours alone were added to an alert in force, so that nothing decided changed."""
    steps = len(before["decisions"])
    return (
        before["state"] == State.IN_FORCE
        and after["state"] != State.WITHDRAWN
        and after["until_hour"] >= before["until_hour"]
        and after["decisions"][:steps] == before["decisions"]
        and all(each["hour"] > before["until_hour"] for each in after["decisions"][steps:])
        and (after["peak_hour"] == before["peak_hour"] or after["peak_hour"] > before["until_hour"])
        and (after["peak_hour"] != before["peak_hour"] or after["peak_value"] == before["peak_value"])
    )


def _paired(
    known: Sequence[Episode], found: Sequence[Finding]
) -> tuple[list[tuple[Episode, Finding]], list[Finding]]:
    """Return the known episodes with what was found of them, and the findings that are none of them."""
    places = matched([_span(each) for each in known], [_span(each) for each in found])
    both = list(zip(found, places, strict=True))
    pairs = [(known[place], finding) for finding, place in both if place is not None]
    return pairs, [finding for finding, place in both if place is None]


def _span(each: Episode | Finding) -> Span:
    return Span(each.start_hour, each.until_hour)
