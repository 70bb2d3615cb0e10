"""What the report says of decisions: those proposed, those adopted with what became of them, open actions."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from committee.follow_ups.models import FollowUp, Outcome
from committee.meetings.models import Decision
from committee.printing.content import (
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


def decisions(scope: Scope) -> Section:
    outcomes = ["outcome__agreement", "outcome__commitment"]
    made = Decision.objects.filter(meeting_id=scope.meeting_id).select_related("subcommittee", *outcomes)
    made = made.prefetch_related("follow_ups")
    adopted = [decision for decision in made if decision.state == Decision.State.ADOPTED]
    proposed = [decision for decision in made if decision.state == Decision.State.PROPOSED]
    return Section(
        _("Decisions"),
        (
            Subsection(
                _("Decisions proposed"),
                (_decisions(_("Decisions proposed to the meeting"), proposed, Tone.CALM),)
                if proposed
                else (Paragraph(_("No decision is waiting to be adopted."), manner="nothing"),),
            ),
            Subsection(
                _("Decisions adopted"),
                (_decisions(_("Decisions adopted by the meeting"), adopted, Tone.GOOD),)
                if adopted
                else (Paragraph(_("No decision was adopted."), manner="nothing"),),
            ),
            _open_actions(scope),
        ),
    )


def _decisions(caption: str, made: Iterable[Decision], tone: Tone) -> Table:
    return Table(
        caption,
        (
            Column(_("No.")),
            Column(_("Decision"), share=8),
            Column(_("Subcommittee"), share=3),
            Column(_("State"), share=2),
            Column(_("What became of it"), share=4),
        ),
        tuple(
            Row(
                (
                    str(decision.number),
                    decision.text,
                    decision.subcommittee.name if decision.subcommittee else _("the whole committee"),
                    Status(decision.get_state_display(), tone),
                    _outcome(decision),
                ),
                illustrative=decision.is_illustrative,
            )
            for decision in made
        ),
    )


def _outcome(decision: Decision) -> Cell:
    outcome: Outcome | None = getattr(decision, "outcome", None)
    if outcome is None:
        return "—"
    kind = capfirst(outcome.get_kind_display())
    if record := outcome.agreement or outcome.commitment:
        return Lines((kind, record.title))
    return Lines((kind, *(action.title for action in decision.follow_ups.all())))


def _open_actions(scope: Scope) -> Subsection:
    """Those of all meetings, for the next one hears of them all."""
    actions = list(FollowUp.objects.open().in_full())
    heading = _("Open actions")
    if not actions:
        return Subsection(heading, (Paragraph(_("No action is open."), manner="nothing"),))
    table = Table(
        _("Actions that are open, the next due first"),
        (
            Column(_("Action"), share=7),
            Column(_("Responsible"), share=4),
            Column(_("Due on"), share=3),
            Column(_("Decided at"), share=4),
            Column(_("State"), share=2),
        ),
        tuple(_row(action, scope) for action in actions),
    )
    return Subsection(heading, (table,))


def _row(action: FollowUp, scope: Scope) -> Row:
    is_late = action.is_overdue(scope.end)
    state = Status(_("overdue"), Tone.POOR) if is_late else Status(action.get_state_display(), Tone.CALM)
    who = action.responsible
    return Row(
        (
            action.title,
            Lines((who.name, who.city.name)) if who else "—",
            date_format(action.due_on) if action.due_on else "—",
            action.decision.meeting.title,
            state,
        ),
        illustrative=action.is_illustrative,
    )
