"""What the report says of commitments: all that were ever promised, and what became of each."""

import datetime
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.commitments.models import Commitment
from committee.reports.content import (
    Cell,
    Column,
    Lines,
    Paragraph,
    Row,
    Scope,
    Section,
    Status,
    Subsection,
    Table,
    Tone,
)


def commitments(scope: Scope) -> Section:
    heading = _("Commitments and what became of them")
    promised = Commitment.objects.promised_until(scope.end).select_related(
        "agreement", "subcommittee", "city"
    )
    promised = promised.prefetch_related("projects").order_by(
        "subcommittee__position", "subcommittee", "agreement__signed_on", "pk"
    )
    if not promised:
        return Section(heading, (Paragraph(_("No commitment was made up to this day."), manner="nothing"),))
    return Section(
        heading,
        (
            Paragraph(
                _("Every commitment made up to %(day)s, as it stood on that day.")
                % {"day": date_format(scope.end)},
                manner="lead",
            ),
            *(
                Subsection(subcommittee.name, (_table(list(group), scope.end),))
                for subcommittee, group in groupby(promised, key=lambda each: each.subcommittee)
            ),
        ),
    )


def _table(promised: list[Commitment], on: datetime.date) -> Table:
    return Table(
        _("Commitments of the subcommittee"),
        (
            Column(_("Commitment"), share=8),
            Column(_("Promised by"), share=3),
            Column(_("Agreement"), share=7),
            Column(_("Due on"), share=5),
            Column(_("State"), share=5),
        ),
        tuple(
            Row(
                (
                    each.title,
                    each.city.name if each.city else each.get_promisor_display(),
                    Lines((each.agreement.title, _day(each.agreement.signed_on))),
                    _day(each.due_on),
                    _standing(each, on),
                ),
                illustrative=each.is_illustrative,
            )
            for each in promised
        ),
    )


def _standing(commitment: Commitment, on: datetime.date) -> Cell:
    """Say how the commitment stood on the day: what was kept or released later was still open."""
    settled = commitment.settled_on
    if settled and settled <= on:
        is_kept = commitment.state == Commitment.State.KEPT
        words = _("kept on %(day)s") if is_kept else _("released on %(day)s")
        return Status(words % {"day": _day(settled)}, Tone.GOOD if is_kept else Tone.CALM)
    if commitment.is_overdue(on):
        return Status(_("overdue"), Tone.POOR)
    if commitment.projects.all():
        return Status(_("open, a project is carrying it out"), Tone.CALM)
    return Status(_("open, no project yet"), Tone.FAIR)


def _day(day: datetime.date | None) -> str:
    return date_format(day) if day else "—"
