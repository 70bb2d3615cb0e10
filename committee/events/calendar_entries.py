"""What the events of projects put into the calendar, see CALENDAR_SOURCES."""

from collections.abc import Iterator

from committee.events.models import Event
from committee.members.models import Member
from committee.workdays.dated import Dated, Period


def events(period: Period, reader: Member) -> Iterator[Dated]:
    found = Event.objects.visible_to(reader).filter(period.meeting("starts_on", "ends_on"))
    for event in found.select_related("project", "city"):
        where = [event.place.plain, event.city.name.plain if event.city else ""]
        yield Dated(
            record=event,
            title=f"{event.title.plain} ({event.project.title.plain})",
            starts=event.starts_on,
            ends=event.ends_on,
            subcommittee=event.project.subcommittee_id,
            place=", ".join(filter(None, where)),
            is_cancelled=event.state == Event.State.CANCELLED,
        )
