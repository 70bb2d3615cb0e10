import datetime

from django.db.models import F

from committee.dashboard.models import PAUSE, Visit
from committee.members.models import Member


def keep_visit(*, by: Member, now: datetime.datetime) -> datetime.datetime | None:
    """Note that a member has come; return when the previous visit began, None at the first one.

    Within a visit nothing is written, and no transaction is begun: on SQLite each one takes the write lock.
    """
    visit = Visit.objects.filter(member=by).first()
    if visit is None:
        visit, _is_new = Visit.objects.get_or_create(member=by, defaults={"latest_at": now})
    elif visit.latest_at < now - PAUSE:
        # In one statement, so of two pages opened at once one begins the visit.
        earlier = Visit.objects.filter(pk=visit.pk, latest_at=visit.latest_at)
        earlier.update(previous_at=F("latest_at"), latest_at=now)
        return visit.latest_at
    return visit.previous_at
