"""Indicators whose values are what was counted at events: they follow by themselves."""

from collections.abc import Iterable

from django.db import transaction

from committee.events.models import Event
from committee.events.rules import TakenOverAlready
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.languages.wording import columns
from committee.members.models import Member
from committee.pages.permissions import require
from committee.project_kinds.models import KindIndicator
from committee.projects.indicators import Indicator, IndicatorValue
from committee.projects.models import Project
from committee.projects.permissions import may_edit_project


@transaction.atomic
def take_indicators(*, by: Member, project: Project, proposed: Iterable[KindIndicator]) -> list[Indicator]:
    """Give a project indicators that its kind proposes, with what was counted so far.

    Raises:
        TakenOverAlready: when it has one of them.
    """
    locked = lock(project)
    require(may_edit_project(by, locked))
    taken = []
    for proposal in proposed:
        if proposal.kind_id != locked.kind_id or locked.indicators.filter(taken_from=proposal).exists():
            raise TakenOverAlready
        taken.append(_take(by, locked, proposal))
    for event in locked.events.held():
        count(by=by, event=event)
    return taken


def count(*, by: Member, event: Event) -> None:
    """Let each counted indicator of the project say of `event` what the cities counted there.

    An event that was not held, or at which nobody has counted yet, has no value.
    """
    for indicator in event.project.indicators.counted():
        numbers = event.figures.held().filter(figure=indicator.figure)
        _keep_value(by, indicator, event, numbers.total())


def _keep_value(by: Member, indicator: Indicator, event: Event, total: int | None) -> None:
    standing = indicator.values.filter(counted_at=event).first()
    if standing is None:
        if total is not None:
            value = IndicatorValue(
                indicator=indicator,
                counted_at=event,
                on=event.last_day,
                value=total,
                is_illustrative=event.is_illustrative,
            )
            keep_new(by=by, record=value)
    elif total is None:
        keep_deletion(by=by, record=standing)
    else:
        keep_changes(by=by, record=standing, changes={"value": total, "on": event.last_day})


def _take(by: Member, project: Project, proposal: KindIndicator) -> Indicator:
    said = {name: getattr(proposal, name) for name in columns("name", "unit")}
    indicator = Indicator(
        project=project,
        taken_from=proposal,
        figure=proposal.figure,
        rule=proposal.rule,
        is_illustrative=project.is_illustrative,
        **said,
    )
    return keep_new(by=by, record=indicator)
