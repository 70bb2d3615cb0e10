"""What the projects put into the calendar, see CALENDAR_SOURCES."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.members.models import Member
from committee.projects.models import Milestone
from committee.workdays.dated import Dated, Period


def due_milestones(period: Period, reader: Member) -> Iterator[Dated]:
    due = Milestone.objects.visible_to(reader).filter(period.holding("due_on"))
    for milestone in due.select_related("project"):
        words = {"milestone": milestone, "project": milestone.project}
        yield Dated(
            record=milestone,
            title=_("Milestone due: %(milestone)s (%(project)s)") % words,
            starts=milestone.due_on,
            subcommittee=milestone.project.subcommittee_id,
            is_due=True,
            is_done=milestone.done_on is not None,
        )
