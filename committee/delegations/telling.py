"""Tells the other city's secretariat of an announced delegation."""

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.delegations.models import Delegation
from committee.members.models import Member, Role
from committee.notices.actions import notify
from committee.notices.reasons import as_secretariat


def tell_announced(delegation: Delegation) -> None:
    assert delegation.announced_at is not None, "an announced delegation has its time"
    people = delegation.delegates.count()
    for city in City.objects.other_than(delegation.city):
        day = delegation.announced_at.astimezone(city.zone).date()
        notify(
            members=Member.objects.filter(city=city).holding(Role.SECRETARIAT, day).select_related("city"),
            kind="delegation",
            key=f"delegation-{delegation.pk}-announced",
            subject=lambda: str(delegation),
            body=lambda: _("The delegation has been announced. People: %(people)s") % {"people": people},
            address=f"delegations/{delegation.pk}/",
            reason=as_secretariat,
        )
