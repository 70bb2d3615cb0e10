"""What a delegation book consists of, chapter by chapter, as one city may read it.

Every chapter is asked of the day on which the book is made, with the book's language switched on. Only what
the whole city may read goes in: its own positions and drafts, what the other one has released or announced,
and papers for both or for this city.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from committee.agendas.models import AgendaItem
from committee.commitments.models import Commitment
from committee.commitments.report_section import TONES
from committee.commitments.thread import standing_of
from committee.delegation_books.people import contacts, people
from committee.delegations.models import Delegation
from committee.documents.attachments import Attachment
from committee.documents.models import Document
from committee.positions.held import Held, Subject, held_on
from committee.printing.content import (
    Block,
    Column,
    Facts,
    Lines,
    Listing,
    Paragraph,
    Row,
    Section,
    Status,
    Subsection,
    Table,
)
from committee.programmes.timetable import Day, timetable


@dataclass(frozen=True)
class Chapter:
    code: str
    title: str | Promise
    says: Callable[[Delegation, datetime.date], tuple[Block, ...]]

    def section(self, delegation: Delegation, on: datetime.date) -> Section:
        nothing = (Paragraph(_("Nothing is recorded yet."), manner="nothing"),)
        return Section(str(self.title), self.says(delegation, on) or nothing)


def programme(delegation: Delegation, _on: datetime.date) -> tuple[Block, ...]:
    meeting = delegation.meeting
    days = timetable(meeting, meeting.programme.prefetch_related("cities"))
    return tuple(Subsection(date_format(day.day), (_day(day),)) for day in days)


def agenda(delegation: Delegation, _on: datetime.date) -> tuple[Block, ...]:
    """The agreed agenda with notes, the titles of papers, and the positions on each point."""
    items = delegation.meeting.agenda.in_order().select_related("subcommittee")
    papers = _papers(items, delegation)
    return tuple(
        Subsection(
            held.subject.title,
            _point(held, papers.get(held.subject.pk, []), delegation),
            illustrative=held.subject.is_illustrative,
        )
        for held in held_on(items, delegation.city, by="agenda_item")
    )


def open_commitments(delegation: Delegation, on: datetime.date) -> tuple[Block, ...]:
    """What was open when the book was made and how it stood, by subcommittee, with both positions."""
    promised = Commitment.objects.open_on(on).with_standing(on)
    promised = promised.select_related("agreement", "subcommittee", "city").order_by(
        "subcommittee__position", "subcommittee", "due_on", "pk"
    )
    if delegation.meeting.subcommittee_id:
        promised = promised.filter(subcommittee=delegation.meeting.subcommittee_id)
    held = held_on(promised, delegation.city, by="commitment")
    return tuple(
        Subsection(subcommittee.name, tuple(_commitment(each, delegation) for each in group))
        for subcommittee, group in groupby(held, key=attrgetter("subject.subcommittee"))
    )


CHAPTERS = (
    Chapter("programme", gettext_lazy("Programme"), programme),
    Chapter("agenda", gettext_lazy("Agenda"), agenda),
    Chapter("commitments", gettext_lazy("Open commitments"), open_commitments),
    Chapter("people", gettext_lazy("Delegations"), people),
    Chapter("contacts", gettext_lazy("Contacts of the secretariats"), contacts),
)


def _day(day: Day) -> Table:
    return Table(
        _("Programme of %(day)s") % {"day": date_format(day.day)},
        (
            Column(_("Time"), share=5),
            Column(_("Entry"), share=7),
            Column(pgettext("where something is held", "Place"), share=6),
            Column(_("Delegations"), share=3),
        ),
        tuple(
            Row(
                (
                    Lines(slot.times),
                    Lines((slot.entry.title, capfirst(slot.entry.get_kind_display()))),
                    slot.entry.place or "—",
                    Lines(tuple(city.name for city in slot.cities)),
                ),
                illustrative=slot.entry.is_illustrative,
            )
            for slot in day.slots
        ),
        is_numbered=False,
    )


def _papers(items: QuerySet[AgendaItem], delegation: Delegation) -> dict[int, list[Document]]:
    """Return by agenda item what everybody of the city may read of its papers."""
    readable = Document.objects.readable_throughout(delegation.city)
    attached = Attachment.objects.filter(
        record_type=ContentType.objects.get_for_model(AgendaItem), record_id__in=items, document__in=readable
    )
    found: dict[int, list[Document]] = {}
    for attachment in attached.select_related("document").order_by("pk"):
        found.setdefault(attachment.record_id, []).append(attachment.document)
    return found


def _point(held: Held[AgendaItem], papers: list[Document], delegation: Delegation) -> tuple[Block, ...]:
    item = held.subject
    group = item.subcommittee.name if item.subcommittee else _("the whole committee")
    blocks: list[Block] = [Facts(((_("Subcommittee"), group),))]
    if item.notes:
        blocks.append(Paragraph(item.notes))
    if papers:
        blocks += [Paragraph(_("Papers"), manner="note"), Listing(tuple(paper.title for paper in papers))]
    return (*blocks, *_positions(held, delegation))


def _commitment(held: Held[Commitment], delegation: Delegation) -> Subsection:
    promised = held.subject
    standing = standing_of(promised)
    facts = Facts(
        (
            (_("Promised by"), promised.city.name if promised.city else promised.get_promisor_display()),
            (_("Agreement"), promised.agreement.title),
            (_("Due on"), date_format(promised.due_on) if promised.due_on else "—"),
            (_("State"), Status(str(standing.label), TONES[standing])),
        )
    )
    described = (Paragraph(promised.description),) if promised.description else ()
    return Subsection(
        promised.title,
        (facts, *described, *_positions(held, delegation)),
        illustrative=promised.is_illustrative,
    )


def _positions(held: Held[Subject], delegation: Delegation) -> tuple[Block, ...]:
    """What the cities think, in the order of protocol; nothing is said of what was not released."""
    blocks: list[Block] = []
    for position in held.in_order(delegation.meeting.host_id):
        of_city = _("Position of %(city)s") % {"city": position.city.name.plain}
        blocks.append(Subsection(of_city, (Paragraph(position.text),)))
    return tuple(blocks)
