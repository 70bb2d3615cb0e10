"""The agenda of a meeting as its page shows it: in order, with where each item stands."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from committee.agendas.consents import fingerprint, stood_at
from committee.agendas.models import AgendaConsent, AgendaItem
from committee.agendas.permissions import (
    may_agree,
    may_answer_item,
    may_edit_item,
    may_move_item,
    may_propose_item,
)
from committee.cities.models import City
from committee.documents.attached import documents_of_each
from committee.documents.models import Document
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.subcommittees.models import Subcommittee

State = AgendaItem.State


@dataclass(frozen=True)
class Entry:
    """One item: its number, its papers, whose turn it is, and what the reader may do."""

    item: AgendaItem
    documents: list[Document]
    number: int | None
    turn: str
    is_added_after: bool
    may_edit: bool
    may_answer: bool
    may_move_up: bool
    may_move_down: bool
    may_add_document: bool


@dataclass(frozen=True)
class Group:
    """What concerns one subcommittee, or the whole committee."""

    subcommittee: Subcommittee | None
    entries: list[Entry]


@dataclass(frozen=True)
class Agenda:
    groups: list[Group]
    consents: list[AgendaConsent]
    agreed_at: datetime.datetime | None
    fingerprint: str
    may_propose: bool
    may_agree: bool
    may_open: bool


def agenda_of(meeting: Meeting, reader: Member) -> Agenda:
    """Return the agenda in a fixed number of queries."""
    cities = list(City.objects.all())
    consents = list(AgendaConsent.objects.filter(meeting=meeting).select_related("city", "by"))
    agreed_at = max(each.at for each in consents) if consents and len(consents) == len(cities) else None
    return Agenda(
        groups=_groups(_entries(meeting, reader, cities, agreed_at)),
        consents=consents,
        agreed_at=agreed_at,
        fingerprint=fingerprint(meeting),
        may_propose=may_propose_item(reader, meeting),
        may_agree=may_agree(reader, meeting) and reader.city_id not in {each.city_id for each in consents},
        may_open=may_agree(reader, meeting) and bool(consents),
    )


def whose_turn(item: AgendaItem, cities: Iterable[City]) -> str:
    """Say who has to act on an item, or that nobody has."""
    if item.meeting.is_held or item.city is None or item.state == State.ACCEPTED:
        return ""
    if item.state == State.RETURNED:
        return _("%(city)s is to change it or withdraw it.") % {"city": item.city}
    others = " / ".join(str(city) for city in cities if city != item.city)
    return _("%(city)s is to accept it or return it.") % {"city": others}


def _entries(
    meeting: Meeting, reader: Member, cities: Sequence[City], agreed_at: datetime.datetime | None
) -> list[Entry]:
    found = AgendaItem.objects.filter(meeting=meeting).in_order()
    # The action it comes from, whose room stands above, is read along.
    named = ["subcommittee", "city", "answered_by__city", "origin__follow_up"]
    items = list(found.select_related(*named))
    for item in items:
        item.meeting = meeting
    numbers = {item.pk: n for n, item in enumerate((i for i in items if i.state == State.ACCEPTED), start=1)}
    entries = []
    for place, (item, documents) in enumerate(documents_of_each(items, reader)):
        is_fixed = agreed_at is not None and stood_at(item, agreed_at)
        is_open = not is_fixed and not meeting.is_held
        may_move = is_open and may_move_item(reader, item)
        entries.append(
            Entry(
                item=item,
                documents=documents,
                number=numbers.get(item.pk),
                turn=whose_turn(item, cities),
                is_added_after=agreed_at is not None and not is_fixed,
                may_edit=not is_fixed and may_edit_item(reader, item),
                may_answer=may_answer_item(reader, item),
                may_move_up=may_move and _stand_together(items, place - 1, place),
                may_move_down=may_move and _stand_together(items, place, place + 1),
                may_add_document=may_move_item(reader, item),
            )
        )
    return entries


def _stand_together(items: Sequence[AgendaItem], first: int, second: int) -> bool:
    """Whether there are two neighbours of one subcommittee."""
    if first < 0 or second >= len(items):
        return False
    return items[first].subcommittee_id == items[second].subcommittee_id


def _groups(entries: Iterable[Entry]) -> list[Group]:
    groups: dict[int | None, Group] = {}
    for entry in entries:
        group = Group(entry.item.subcommittee, [])
        groups.setdefault(entry.item.subcommittee_id, group).entries.append(entry)
    return list(groups.values())
