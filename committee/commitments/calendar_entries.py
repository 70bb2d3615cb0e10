"""What the commitments put into the calendar, see CALENDAR_SOURCES."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.commitments.models import Commitment
from committee.members.models import Member
from committee.workdays.dated import Dated, Period


def due_commitments(period: Period, _reader: Member) -> Iterator[Dated]:
    for commitment in Commitment.objects.filter(period.holding("due_on")):
        assert commitment.due_on is not None, "the filter leaves those that have a day"
        yield Dated(
            record=commitment,
            title=_("Commitment due: %(commitment)s") % {"commitment": commitment},
            starts=commitment.due_on,
            city=commitment.city_id,
            subcommittee=commitment.subcommittee_id,
            is_due=True,
            is_done=commitment.is_settled,
        )
