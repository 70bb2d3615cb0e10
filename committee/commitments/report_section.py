"""What the report says of commitments: all that were ever promised, and what became of each."""

import datetime
from collections.abc import Mapping
from itertools import groupby

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from committee.commitments.models import Commitment
from committee.commitments.standings import Standing
from committee.commitments.thread import mention_of, standing_of
from committee.languages.wording import sentence
from committee.printing.checked import Day, Mention
from committee.printing.content import (
    Cell,
    Column,
    Facts,
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
from committee.reports.mentions import states_in_last_report
from committee.subcommittees.models import Subcommittee

TONES = {
    Standing.KEPT: Tone.GOOD,
    Standing.ON_TRACK: Tone.CALM,
    Standing.LATE: Tone.POOR,
    Standing.NO_PROJECT: Tone.FAIR,
    Standing.SILENT: Tone.FAIR,
    Standing.RELEASED: Tone.CALM,
}


def commitments(scope: Scope) -> Section:
    heading = _("Commitments and what became of them")
    promised = Commitment.objects.promised_until(scope.end).with_standing(scope.end)
    promised = promised.select_related("agreement", "subcommittee", "city").order_by(
        "subcommittee__position", "subcommittee", "agreement__signed_on", "pk"
    )
    if not promised:
        nothing = Paragraph(_("No commitment was made up to this day."), manner="nothing")
        return Section(heading, (nothing,), place="annex")
    before = states_in_last_report(scope.meeting_id)
    return Section(
        heading,
        (
            Paragraph(
                _("Every commitment made up to %(day)s, as it stood on that day.")
                % {"day": date_format(scope.end)},
                manner="lead",
            ),
            *(
                Subsection(subcommittee.name, (_table(list(group), before, subcommittee),))
                for subcommittee, group in groupby(promised, key=lambda each: each.subcommittee)
            ),
            _rules(),
        ),
        place="annex",
    )


def _table(promised: list[Commitment], before: Mapping[str, str], subcommittee: Subcommittee) -> Table:
    """List commitments with how they stand; with what the report before this one said, where there is one."""
    has_before = (Column(_("In the last report"), share=5),) if before else ()
    return Table(
        sentence(_("All commitments: %(subcommittee)s"), subcommittee=subcommittee.name),
        (
            Column(_("Commitment"), share=8),
            Column(_("Promised by"), share=4),
            Column(_("Agreement"), share=7),
            Column(_("Due on"), share=5),
            *has_before,
            Column(_("State"), share=5),
        ),
        tuple(_row(each, before) for each in promised),
        counts=f"commitments:all:{subcommittee.code}",
    )


def _row(commitment: Commitment, before: Mapping[str, str]) -> Row:
    mention = Mention(mention_of(commitment), standing_of(commitment))
    cells: list[Cell] = [
        commitment.title,
        commitment.promised_by,
        Lines((commitment.agreement.title, _day(commitment.agreement.signed_on))),
        _day(commitment.due_on),
    ]
    if before:
        cells.append(_before(before.get(mention.record), mention.state))
    return Row(
        (*cells, standing_in_words(commitment)),
        illustrative=commitment.is_illustrative,
        mention=mention,
        days=days_of(commitment, mention.state),
    )


def days_of(commitment: Commitment, standing: str) -> tuple[Day, ...]:
    """Return the days that cannot lie after the report's time; what settled it later is not printed."""
    settled = commitment.settled_on if standing in (Standing.KEPT, Standing.RELEASED) else None
    printed = (commitment.agreement.signed_on, settled)
    return tuple(Day(each, may_be_earlier=True) for each in printed if each)


def _before(said: str | None, says: str) -> Cell:
    if said is None:
        return _("not in it")
    return _("the same") if said == says else str(Standing(said).label)


def standing_in_words(commitment: Commitment) -> Status:
    """Say how the commitment stood on the day, what was settled by then with its day."""
    standing = standing_of(commitment)
    day = {"day": _day(commitment.settled_on)}
    match standing:
        case Standing.KEPT:
            words = _("kept on %(day)s") % day
        case Standing.RELEASED:
            words = _("released on %(day)s") % day
        case _open:
            words = str(standing.label)
    return Status(words, TONES[standing])


def _rules() -> Subsection:
    pairs = tuple((capfirst(str(each.label)), str(each.rule)) for each in Standing)
    return Subsection(_("What the states mean"), (Facts(pairs),))


def _day(day: datetime.date | None) -> str:
    return date_format(day) if day else "—"
