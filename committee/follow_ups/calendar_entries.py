"""The actions that are due, for the calendar; see CALENDAR_SOURCES."""

from collections.abc import Iterator

from committee.follow_ups.models import FollowUp
from committee.members.models import Member
from committee.workdays.dated import Dated, Period


def due_actions(period: Period, _reader: Member) -> Iterator[Dated]:
    for action in FollowUp.objects.filter(period.holding("due_on")).in_full():
        assert action.due_on is not None, "the filter leaves those that have a day"
        subcommittee = action.subcommittee
        yield Dated(
            record=action,
            title=str(action.title),
            starts=action.due_on,
            city=action.city.pk if action.city else None,
            subcommittee=subcommittee.pk if subcommittee else None,
            is_due=True,
            is_done=action.is_done,
        )
