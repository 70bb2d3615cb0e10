"""Building one delegation book: its content from the live tables, then what every build does."""

import datetime
from collections.abc import Callable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.cities.models import City
from committee.cities.protocol import in_protocol_order
from committee.delegation_books.chapters import CHAPTERS
from committee.delegation_books.models import DelegationBook
from committee.delegations.models import Delegation
from committee.printing import building
from committee.printing.building import STEPS_AFTER_GATHERING, Building
from committee.printing.content import CityOnCover, Cover, Reading, Report


def build(book_id: int) -> None:
    """Build the book unless another worker does so already; leave it ready, or failed with its reason.

    Raises:
        Exception: what broke the build, after it was recorded, so that the caller's log has the traceback.
    """
    if not building.claim(DelegationBook, book_id, steps=len(CHAPTERS) + STEPS_AFTER_GATHERING):
        return
    book = DelegationBook.objects.for_pages().get(pk=book_id)
    with Building(book) as attempt, override(book.language):
        made_on = timezone.localdate(book.requested_at, book.delegation.city.zone)
        report = gather(book.delegation, book.language, made_on, before_chapter=attempt.gathering)
        attempt.keep_content(report)
        attempt.make_pdf()


def take_up_silent(now: datetime.datetime) -> list[int]:
    """Queue again books that have shown no sign of life; return those a worker should look at."""
    return building.take_up_silent(DelegationBook, now)


def gather(
    delegation: Delegation,
    language: str,
    made_on: datetime.date,
    *,
    before_chapter: Callable[[str], None] = lambda code: None,
) -> Report:
    """Return the content of the book; its language is already switched on."""
    sections = []
    for chapter in CHAPTERS:
        before_chapter(chapter.code)
        sections.append(chapter.section(delegation, made_on))
    return Report(
        language=language,
        made_on=made_on,
        cover=_cover(delegation, made_on),
        sections=tuple(sections),
        reading=_reading(delegation),
    )


def _cover(delegation: Delegation, made_on: datetime.date) -> Cover:
    meeting = delegation.meeting
    cities = list(City.objects.order_by("pk"))
    in_order = in_protocol_order(cities, host_id=meeting.host_id, city_id=lambda city: city.pk)
    date = date_format(meeting.starts_on) if meeting.starts_on else _("not set yet")
    return Cover(
        cities=tuple(CityOnCover(city.name, cities.index(city)) for city in in_order),
        committee=_("%(cities)s Joint Committee")
        % {"cities": _("–").join(city.name.plain for city in in_order)},
        title=_("Delegation book"),
        period=str(delegation),
        facts=(
            (_("Meeting"), meeting.title),
            (_("Host city"), meeting.host.name),
            (_("Date"), date),
            (_("Venue"), meeting.venue or "—"),
            (_("As of"), date_format(made_on)),
        ),
        illustrative=delegation.is_illustrative,
    )


def _reading(delegation: Delegation) -> Reading:
    return Reading(
        _("For this delegation only"),
        (
            _("This book was made for: %(delegation)s.") % {"delegation": delegation},
            _("It holds what the city keeps to itself; hand it on to nobody."),
            _("Of the other city it holds only what that city has announced or released."),
            _("Times stand first in the host city's time, below it in the other city's."),
        ),
    )
