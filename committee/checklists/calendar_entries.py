"""What has to be done towards the meetings, for the calendar; see CALENDAR_SOURCES."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.checklists.models import ChecklistStep
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.workdays.dated import Dated, Period


def due_steps(period: Period, _reader: Member) -> Iterator[Dated]:
    planned = ChecklistStep.objects.filter(meeting__state=Meeting.State.PLANNED)
    for step in planned.filter(period.holding("due_on")).select_related("city", "meeting"):
        assert step.due_on is not None, "the filter leaves those that have a day"
        yield Dated(
            record=step,
            title=_("%(city)s: %(step)s") % {"city": step.city, "step": step},
            starts=step.due_on,
            city=step.city_id,
            subcommittee=step.meeting.subcommittee_id,
            is_due=True,
            is_done=step.done_on is not None,
        )
