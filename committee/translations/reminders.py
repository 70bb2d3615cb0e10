"""Reminds the secretariats of translations that are late, see REMINDERS."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.models import Member, Role
from committee.notices.reasons import as_secretariat
from committee.reminders.reminding import Reminder
from committee.translations.models import TranslationRequest


def late_translations(now: datetime.datetime) -> Iterator[Reminder]:
    for city in City.objects.all():
        today = now.astimezone(city.zone).date()
        late = list(TranslationRequest.objects.overdue(today).filter(city=city).in_brief())
        if not late:
            continue
        secretaries = Member.objects.holding(Role.SECRETARIAT, today).filter(city=city)
        members = list(secretaries.select_related("city"))
        for request in late:
            if request.record is not None:
                yield _reminder(request, members)


def _reminder(request: TranslationRequest, members: list[Member]) -> Reminder:
    return Reminder(
        members=members,
        kind="translation",
        key=f"translation-{request.pk}-late-{request.due_on}",
        subject=lambda: _("Translation late: %(what)s") % {"what": request},
        body=lambda: _("It was due on %(day)s.") % {"day": request.due_on},
        address=f"translations/{request.pk}/",
        reason=as_secretariat,
    )
