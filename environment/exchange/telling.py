"""Tells liaison officers of a delivery that waits for them."""

from django.utils.translation import gettext as _

from committee.members.models import Member, Role
from committee.notices.actions import notify
from committee.notices.reasons import as_liaison_officer
from environment.measurements.clock_words import in_words
from environment.measurements.models import ClockCheck


def tell_held(check: ClockCheck) -> None:
    """Tell who may decide: the officers of the city, and who handed the delivery over."""
    delivery = check.delivery

    def subject() -> str:
        return _("Held: %(name)s") % {"name": delivery.name}

    def body() -> str:
        finding = {"finding": in_words(check)}
        return _("%(finding)s Nothing of it counts until you accept or withdraw it.") % finding

    members = Member.objects.filter(city=delivery.city, is_active=True, posts__role=Role.LIAISON)
    concerned = {member.pk: member for member in members.select_related("city")}
    if delivery.by_id:
        concerned[delivery.by_id] = Member.objects.select_related("city").get(pk=delivery.by_id)
    notify(
        members=[member for member in concerned.values() if member.holds(Role.LIAISON)],
        kind="delivery",
        key=f"delivery-{delivery.pk}-held",
        subject=subject,
        body=body,
        address=f"air/deliveries/{delivery.pk}/",
        reason=as_liaison_officer,
    )
