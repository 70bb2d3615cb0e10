"""When both cities have agreed to the agenda of a meeting, and what that covers."""

import datetime
import hashlib

from django.db import transaction
from django.utils import timezone

from committee.agendas.models import AgendaConsent, AgendaItem
from committee.agendas.rules import (
    AgendaChanged,
    AgreedWithoutIt,
    MeetingOver,
    NotAgreed,
    NothingToAgreeTo,
    ReasonNeeded,
)
from committee.agendas.telling import tell_agreed, tell_opened
from committee.cities.models import City
from committee.history.actions import keep_changes, lock, plain
from committee.history.models import HistoryEntry
from committee.meetings.models import Meeting
from committee.meetings.permissions import may_edit_meeting
from committee.members.models import Member
from committee.pages.permissions import require


def agreed_at(meeting: Meeting) -> datetime.datetime | None:
    """Return when the last city agreed, once every city has."""
    moments = list(AgendaConsent.objects.filter(meeting=meeting).values_list("at", flat=True))
    return max(moments) if moments and len(moments) == City.objects.count() else None


def is_agreed(meeting: Meeting) -> bool:
    return agreed_at(meeting) is not None


def is_in_agreed(item: AgendaItem) -> bool:
    """Whether both cities agreed to the agenda with this item in it."""
    moment = agreed_at(item.meeting)
    return moment is not None and stood_at(item, moment)


def stood_at(item: AgendaItem, moment: datetime.datetime) -> bool:
    """Whether an item had been accepted when the agenda was agreed."""
    is_accepted = item.state == AgendaItem.State.ACCEPTED
    return is_accepted and (item.answered_at or item.created_at) <= moment


def fingerprint(meeting: Meeting) -> str:
    """Return what tells the accepted items, their words and order from any others."""
    items = AgendaItem.objects.filter(meeting=meeting).accepted().in_order()
    content = ",".join(f"{pk}:{version}" for pk, version in items.values_list("pk", "version"))
    return hashlib.sha256(content.encode()).hexdigest() if content else ""


@transaction.atomic
def agree_agenda(*, by: Member, meeting: Meeting, seen: str) -> AgendaConsent:
    """Agree for the member's city to the accepted items; agreeing twice keeps the first date.

    Args:
        seen: the fingerprint of the agenda that the member was shown.

    Raises:
        MeetingOver, NothingToAgreeTo
        AgendaChanged: when the agenda is another one than what was read.
    """
    locked = lock(meeting)
    require(may_edit_meeting(by, locked))
    if locked.is_held:
        raise MeetingOver
    if given := AgendaConsent.objects.filter(meeting=locked, city=by.city_id).first():
        return given
    current = fingerprint(locked)
    if not current:
        raise NothingToAgreeTo
    if current != seen:
        raise AgendaChanged
    before = _cities_agreed(locked)
    consent = AgendaConsent.objects.create(meeting=locked, city=by.city, by=by, at=timezone.now())
    _note(by, locked, before)
    tell_agreed(consent, is_complete=is_agreed(locked))
    return consent


@transaction.atomic
def open_agenda_again(*, by: Member, meeting: Meeting, reason: str) -> None:
    """Take back the consent of both cities, with the reason for both to read.

    Raises:
        MeetingOver, NotAgreed, ReasonNeeded
    """
    locked = lock(meeting)
    require(may_edit_meeting(by, locked))
    if locked.is_held:
        raise MeetingOver
    if not reason.strip():
        raise ReasonNeeded
    if not lapse(by=by, meeting=locked, comment=reason.strip()):
        raise NotAgreed
    tell_opened(locked, by=by, reason=reason.strip())


def lapse_unless_complete(*, by: Member, meeting: Meeting) -> None:
    """Take away the consent of one city alone: what it read is another agenda now."""
    if not is_agreed(meeting):
        lapse(by=by, meeting=meeting)


def lapse(*, by: Member, meeting: Meeting, comment: str = "") -> int:
    """Take the consents to the agenda of a locked meeting away; return how many there were."""
    before = _cities_agreed(meeting)
    if before:
        AgendaConsent.objects.filter(meeting=meeting).delete()
        _note(by, meeting, before, comment)
    return len(before)


def refuse_restored_item(item: AgendaItem) -> None:
    """Refuse to have an accepted item back in an agenda that a city agreed to without it.

    Raises:
        AgreedWithoutIt
    """
    if item.state != AgendaItem.State.ACCEPTED:
        return
    withdrawn = HistoryEntry.objects.of(item).filter(verb=HistoryEntry.Verb.DELETED).latest("at")
    if AgendaConsent.objects.filter(meeting=item.meeting_id, at__gt=withdrawn.at).exists():
        raise AgreedWithoutIt


def _cities_agreed(meeting: Meeting) -> list[City]:
    return list(City.objects.filter(agenda_consents__meeting=meeting))


def _note(by: Member, meeting: Meeting, before: list[City], comment: str = "") -> None:
    changed = {"agenda_consents": [plain(before), plain(_cities_agreed(meeting))]}
    keep_changes(by=by, record=meeting, changes={}, rows=changed, comment=comment)
