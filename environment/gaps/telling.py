"""Tells liaison officers of gaps: the sending city of a new one and its closing, the other of the answer."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.models import Member, Role
from committee.notices.actions import notify
from committee.notices.reasons import as_liaison_officer
from environment.gaps.models import GapNotice


def tell_found(notice: GapNotice) -> None:
    def body() -> str:
        return _(
            "Promised hours are missing since %(first)s. Please say why; the notice grows until they come."
        ) % {"first": notice.first_moment}

    _tell(notice, "found", _officers_of(notice.city), lambda: _("Gap: %(place)s") % _place(notice), body)


def tell_answered(notice: GapNotice) -> None:
    def subject() -> str:
        return _("Gap answered: %(place)s") % _place(notice)

    others = [officer for city in City.objects.other_than(notice.city) for officer in _officers_of(city)]
    _tell(notice, "answered", others, subject, lambda: f"{notice.get_reason_display()}\n\n{notice.answer}")


def tell_closed(notice: GapNotice) -> None:
    def subject() -> str:
        return _("Gap closed: %(place)s") % _place(notice)

    _tell(notice, "closed", _officers_of(notice.city), subject, lambda: notice.closing_note)


def _tell(
    notice: GapNotice,
    event: str,
    officers: list[Member],
    subject: Callable[[], str],
    body: Callable[[], str],
) -> None:
    key, address = f"gap-{notice.pk}-{event}", f"air/gaps/{notice.pk}/"
    notify(
        members=officers,
        kind="gap",
        key=key,
        subject=subject,
        body=body,
        address=address,
        reason=as_liaison_officer,
    )


def _place(notice: GapNotice) -> dict[str, str]:
    return {"place": notice.place}


def _officers_of(city: City) -> list[Member]:
    members = Member.objects.filter(city=city, is_active=True, posts__role=Role.LIAISON).distinct()
    return [member for member in members.select_related("city") if member.holds(Role.LIAISON)]
