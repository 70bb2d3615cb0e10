"""What the report says of a subcommittee's promises: those of the last meeting, and those made since."""

import datetime
from collections.abc import Iterable

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.commitments.models import Commitment, CommitmentQuerySet
from committee.commitments.report_section import TONES, days_of, standing_in_words
from committee.commitments.standings import Standing
from committee.commitments.thread import mention_of, standing_of
from committee.languages.wording import sentence
from committee.printing.checked import Mention
from committee.printing.content import (
    Block,
    Cell,
    Column,
    Lines,
    Paragraph,
    Row,
    Scope,
    Status,
    Subsection,
    Table,
)
from committee.projects.models import Project
from committee.subcommittees.models import Subcommittee


def what_became(subcommittee: Subcommittee, scope: Scope) -> tuple[Block, ...]:
    """Return what was open when the last meeting ended and how it stands now; nothing in a first report."""
    if scope.start is None:
        return ()
    promised = _of(subcommittee, scope.end).promised_until(scope.start).open_on(scope.start)
    heading = _("What was promised at the last meeting and what became of it")
    nothing = _("No commitment of this subcommittee was open when the last meeting ended.")
    then = Commitment.objects.filter(subcommittee=subcommittee).with_standing(scope.start)
    stood = {each.pk: standing_of(each) for each in then}
    caption = _("What became of the promises: %(subcommittee)s")
    columns = (
        Column(_("Commitment"), share=8),
        Column(_("Due on"), share=5),
        Column(_("At the last meeting"), share=4),
        Column(_("Now"), share=5),
        Column(_("Carried out by"), share=7),
    )
    rows = tuple(
        _row(each, _day(each.due_on), _status(stood[each.pk]), standing_in_words(each), _projects(each))
        for each in promised
    )
    return (_part(heading, caption, subcommittee, columns, rows, nothing),)


def made_since(subcommittee: Subcommittee, scope: Scope) -> tuple[Block, ...]:
    """Return what was promised in the report's time; for a first report, everything."""
    promised = _of(subcommittee, scope.end)
    if scope.start:
        promised = promised.filter(agreement__signed_on__gt=scope.start)
    heading = _("New commitments in this period")
    nothing = _("No commitment was made in this period.")
    caption = _("New commitments: %(subcommittee)s")
    columns = (
        Column(_("Commitment"), share=9),
        Column(_("Promised by"), share=3),
        Column(_("Signed"), share=4),
        Column(_("Due on"), share=4),
        Column(_("State"), share=5),
    )
    rows = tuple(
        _row(
            each,
            each.promised_by,
            _day(each.agreement.signed_on),
            _day(each.due_on),
            standing_in_words(each),
        )
        for each in promised
    )
    return (_part(heading, caption, subcommittee, columns, rows, nothing),)


def _of(subcommittee: Subcommittee, day: datetime.date) -> CommitmentQuerySet:
    promised: CommitmentQuerySet = Commitment.objects.filter(subcommittee=subcommittee)
    released = Prefetch("projects", Project.objects.released())
    found = promised.promised_until(day).with_standing(day).prefetch_related(released)
    return found.select_related("agreement", "city").order_by("agreement__signed_on", "pk")


def _part(
    heading: str,
    caption: str,
    subcommittee: Subcommittee,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    nothing: str,
) -> Subsection:
    if not rows:
        return Subsection(heading, (Paragraph(nothing, manner="nothing"),))
    table = Table(sentence(caption, subcommittee=subcommittee.name), columns, rows)
    return Subsection(heading, (table,))


def _row(commitment: Commitment, *cells: Cell) -> Row:
    standing = standing_of(commitment)
    return Row(
        (commitment.title, *cells),
        illustrative=commitment.is_illustrative,
        mention=Mention(mention_of(commitment), standing),
        days=days_of(commitment, standing),
    )


def _status(standing: Standing) -> Status:
    return Status(str(standing.label), TONES[standing])


def _projects(commitment: Commitment) -> Cell:
    projects: Iterable[Project] = commitment.projects.all()
    return Lines(tuple(each.title for each in projects)) if projects else "—"


def _day(day: datetime.date | None) -> str:
    return date_format(day) if day else "—"
