"""Tells the other city what was done to the agenda, and the proposing city what was answered."""

from collections.abc import Iterable

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.agendas.models import AgendaConsent, AgendaItem
from committee.cities.models import City
from committee.meetings.models import Meeting
from committee.members.holders import co_leads
from committee.members.models import Member, Role
from committee.notices.actions import notify


def tell_proposed(item: AgendaItem) -> None:
    """Tell the other city that an item waits for its answer."""
    assert item.city is not None, "a proposed item has the city that proposed it"
    for city in City.objects.other_than(item.city):
        notify(
            members=_preparing(city, item.meeting, item.subcommittee),
            kind="agenda",
            key=f"agenda-item-{item.pk}-proposed-{item.version}",
            subject=lambda: _("Agenda item to answer: %(item)s") % {"item": item},
            body=lambda: (
                _("%(city)s proposes it for: %(meeting)s. Please accept it or return it.")
                % {"city": item.city, "meeting": item.meeting}
            ),
            address=f"meetings/agenda/{item.pk}/",
            reason=_because_preparing,
        )


def tell_answered(item: AgendaItem) -> None:
    """Tell the city that proposed an item; of a return, with the reason."""
    assert item.city is not None, "an answered item has the city that proposed it"

    def subject() -> str:
        words = (
            _("Agenda item returned: %(item)s")
            if item.returned_because
            else _("Agenda item accepted: %(item)s")
        )
        return words % {"item": item}

    notify(
        members=_preparing(item.city, item.meeting, item.subcommittee),
        kind="agenda",
        key=f"agenda-item-{item.pk}-answered-{item.version}",
        subject=subject,
        body=item.returned_because,
        address=f"meetings/agenda/{item.pk}/",
        reason=_because_preparing,
    )


def tell_agreed(consent: AgendaConsent, *, is_complete: bool) -> None:
    """Tell the other city that one city agreed, and whether the agenda is agreed with that."""

    def body() -> str:
        if is_complete:
            return _("Both cities have agreed to the agenda.")
        return _("Please read the agenda and agree to it for your city.")

    for city in City.objects.other_than(consent.city):
        notify(
            members=_preparing(city, consent.meeting, None),
            kind="agenda",
            key=f"agenda-consent-{consent.pk}",
            subject=lambda: (
                _("%(city)s agreed to the agenda: %(meeting)s")
                % {"city": consent.city, "meeting": consent.meeting}
            ),
            body=body,
            address=f"meetings/{consent.meeting_id}/",
            reason=_because_preparing,
        )


def tell_opened(meeting: Meeting, *, by: Member, reason: str) -> None:
    for city in City.objects.other_than(by.city):
        notify(
            members=_preparing(city, meeting, None),
            kind="agenda",
            key=f"agenda-of-{meeting.pk}-opened-{int(timezone.now().timestamp())}",
            subject=lambda: _("Agenda open again: %(meeting)s") % {"meeting": meeting},
            body=reason,
            address=f"meetings/{meeting.pk}/",
            reason=_because_preparing,
        )


def _preparing(city: City, meeting: Meeting, subcommittee: Model | None) -> Iterable[Member]:
    """Who speaks for a city on a point: its secretariat, and the co-leads concerned."""
    now = timezone.now()
    day = now.astimezone(city.zone).date()
    members = list(Member.objects.holding(Role.SECRETARIAT, day).filter(city=city).select_related("city"))
    concerned = meeting.subcommittee or subcommittee
    if concerned is None or meeting.kind == Meeting.Kind.WORKING:
        return members
    return [*members, *co_leads(city, now).get(concerned.pk, [])]


def _because_preparing(member: Member) -> str:
    return _("You are told this because you prepare meetings for %(city)s.") % {"city": member.city}
