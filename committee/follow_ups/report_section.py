"""What the report says of decisions: those proposed, those adopted with what became of them, open actions."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from committee.agendas.models import AgendaItem
from committee.follow_ups.models import FollowUp, Outcome
from committee.meetings.models import Decision, Meeting
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
from committee.subcommittees.models import Subcommittee
from committee.workdays.due import is_overdue


def decisions(scope: Scope) -> Section:
    outcomes = ["outcome__agreement", "outcome__commitment"]
    made = Decision.objects.select_related("subcommittee", "meeting__subcommittee", *outcomes)
    made = made.prefetch_related("follow_ups")
    adopted = made.filter(meeting_id=scope.meeting_id, state=Decision.State.ADOPTED)
    proposed = made.filter(_is_awaited(scope), state=Decision.State.PROPOSED)
    return Section(
        _("Decisions and proposals"),
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
            *_agenda(scope),
            _open_actions(scope),
        ),
    )


def _is_awaited(scope: Scope) -> Q:
    """Proposed to the meeting itself, or by another one of the report's time and adopted by none yet."""
    in_time = Q(meeting__starts_on__lte=scope.end)
    if scope.start:
        in_time &= Q(meeting__starts_on__gt=scope.start)
    return Q(meeting=scope.meeting_id) | (in_time & ~Q(meeting__kind=Meeting.Kind.GENERAL))


def _agenda(scope: Scope) -> tuple[Subsection, ...]:
    """Return what both cities have put on the agenda of a meeting that is still to come."""
    items = AgendaItem.objects.accepted().filter(meeting=scope.meeting_id)
    waiting = items.exclude(meeting__state=Meeting.State.HELD).in_order().select_related("subcommittee")
    if not waiting:
        return ()
    table = Table(
        _("Points on the agenda of the meeting"),
        (
            Column(_("No.")),
            Column(_("Point"), share=8),
            Column(_("Subcommittee"), share=4),
        ),
        tuple(
            Row((str(number), item.title, _whose(item.subcommittee)), illustrative=item.is_illustrative)
            for number, item in enumerate(waiting, start=1)
        ),
    )
    return (Subsection(_("On the agenda"), (table,)),)


def _whose(subcommittee: Subcommittee | None) -> str:
    return subcommittee.name if subcommittee else _("the whole committee")


def _decisions(caption: str, made: Iterable[Decision], tone: Tone) -> Table:
    return Table(
        caption,
        (
            Column(_("No.")),
            Column(_("Decision"), share=8),
            Column(_("Subcommittee"), share=3),
            Column(_("State"), share=3),
            Column(_("What became of it"), share=4),
        ),
        tuple(
            Row(
                (
                    str(decision.number),
                    decision.text,
                    _whose(decision.subcommittee or decision.meeting.subcommittee),
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
    """Those of all meetings up to the last day covered, for the next one hears of them all."""
    actions = list(FollowUp.objects.open_on(scope.end).in_full())
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
            Column(_("State"), share=3),
        ),
        tuple(_row(action, scope) for action in actions),
    )
    return Subsection(heading, (table,))


def _row(action: FollowUp, scope: Scope) -> Row:
    is_late = action.due_on is not None and is_overdue(action.due_on, scope.end)
    open_state = str(FollowUp.State.OPEN.label)
    state = Status(_("overdue"), Tone.POOR) if is_late else Status(open_state, Tone.CALM)
    return Row(
        (
            action.title,
            _owner(action),
            date_format(action.due_on) if action.due_on else "—",
            action.decision.meeting.title,
            state,
        ),
        illustrative=action.is_illustrative,
    )


def _owner(action: FollowUp) -> Cell:
    if action.city is None:
        return "—"
    return Lines((action.responsible.name if action.responsible else str(action.post), action.city.name))
