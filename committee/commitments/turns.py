"""Whose turn it is at a commitment, in one rule: for its page, the lists, their files and the API.

It follows from how the commitment stands and from the updates on the projects that carry it out, which are
read through them: both stand in rooms above.
"""

from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.commitments.models import Commitment, CommitmentQuerySet, carrying_out
from committee.commitments.standings import Standing
from committee.commitments.thread import standing_of
from committee.languages.days import day_in_words
from committee.languages.sentences import in_a_row


def with_turn(commitments: CommitmentQuerySet) -> CommitmentQuerySet:
    """Read along what `whose_turn` asks of each commitment, in four queries for a page of them."""
    awaited = _updates().awaited().briefly()
    projects = carrying_out().only("pk").prefetch_related(Prefetch("updates", awaited, to_attr="awaited"))
    return commitments.prefetch_related(Prefetch("projects", projects, to_attr="carried_out_by"))


def whose_turn(commitment: Commitment) -> str:
    """Say who is waited for, and for what; or that nobody is.

    Asked of one that was read `with_standing` and `with_turn`.
    """
    standing = standing_of(commitment)
    if commitment.is_settled:
        return _("Nobody: %(standing)s.") % {"standing": standing.label}
    if awaited := _awaited(commitment):
        return in_a_row(awaited)
    words = {
        Standing.LATE: _("Waiting for %(city)s to keep it: it was due on %(day)s."),
        Standing.NO_PROJECT: _("Waiting for %(city)s to set up a project."),
        Standing.SILENT: _("Waiting for %(city)s to report: both have confirmed nothing for six months."),
    }.get(standing, _("Nobody: %(standing)s."))
    day = day_in_words(commitment.due_on) if commitment.due_on else "—"
    promised_by = commitment.city.name.plain if commitment.city else commitment.get_promisor_display()
    return words % {"city": promised_by, "day": day, "standing": standing.label}


def at_turn(commitments: CommitmentQuerySet, city: City) -> CommitmentQuerySet:
    """Narrow commitments that were read `with_standing` down to those at which `city` is waited for."""
    counted = carrying_out().filter(commitments=OuterRef(OuterRef("pk")))
    awaited = _updates().awaited().filter(project__in=counted.values("pk"))
    promised = Q(city=city) | Q(promisor=Commitment.Promisor.BOTH)
    is_due = promised & Q(standing__in=[Standing.LATE, Standing.NO_PROJECT, Standing.SILENT])
    is_asked = Exists(awaited.waiting_for(city))
    return commitments.filter(Q(state=Commitment.State.OPEN) & (is_asked | (is_due & ~Exists(awaited))))


def _awaited(commitment: Commitment) -> list[str]:
    projects: list[Any] = commitment.carried_out_by  # type: ignore[attr-defined]  # read along
    # Two projects may wait for the same words.
    return list(dict.fromkeys(update.awaited for project in projects for update in project.awaited))


def _updates() -> Any:
    return apps.get_model("committee", "ProgressUpdate")._default_manager
