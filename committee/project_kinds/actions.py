"""What the secretariats do with kinds of projects."""

from typing import Any

from django.db import transaction

from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.members.models import Member
from committee.pages.permissions import require
from committee.project_kinds.models import KindFigure, KindIndicator, ProjectKind
from committee.project_kinds.permissions import may_keep_kinds
from committee.project_kinds.rules import FigureOfAnotherKind, GeneralStays, NamedAlready, PartInUse


def create_kind(*, by: Member, **fields: Any) -> ProjectKind:
    require(may_keep_kinds(by))
    return keep_new(by=by, record=ProjectKind(**fields))


@transaction.atomic
def edit_kind(
    *, by: Member, kind: ProjectKind, seen_version: int | None = None, **changes: Any
) -> ProjectKind:
    """Change a kind.

    Raises:
        PartInUse: when it is to lose a part that a project uses.
        NamedAlready: when it becomes figures only, but projects of it were written of freely.
    """
    require(may_keep_kinds(by))
    locked = lock(kind)
    events = locked.projects.filter(events__isnull=False)
    research = locked.projects.exclude(institutes__isnull=True, studies__isnull=True)
    for part, used in (("has_events", events), ("has_research", research)):
        if not changes.get(part, True) and used.exists():
            raise PartInUse(part)
    if changes.get("figures_only") and not locked.figures_only and locked.projects.exists():
        raise NamedAlready
    return keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)


def delete_kind(*, by: Member, kind: ProjectKind) -> None:
    """Delete a kind that no project is of, with its figures and indicators.

    Raises:
        GeneralStays: when it is the general one.
        StillNeeded: when a project is of it.
    """
    require(may_keep_kinds(by))
    if kind.is_general:
        raise GeneralStays
    keep_deletion(by=by, record=kind)


def add_kind_figure(*, by: Member, kind: ProjectKind, **fields: Any) -> KindFigure:
    """Say what is counted at the events of a kind.

    Raises:
        FigureOfAnotherKind: when its limit is one.
    """
    require(may_keep_kinds(by))
    _refuse_another_kinds(kind, fields, "at_most")
    return keep_new(by=by, record=KindFigure(kind=kind, **fields))


def edit_kind_figure(
    *, by: Member, figure: KindFigure, seen_version: int | None = None, **changes: Any
) -> KindFigure:
    """Change a figure; a new limit holds for what is entered from now on.

    Raises:
        FigureOfAnotherKind: when its limit is one.
    """
    require(may_keep_kinds(by))
    _refuse_another_kinds(figure.kind, changes, "at_most")
    return keep_changes(by=by, record=figure, changes=changes, seen_version=seen_version)


def delete_kind_figure(*, by: Member, figure: KindFigure) -> None:
    """Delete a figure that no city has counted yet.

    Raises:
        StillNeeded: when numbers, indicators or limits need it.
    """
    require(may_keep_kinds(by))
    keep_deletion(by=by, record=figure)


def add_kind_indicator(*, by: Member, kind: ProjectKind, **fields: Any) -> KindIndicator:
    """Offer an indicator to the projects of a kind.

    Raises:
        FigureOfAnotherKind: when it is bound to one.
    """
    require(may_keep_kinds(by))
    _refuse_another_kinds(kind, fields, "figure")
    return keep_new(by=by, record=KindIndicator(kind=kind, **fields))


def edit_kind_indicator(
    *, by: Member, indicator: KindIndicator, seen_version: int | None = None, **changes: Any
) -> KindIndicator:
    """Change what is offered; the indicators of projects that took it over stay as they are.

    Raises:
        FigureOfAnotherKind: when it is bound to one.
    """
    require(may_keep_kinds(by))
    _refuse_another_kinds(indicator.kind, changes, "figure")
    return keep_changes(by=by, record=indicator, changes=changes, seen_version=seen_version)


def delete_kind_indicator(*, by: Member, indicator: KindIndicator) -> None:
    """Offer an indicator no longer; projects that took it over keep theirs."""
    require(may_keep_kinds(by))
    keep_deletion(by=by, record=indicator)


def _refuse_another_kinds(kind: ProjectKind, fields: dict[str, Any], name: str) -> None:
    figure: KindFigure | None = fields.get(name)
    if figure is not None and figure.kind_id != kind.pk:
        raise FigureOfAnotherKind(name)
