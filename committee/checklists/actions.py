"""What is done with the checklist towards a meeting and with its template."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from committee.checklists.models import ChecklistStep, ChecklistTask, Side
from committee.checklists.permissions import may_do_step, may_edit_checklist, may_keep_template
from committee.checklists.rules import (
    DoneAlready,
    DoneInTheFuture,
    DrawnUpAlready,
    MeetingHeld,
    NotDone,
    NoTemplate,
    TemplateNotEmpty,
)
from committee.checklists.usual import USUAL_TASKS
from committee.cities.models import City
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.history.models import HistoryEntry, Record
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.pages.permissions import require
from committee.workdays.days import common_working_days_before


def add_task(*, by: Member, **fields: Any) -> ChecklistTask:
    require(may_keep_template(by))
    return keep_new(by=by, record=ChecklistTask(**fields))


def edit_task(
    *, by: Member, task: ChecklistTask, seen_version: int | None = None, **changes: Any
) -> ChecklistTask:
    require(may_keep_template(by))
    return keep_changes(by=by, record=task, changes=changes, seen_version=seen_version)


def delete_task(*, by: Member, task: ChecklistTask) -> None:
    require(may_keep_template(by))
    keep_deletion(by=by, record=task)


@transaction.atomic
def take_usual_tasks(*, by: Member) -> list[ChecklistTask]:
    """Enter the usual tasks into a template that is empty.

    Raises:
        TemplateNotEmpty: when it is not.
    """
    require(may_keep_template(by))
    # Of two who press the button at once, in one city or in two, one comes second and is refused.
    list(City.objects.select_for_update().order_by("pk"))
    if ChecklistTask.objects.exists():
        raise TemplateNotEmpty
    return [keep_new(by=by, record=ChecklistTask(**task)) for task in USUAL_TASKS]


@transaction.atomic
def draw_up(*, by: Member, meeting: Meeting) -> list[ChecklistStep]:
    """Make the checklist of a meeting from the template: a step for each city that has to do it.

    Raises:
        DrawnUpAlready, NoTemplate, MeetingHeld
    """
    require(may_edit_checklist(by, meeting))
    current = lock(meeting)
    if current.state == Meeting.State.HELD:
        raise MeetingHeld
    if current.checklist.exists():
        raise DrawnUpAlready
    steps = [keep_new(by=by, record=step) for step in _steps(current)]
    if not steps:
        raise NoTemplate
    return steps


def add_step(*, by: Member, meeting: Meeting, **fields: Any) -> ChecklistStep:
    require(may_edit_checklist(by, meeting))
    step = ChecklistStep(meeting=meeting, **fields)
    step.due_on = due_day(meeting, step.working_days_before)
    return keep_new(by=by, record=step)


@transaction.atomic
def edit_step(
    *, by: Member, step: ChecklistStep, seen_version: int | None = None, **changes: Any
) -> ChecklistStep:
    """Change a step; its day follows the number of working days."""
    require(may_edit_checklist(by, step.meeting))
    if "working_days_before" in changes:
        changes["due_on"] = due_day(lock(step).meeting, changes["working_days_before"])
    return keep_changes(by=by, record=step, changes=changes, seen_version=seen_version)


def delete_step(*, by: Member, step: ChecklistStep) -> None:
    require(may_edit_checklist(by, step.meeting))
    keep_deletion(by=by, record=step)


@transaction.atomic
def do_step(*, by: Member, step: ChecklistStep, done_on: datetime.date | None = None) -> ChecklistStep:
    """Say that a step is done, today or on an earlier day, and by whom.

    Raises:
        DoneAlready: when somebody has said so before.
        DoneInTheFuture
    """
    require(may_do_step(by, step))
    if lock(step).done_on is not None:
        raise DoneAlready
    day = done_on or by.today
    if day > by.today:
        raise DoneInTheFuture
    return keep_changes(by=by, record=step, changes={"done_on": day, "done_by": by})


@transaction.atomic
def reopen_step(*, by: Member, step: ChecklistStep) -> ChecklistStep:
    """Open a step that was ticked off too early; its day is counted anew.

    Raises:
        NotDone: when it is open.
    """
    require(may_do_step(by, step))
    current = lock(step)
    if current.done_on is None:
        raise NotDone
    day = due_day(current.meeting, current.working_days_before)
    return keep_changes(by=by, record=step, changes={"done_on": None, "done_by": None, "due_on": day})


def move_steps(record: Record) -> None:
    """Count the open steps of a meeting anew after it has changed, see AFTER_RECORD_CHANGED."""
    if not isinstance(record, Meeting):
        return
    for step in record.checklist.filter(done_on__isnull=True):
        day = due_day(record, step.working_days_before)
        if day != step.due_on:
            keep_changes(by=None, record=step, changes={"due_on": day}, comment=_("The meeting moved."))


def change_hands(record: Model, entry: HistoryEntry) -> None:
    """After a meeting got another host, let the two cities change their open steps, see AFTER_ACT_KEPT."""
    if not isinstance(record, Meeting) or entry.verb == HistoryEntry.Verb.DELETED:
        return
    before = entry.changes.get("host", [None])[0]
    if before is None:
        return
    left = City.objects.get(pk=before["id"])
    now = {(Side.HOST, left.pk): record.host, (Side.GUEST, record.host_id): left}
    for step in record.checklist.filter(done_on__isnull=True):
        if city := now.get((Side(step.side), step.city_id)):
            keep_changes(
                by=None, record=step, changes={"city": city}, comment=_("Another city hosts the meeting.")
            )


def due_day(meeting: Meeting, working_days_before: int) -> datetime.date | None:
    if meeting.starts_on is None:
        return None
    return common_working_days_before(meeting.starts_on, working_days_before)


def _steps(meeting: Meeting) -> Iterator[ChecklistStep]:
    cities = list(City.objects.all())
    for task in ChecklistTask.objects.all():
        for city in cities:
            is_host = city.pk == meeting.host_id
            if task.side == Side.BOTH or (task.side == Side.HOST) == is_host:
                yield ChecklistStep(
                    meeting=meeting,
                    city=city,
                    title_ko=task.title_ko,
                    title_zh_hans=task.title_zh_hans,
                    title_en=task.title_en,
                    working_days_before=task.working_days_before,
                    role=task.role,
                    side=task.side,
                    due_on=due_day(meeting, task.working_days_before),
                    is_illustrative=task.is_illustrative,
                )
