"""What the page of an outline shows to a secretariat."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from committee.history.models import HistoryEntry
from committee.report_outlines.models import OutlineSection, ReportOutline
from committee.report_outlines.outline import frozen_report, sections_of
from committee.report_outlines.rules import said_of_frozen

PLACES: dict[str, Promise] = {
    "front": pgettext_lazy("in a report", "Before the chapters"),
    "main": pgettext_lazy("in a report", "Chapters"),
    "annex": pgettext_lazy("in a report", "Annexes"),
}


@dataclass(frozen=True)
class Entry:
    section: OutlineSection
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Group:
    """Sections that change places among each other."""

    place: str
    heading: Promise
    entries: list[Entry]


def shown_of(meeting: Any) -> dict[str, Any]:
    report = frozen_report(meeting)
    outline = ReportOutline.objects.filter(meeting=meeting.pk).select_related("meeting").first()
    return {
        "meeting": meeting,
        "report": report,
        "frozen": said_of_frozen(report) if report else "",
        "groups": _groups(sections_of(meeting.pk)),
        "languages": settings.LANGUAGES,
        "outline": outline,
        "history": HistoryEntry.objects.about(outline) if outline else HistoryEntry.objects.none(),
    }


def _groups(sections: list[OutlineSection]) -> list[Group]:
    by_place = {place: [each for each in sections if each.place == place] for place in PLACES}
    return [Group(place, heading, _entries(by_place[place])) for place, heading in PLACES.items()]


def _entries(sections: list[OutlineSection]) -> list[Entry]:
    last = len(sections) - 1
    return [Entry(each, place == 0, place == last) for place, each in enumerate(sections)]
