"""The checklist on the page of a meeting: `{% load checklist_words %}`."""

from dataclasses import dataclass

from django import template

from committee.checklists.models import ChecklistStep
from committee.checklists.permissions import may_do_step
from committee.meetings.models import Meeting
from committee.members.models import Member

register = template.Library()
SHOWN = 5


@dataclass(frozen=True)
class Summary:
    """How far the preparation is, and what comes next."""

    total: int
    done: int
    next_steps: list[ChecklistStep]


@register.simple_tag
def checklist_of(meeting: Meeting) -> Summary:
    steps = list(meeting.checklist.select_related("city", "meeting"))
    to_do = [step for step in steps if step.done_on is None]
    return Summary(len(steps), len(steps) - len(to_do), to_do[:SHOWN])


@register.filter
def standing_for(step: ChecklistStep, reader: Member) -> ChecklistStep.Standing:
    return step.standing(reader.today)


@register.filter
def done_by_hand_of(step: ChecklistStep, reader: Member) -> bool:
    """Whether the reader may tick the step off or open it again."""
    return may_do_step(reader, step)
