"""Prints a report: its parts are laid out one by one, then bound when the pages of all are known."""

from collections.abc import Sequence

from committee.printing.content import Report
from committee.printing.layout import chapter_html, cover_html, front_html, language_tag
from committee.printing.pdf import Pdf, bound, own_files
from committee.typesetting.attachments import Attachment
from committee.typesetting.binding import Part
from committee.typesetting.conformance import Title
from committee.typesetting.engine import lay_out
from committee.typesetting.sheets import Sheets


def print_report(report: Report, *, attachments: Sequence[Attachment] = (), identifier: str = "") -> Pdf:
    """Return the report as PDF; the same content and attachments give the same bytes.

    Args:
        identifier: the number of a published edition, written into the file's own description.
    """
    cover = _laid_out(cover_html(report), "cover")
    chapters = [
        _laid_out(chapter_html(report, number), f"c{number}") for number in range(1, len(report.sections) + 1)
    ]
    front = _front(report, cover, chapters)
    parts = [Part(cover, is_numbered=False), Part(front), *map(Part, chapters)]
    title = Title(
        title=str(report.cover.title),
        author=str(report.cover.committee),
        language=language_tag(report),
        made_on=report.made_on,
        identifier=identifier,
    )
    return bound(parts, title, attachments)


def _front(report: Report, cover: Sheets, chapters: Sequence[Sheets]) -> Sheets:
    """Lay out the contents until their own length agrees with the page numbers in them."""
    length = 1
    while True:
        front = _laid_out(front_html(report, _pages(cover.pages + length, chapters)), "front")
        if front.pages == length:
            return front
        length = front.pages


def _pages(before: int, chapters: Sequence[Sheets]) -> dict[str, int]:
    """Return on which page of the book each anchor stands, from 1."""
    pages: dict[str, int] = {}
    for sheets in chapters:
        pages |= {name: before + place.page + 1 for name, place in sheets.places.items()}
        before += sheets.pages
    return pages


def _laid_out(html: str, name: str) -> Sheets:
    return lay_out(html, own_files(), name=name)
