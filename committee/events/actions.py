"""What is done with a project's events, and with what each city counts there."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import transaction

from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.events.counting import count
from committee.events.models import Event, EventFigure
from committee.events.permissions import may_edit_event
from committee.events.rules import (
    AboveItsLimit,
    CountedOtherwiseMeanwhile,
    FigureOfAnotherKind,
    KindHasNoEvents,
    NotYetBegun,
)
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock, plain
from committee.members.models import Member
from committee.pages.permissions import require
from committee.project_kinds.models import KindFigure
from committee.projects.models import Project
from committee.projects.permissions import may_work_on
from committee.projects.persons import FiguresOnly


class Counted(NamedTuple):
    """A number as a city counted it, and as its writer had seen it; None where there is none."""

    number: int | None
    seen: int | None


@transaction.atomic
def add_event(*, by: Member, project: Project, **fields: Any) -> Event:
    """Enter an event of a project.

    Raises:
        KindHasNoEvents: when the project's kind has none.
        NotYetBegun: when it is said to be held, but begins later.
        NamesSomebody: when a person is named and the kind is figures only.
    """
    require(may_work_on(by, project))
    event = Event(project=project, **fields)
    _refuse_wrong(by, event)
    return keep_new(by=by, record=event)


@transaction.atomic
def edit_event(*, by: Member, event: Event, seen_version: int | None = None, **changes: Any) -> Event:
    """Change an event; what was counted there counts when it was held.

    Raises:
        NotYetBegun, NamesSomebody: as for a new one.
    """
    locked = lock(event)
    require(may_edit_event(by, locked))
    changed = keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)
    _refuse_wrong(by, changed)
    count(by=by, event=changed)
    return changed


@transaction.atomic
def delete_event(*, by: Member, event: Event) -> None:
    """Delete an event with what was counted there; its documents stay in the list of all."""
    require(may_edit_event(by, event))
    keep_deletion(by=by, record=event)


@transaction.atomic
def enter_figures(*, by: Member, event: Event, numbers: Mapping[KindFigure, Counted]) -> Event:
    """Keep what the member's own city counted at an event; None takes a number back.

    Raises:
        FigureOfAnotherKind: when the project's kind does not count it.
        CountedOtherwiseMeanwhile: when a colleague changed the number that the writer had seen.
        AboveItsLimit: when a city counted more than the figure's limit lets there be.
    """
    locked = lock(event)
    require(may_edit_event(by, locked))
    before = _counted(locked)
    for figure, counted in numbers.items():
        _enter(by, locked, figure, counted)
    _refuse_above_limit(by, locked)
    after = _counted(locked)
    rows = {"figures": [before, after]} if before != after else {}
    kept = keep_changes(by=by, record=locked, changes={}, rows=rows)
    count(by=by, event=kept)
    return kept


def add_event_document(*, by: Member, event: Event, **fields: Any) -> Document:
    """Attach a presentation or another document: see `add_document` for what it raises besides.

    Raises:
        FiguresOnly: when the project's kind stores nothing about persons.
    """
    require(may_edit_event(by, event))
    if event.project.kind.figures_only:
        raise FiguresOnly
    return add_document(by=by, of=event, **fields)


def _refuse_wrong(by: Member, event: Event) -> None:
    if not event.project.kind.has_events:
        raise KindHasNoEvents
    if event.state == Event.State.HELD and event.starts_on > by.today:
        raise NotYetBegun(event.starts_on)


def _enter(by: Member, event: Event, figure: KindFigure, counted: Counted) -> None:
    if figure.kind_id != event.project.kind_id:
        raise FigureOfAnotherKind(figure)
    standing = event.figures.filter(figure=figure, city=by.city).first()
    number = standing.number if standing else None
    if number != counted.seen:
        raise CountedOtherwiseMeanwhile(figure, number)
    if counted.number is None:
        event.figures.filter(figure=figure, city=by.city).delete()
        return
    row = standing or EventFigure(event=event, figure=figure, city=by.city)
    row.number = counted.number
    row.full_clean()
    row.save()


def _refuse_above_limit(by: Member, event: Event) -> None:
    """A city holds its own numbers against each other: seven of ours matched, of six of ours who applied."""
    own = {
        row.figure: row.number for row in event.figures.filter(city=by.city).select_related("figure__at_most")
    }
    for figure, number in own.items():
        if figure.at_most is None:
            continue
        limit = own.get(figure.at_most)
        if limit is None or number > limit:
            raise AboveItsLimit(figure, limit)


def _counted(event: Event) -> list[Any]:
    rows = event.figures.select_related("figure", "city").order_by("figure__position", "figure", "city")
    return [plain(row) for row in rows]
