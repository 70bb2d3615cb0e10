"""The people in a delegation book: both delegations, and whom to ask at the secretariats."""

import datetime
from operator import attrgetter

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.cities.protocol import INTRODUCED, in_protocol_order
from committee.delegations.models import Delegate, Delegation
from committee.members.models import Member, Post, Role
from committee.printing.content import Block, Column, Paragraph, Row, Subsection, Table

SHARES = {"name": 4, "title": 5, "organisation": 6}


def people(delegation: Delegation, _on: datetime.date) -> tuple[Block, ...]:
    """The own delegation and the other city's, if that one was announced, in the order of protocol."""
    visible = Delegation.objects.filter(meeting=delegation.meeting).visible_in(delegation.city).in_full()
    in_order = in_protocol_order(visible, host_id=delegation.meeting.host_id)
    return tuple(
        Subsection(each.city.name, _delegation(each), illustrative=each.is_illustrative) for each in in_order
    )


def contacts(delegation: Delegation, on: datetime.date) -> tuple[Block, ...]:
    cities = in_protocol_order(
        City.objects.all(), host_id=delegation.meeting.host_id, city_id=attrgetter("pk")
    )
    return tuple(Subsection(city.name, (_secretariat(city, on),)) for city in cities)


def _delegation(delegation: Delegation) -> tuple[Block, ...]:
    delegates = list(delegation.delegates.all())
    if not delegates:
        return (Paragraph(_("Nobody is named yet."), manner="nothing"),)
    order = INTRODUCED[get_language() or "en"]
    headings = {"name": _("Name"), "title": _("Job title"), "organisation": _("Organisation")}
    table = Table(
        str(delegation),
        (Column(_("No.")), *(Column(headings[part], share=SHARES[part]) for part in order)),
        tuple(_delegate(number, delegate, order) for number, delegate in enumerate(delegates, start=1)),
        is_numbered=False,
    )
    head = Paragraph(_("No. 1 is the head of the delegation."), manner="note")
    draft = Paragraph(_("Not announced to the other city yet."), manner="note")
    return (table, head) if delegation.is_announced else (table, head, draft)


def _delegate(number: int, delegate: Delegate, order: tuple[str, ...]) -> Row:
    parts = (getattr(delegate, part) or "—" for part in order)
    return Row((str(number), *parts), illustrative=delegate.is_illustrative)


def _secretariat(city: City, on: datetime.date) -> Table:
    held = Post.objects.filter(role=Role.SECRETARIAT, city=city, member__is_active=True)
    found = Member.objects.filter(pk__in=held.held_on(on).values("member"))
    return Table(
        _("Secretariat of %(city)s") % {"city": city.name.plain},
        (Column(_("Name"), share=4), Column(_("Job title"), share=5), Column(_("E-mail"), share=6)),
        tuple(
            Row((member.name, member.title or "—", member.email or "—"), illustrative=member.is_illustrative)
            for member in found.order_by("pk")
        ),
        is_numbered=False,
    )
