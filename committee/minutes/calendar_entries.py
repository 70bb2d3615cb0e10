"""By when the cities' answers to circulated minutes are asked, for the calendar; see CALENDAR_SOURCES."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.members.models import Member
from committee.minutes.models import Minutes, MinutesVersion
from committee.workdays.dated import Dated, Period


def answers_asked(period: Period, _reader: Member) -> Iterator[Dated]:
    """Yield a day for each city that has not answered the latest version."""
    asked = MinutesVersion.objects.latest_ones().filter(
        period.holding("answer_by"), minutes__state=Minutes.State.CIRCULATED
    )
    versions = asked.select_related("minutes__meeting__subcommittee").prefetch_related("answers__city")
    for version in versions:
        meeting = version.minutes.meeting
        for answer in version.unanswered:
            yield Dated(
                record=version,
                title=_("Answer of %(city)s to the minutes: %(meeting)s")
                % {"city": answer.city, "meeting": meeting},
                starts=version.answer_by,
                part=answer.city.code,
                city=answer.city_id,
                subcommittee=meeting.subcommittee_id,
                is_due=True,
            )
