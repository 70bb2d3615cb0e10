"""What the report says of the delegations to its meeting: who led them, and who was there."""

from collections.abc import Iterator, Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from committee.cities.protocol import INTRODUCED
from committee.delegations.attendance import Turnout, turnouts
from committee.delegations.models import Delegate, Delegation
from committee.meetings.models import Meeting
from committee.printing.content import Cell, Column, Lines, Row, Scope, Section, Table


def delegations(scope: Scope) -> Section | None:
    """None where no city has announced its delegation: a draft is nobody else's business."""
    meeting = Meeting.objects.get(pk=scope.meeting_id)
    announced = turnouts(meeting, Delegation.objects.announced().filter(meeting=meeting).in_full())
    if not announced:
        return None
    announced.sort(key=lambda each: scope.city_ids.index(each.city.pk))
    blocks = (_figures(announced), *(_people(each) for each in announced))
    return Section(_("Delegations"), blocks, place="annex")


def _figures(announced: list[Turnout]) -> Table:
    return Table(
        _("Attendance by city"),
        (
            Column(_("City"), share=3),
            *(Column(heading, align="end") for heading in _headings()),
        ),
        tuple(
            Row((each.city.name, *map(str, _counted(each))), illustrative=each.delegation.is_illustrative)
            for each in announced
        ),
    )


def _headings() -> tuple[str, ...]:
    return (_("Named"), _("Present"), _("Substituted"), _("Absent"), _("Not taken yet"))


def _counted(each: Turnout) -> tuple[int, ...]:
    return each.named, each.present, each.substituted, each.absent, each.expected


def _people(each: Turnout) -> Table:
    """Name each person in columns as the language orders name, title and organisation."""
    headings = {"name": _("Name"), "title": _("Job title"), "organisation": _("Organisation")}
    order = INTRODUCED[get_language() or "en"]
    delegates = each.delegation.delegates.all()
    return Table(
        str(each.delegation),
        (
            Column(_("No."), share=2),
            *(Column(headings[part], share=5, key=part) for part in order),
            Column(_("Attendance"), share=5),
        ),
        tuple(
            Row(
                (str(number), *_introduction(delegate, order), _attendance(delegate)),
                illustrative=delegate.is_illustrative,
            )
            for number, delegate in enumerate(delegates, start=1)
        ),
    )


def _introduction(delegate: Delegate, order: Sequence[str]) -> Iterator[Cell]:
    """Yield the parts in their order; of the head, the name says so."""
    for part in order:
        said = getattr(delegate, part) or "—"
        is_head = part == "name" and delegate.is_head
        yield Lines((said, _("Head of the delegation"))) if is_head else said


def _attendance(delegate: Delegate) -> Lines:
    came_instead = (delegate.substitute,) if delegate.substitute else ()
    return Lines((delegate.get_attendance_display(), *came_instead))
