"""What secretariats and co-leads do with projects and with what belongs to them."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.history.models import HistoryEntry
from committee.languages.wording import columns
from committee.members.models import Member
from committee.pages.permissions import require
from committee.project_kinds.models import ProjectKind
from committee.projects.indicators import Indicator, IndicatorValue
from committee.projects.models import LeadOrganisation, Milestone, Project
from committee.projects.permissions import may_add_project_document, may_edit_project, may_keep_projects_of
from committee.projects.persons import FiguresOnly
from committee.projects.telling import tell_released
from committee.rules import BrokenRule

Verb = HistoryEntry.Verb


class ProgressWasReported(BrokenRule):
    """A project that a city has reported on stays: the reports are about it."""

    def __init__(self) -> None:
        super().__init__(
            _("Progress was reported on this project, so it stays. Set it to cancelled instead.")
        )


class TakenFromUpdate(BrokenRule):
    """What both cities confirmed in an update is changed by correcting the update only."""

    def __init__(self) -> None:
        super().__init__(
            _("This comes from a confirmed progress update. Correct the update; this then follows.")
        )


class UnitWasConfirmed(BrokenRule):
    """Another unit would change what both cities confirmed; one still missing in a language may be added."""

    def __init__(self) -> None:
        super().__init__(
            _("Both cities confirmed values in this unit. Add another indicator for another unit.")
        )


class ReleasedAlready(BrokenRule):
    """What both cities have seen is not drawn back into one."""

    def __init__(self) -> None:
        super().__init__(_("Both cities see this project already."))


class CountedAtEvents(BrokenRule):
    """Nobody types what was counted at events; it follows by itself."""

    def __init__(self) -> None:
        super().__init__(_("This indicator is counted at the project's events. Enter the figures there."))


class KindStays(BrokenRule):
    """The parts of a project are what its kind says: what is counted there, whether persons are named."""

    def __init__(self) -> None:
        super().__init__(
            _("The project has events or research of its kind already, so its kind stays."), field="kind"
        )


def create_project(*, by: Member, is_draft: bool = False, **fields: Any) -> Project:
    """Set up a project; where no kind is given, of the general one.

    Args:
        is_draft: keeps it inside the member's city until it is released.
    """
    commitments = fields.pop("commitments", [])
    kind = fields.pop("kind", None) or ProjectKind.objects.general()
    project = Project(kind=kind, draft_of=by.city if is_draft else None, **fields)
    require(may_edit_project(by, project))
    return keep_new(by=by, record=project, commitments=commitments)


@transaction.atomic
def edit_project(*, by: Member, project: Project, seen_version: int | None = None, **changes: Any) -> Project:
    """Change a project; who moves it to another subcommittee must keep the projects of both.

    Raises:
        KindStays: when it is to be of another kind, but has events or research.
    """
    locked = lock(project)
    require(may_edit_project(by, locked))
    require(may_keep_projects_of(by, changes.get("subcommittee", locked.subcommittee)))
    if changes.get("kind", locked.kind) != locked.kind and _is_of_its_kind(locked):
        raise KindStays
    return keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)


@transaction.atomic
def release_project(*, by: Member, project: Project) -> Project:
    """Let the other city see a draft with its parts, and tell its co-leads.

    Documents that are kept inside the city stay so until they are released themselves.

    Raises:
        ReleasedAlready: when both cities see it.
    """
    locked = lock(project)
    require(may_edit_project(by, locked))
    if locked.draft_of is None:
        raise ReleasedAlready
    city = locked.draft_of
    released = keep_changes(by=by, record=locked, changes={"draft_of": None}, verb=Verb.RELEASED)
    tell_released(released, city)
    return released


@transaction.atomic
def delete_project(*, by: Member, project: Project) -> None:
    """Delete a project with its milestones and indicators.

    Raises:
        ProgressWasReported: when an update is about it.
    """
    require(may_edit_project(by, project))
    if lock(project).updates.exists():
        raise ProgressWasReported
    keep_deletion(by=by, record=project)


def add_lead_organisation(*, by: Member, project: Project, **fields: Any) -> LeadOrganisation:
    require(may_edit_project(by, project))
    return keep_new(by=by, record=LeadOrganisation(project=project, **fields))


def edit_lead_organisation(
    *, by: Member, organisation: LeadOrganisation, seen_version: int | None = None, **changes: Any
) -> LeadOrganisation:
    require(may_edit_project(by, organisation.project))
    return keep_changes(by=by, record=organisation, changes=changes, seen_version=seen_version)


def delete_lead_organisation(*, by: Member, organisation: LeadOrganisation) -> None:
    require(may_edit_project(by, organisation.project))
    keep_deletion(by=by, record=organisation)


def add_milestone(*, by: Member, project: Project, **fields: Any) -> Milestone:
    require(may_edit_project(by, project))
    return keep_new(by=by, record=Milestone(project=project, **fields))


@transaction.atomic
def edit_milestone(
    *, by: Member, milestone: Milestone, seen_version: int | None = None, **changes: Any
) -> Milestone:
    """Change a milestone.

    Raises:
        TakenFromUpdate: when the day it was done is changed, but a confirmed update says which it is.
    """
    require(may_edit_project(by, milestone.project))
    locked = lock(milestone)
    is_moved = changes.get("done_on", locked.done_on) != locked.done_on
    if is_moved and locked.reports.in_force().exists():
        raise TakenFromUpdate
    return keep_changes(by=by, record=milestone, changes=changes, seen_version=seen_version)


def delete_milestone(*, by: Member, milestone: Milestone) -> None:
    require(may_edit_project(by, milestone.project))
    keep_deletion(by=by, record=milestone)


def add_indicator(*, by: Member, project: Project, **fields: Any) -> Indicator:
    require(may_edit_project(by, project))
    return keep_new(by=by, record=Indicator(project=project, **fields))


@transaction.atomic
def edit_indicator(
    *, by: Member, indicator: Indicator, seen_version: int | None = None, **changes: Any
) -> Indicator:
    """Change an indicator.

    Raises:
        UnitWasConfirmed: when its unit is changed, but a confirmed update reports a value in it.
    """
    require(may_edit_project(by, indicator.project))
    locked = lock(indicator)
    units = {name: getattr(locked, name) for name in columns("unit")}
    is_replaced = any(unit and changes.get(name, unit) != unit for name, unit in units.items())
    if is_replaced and locked.values.taken_from_updates().exists():
        raise UnitWasConfirmed
    return keep_changes(by=by, record=indicator, changes=changes, seen_version=seen_version)


@transaction.atomic
def delete_indicator(*, by: Member, indicator: Indicator) -> None:
    """Delete an indicator with the values entered for it.

    Raises:
        TakenFromUpdate: when one of its values was confirmed.
    """
    require(may_edit_project(by, indicator.project))
    if lock(indicator).values.taken_from_updates().exists():
        raise TakenFromUpdate
    keep_deletion(by=by, record=indicator)


def add_indicator_value(*, by: Member, indicator: Indicator, **fields: Any) -> IndicatorValue:
    """Enter a value by hand.

    Raises:
        CountedAtEvents: when the indicator follows the figures of events.
    """
    require(may_edit_project(by, indicator.project))
    if indicator.is_counted:
        raise CountedAtEvents
    return keep_new(by=by, record=IndicatorValue(indicator=indicator, **fields))


@transaction.atomic
def edit_indicator_value(
    *, by: Member, value: IndicatorValue, seen_version: int | None = None, **changes: Any
) -> IndicatorValue:
    """Change a value that was entered by hand.

    Raises:
        TakenFromUpdate: when it comes from a confirmed update.
        CountedAtEvents: when it was counted at an event.
    """
    require(may_edit_project(by, value.indicator.project))
    _refuse_if_taken(value)
    return keep_changes(by=by, record=value, changes=changes, seen_version=seen_version)


@transaction.atomic
def delete_indicator_value(*, by: Member, value: IndicatorValue) -> None:
    """Delete a value that was entered by hand.

    Raises:
        TakenFromUpdate: when it comes from a confirmed update.
        CountedAtEvents: when it was counted at an event.
    """
    require(may_edit_project(by, value.indicator.project))
    _refuse_if_taken(value)
    keep_deletion(by=by, record=value)


def _refuse_if_taken(value: IndicatorValue) -> None:
    locked = lock(value)
    if locked.reported_in_id is not None:
        raise TakenFromUpdate
    if locked.counted_at_id is not None:
        raise CountedAtEvents


def _is_of_its_kind(project: Project) -> bool:
    has_parts = project.events.exists() or project.institutes.exists() or project.studies.exists()
    return has_parts or project.indicators.counted().exists()


def add_project_document(*, by: Member, project: Project, **fields: Any) -> Document:
    """Attach a document to a project: see `add_document` for what it raises besides.

    Raises:
        FiguresOnly: when the project's kind stores nothing about persons.
    """
    require(may_add_project_document(by, project))
    if project.kind.figures_only:
        raise FiguresOnly
    return add_document(by=by, of=project, **fields)
