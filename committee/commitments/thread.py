"""The thread of a commitment: what carries it out, what was reported of it, and what the reports printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from committee.commitments.models import Commitment
from committee.commitments.standings import Standing
from committee.members.models import Member
from committee.reports.models import EditionMention, ReportEdition

LATEST = 5


@dataclass(frozen=True)
class CarriedOut:
    """A project, and what the cities last reported of it."""

    project: Any
    updates: list[Any]
    has_more: bool


@dataclass(frozen=True)
class Printed:
    """How the report to one meeting printed the commitment, and what the report before it had said."""

    editions: list[ReportEdition]
    standing: Standing
    before: Standing | None

    @property
    def meeting(self) -> Any:
        return self.editions[0].meeting

    @property
    def edition_ids(self) -> list[int]:
        return [edition.pk for edition in self.editions]

    @property
    def has_changed(self) -> bool:
        return self.before is not None and self.before != self.standing


@dataclass(frozen=True)
class Thread:
    projects: list[CarriedOut]
    reports: list[Printed]


def thread_of(commitment: Commitment, reader: Member) -> Thread:
    """Return what follows the commitment as far as `reader` may see it, in a fixed number of queries."""
    mentions = EditionMention.objects.filter(record=mention_of(commitment)).shown_to(reader)
    return Thread(_carried_out(commitment, reader), _printed(mentions))


def mention_of(commitment: Commitment) -> str:
    """Return by what name a report mentions the commitment."""
    return f"commitment-{commitment.pk}"


def standing_of(commitment: Commitment) -> Standing:
    """Return how a commitment stands that was read `with_standing`."""
    return Standing(commitment.standing)  # type: ignore[attr-defined]  # read with it


def _carried_out(commitment: Commitment, reader: Member) -> list[CarriedOut]:
    """Drafts are left out: they have not been submitted, so the other city does not see them."""
    projects = (
        commitment.projects.visible_to(reader)
        .select_related("subcommittee", "draft_of")
        .prefetch_related("lead_organisations__city", "updates__city")
    )
    found = []
    for project in projects:
        updates = [update for update in project.updates.all() if update.submitted_at]
        found.append(CarriedOut(project, updates[:LATEST], len(updates) > LATEST))
    return found


def _printed(mentions: Iterable[EditionMention]) -> list[Printed]:
    """Take the newest edition of each meeting in each language; the newest of them says the state."""
    printed: list[Printed] = []
    for _meeting, group in groupby(mentions, key=attrgetter("edition.meeting_id")):
        of_meeting = list(group)
        by_language = {each.edition.code: each.edition for each in of_meeting}
        before = printed[-1].standing if printed else None
        printed.append(Printed(list(by_language.values()), Standing(of_meeting[-1].state), before))
    return printed
