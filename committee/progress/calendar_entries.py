"""When the cities' next updates are due, for the calendar; see CALENDAR_SOURCES."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.models import Member
from committee.progress.reminders import reported_until
from committee.workdays.dated import Dated, Period


def due_updates(period: Period, reader: Member) -> Iterator[Dated]:
    wait = datetime.timedelta(days=settings.UPDATE_DUE_DAYS)
    for city in City.objects.all():
        reported = reported_until(city, period.first - wait, period.last - wait)
        for project in reported.visible_to(reader):
            yield Dated(
                record=project,
                title=_("Update of %(city)s due: %(project)s") % {"city": city, "project": project},
                starts=project.reported_until + wait,  # type: ignore[attr-defined]  # annotated
                part=f"update-{city.code}",
                city=city.pk,
                subcommittee=project.subcommittee_id,
                is_due=True,
            )
