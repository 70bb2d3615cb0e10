"""What the report says of the events of one project."""

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from committee.events.models import Event, EventFigure
from committee.languages.sentences import listed
from committee.languages.wording import Wording
from committee.printing.checked import Day
from committee.printing.content import (
    Block,
    Cell,
    Column,
    Facts,
    Lines,
    Paragraph,
    Row,
    Scope,
    Status,
    Table,
    Tone,
)
from committee.project_kinds.models import KindFigure
from committee.projects.models import Project

READ_OF_PROJECTS = ["events__city", "events__figures__figure", "events__figures__city"]
TONES = {
    Event.State.HELD: Tone.GOOD,
    Event.State.PLANNED: Tone.CALM,
    Event.State.CANCELLED: Tone.FAIR,
}


def event_blocks(project: Project, scope: Scope) -> tuple[Block, ...]:
    """Return the events that began in the period with figures and outcomes; none where the kind has none.

    Reads `kind` and READ_OF_PROJECTS: fetch them before.
    """
    if not project.kind.has_events:
        return ()
    events = sorted(
        (each for each in project.events.all() if _is_covered(each, scope)),
        key=lambda each: (each.starts_on, each.pk),
    )
    if not events:
        return (Paragraph(_("No event began in this period."), manner="nothing"),)
    outcomes = tuple((each.title, each.outcome) for each in events if each.outcome)
    return (_table(events, scope), Facts(outcomes)) if outcomes else (_table(events, scope),)


def _is_covered(event: Event, scope: Scope) -> bool:
    return event.starts_on <= scope.end and (scope.start is None or event.starts_on > scope.start)


def _table(events: list[Event], scope: Scope) -> Table:
    return Table(
        _("Events in this period"),
        (
            Column(_("Event"), share=7),
            Column(_("Days"), share=4),
            Column(_("State"), share=3),
            Column(_("Figures"), share=7),
        ),
        tuple(_event(each, scope) for each in events),
        note=_("Figures by city, as each city counted."),
        is_numbered=False,
    )


def _event(event: Event, scope: Scope) -> Row:
    state = Event.State(event.state)
    place = (event.place,) if event.place else ()
    return Row(
        (
            Lines((event.title, *((event.city.name,) if event.city else ()), *place)),
            _days(event),
            Status(str(state.label), TONES[state]),
            _figures(event, scope),
        ),
        illustrative=event.is_illustrative,
        days=(Day(event.starts_on),),
    )


def _days(event: Event) -> Cell:
    if event.last_day == event.starts_on:
        return date_format(event.starts_on)
    return Lines((date_format(event.starts_on), f"– {date_format(event.last_day)}"))


def _figures(event: Event, scope: Scope) -> Cell:
    counted: dict[KindFigure, list[EventFigure]] = {}
    for row in sorted(event.figures.all(), key=lambda row: scope.city_ids.index(row.city_id)):
        counted.setdefault(row.figure, []).append(row)
    in_order = sorted(counted, key=lambda figure: (figure.position, figure.pk))
    return Lines(tuple(_line(figure, counted[figure]) for figure in in_order)) if counted else "—"


def _line(figure: KindFigure, rows: list[EventFigure]) -> Wording:
    """Say a figure of each city; the text keeps the language of the figure's name."""
    cities = listed(f"{row.city.name.plain} {number_format(row.number, force_grouping=True)}" for row in rows)
    return Wording(f"{figure.name.plain}: {cities}", figure.name.language, figure.name.source)
