"""Joins parts that were laid out on their own into one file: pages, structure, outline, links, numbers."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from committee.typesetting.attachments import Attachment, attach
from committee.typesetting.conformance import Title, declare
from committee.typesetting.own_files import HOME
from committee.typesetting.page_numbers import PageNumbers
from committee.typesetting.sheets import Heading, Place, Sheets
from committee.typesetting.structure import join_structures

# A link from one part into another: the engine takes it for one that leads out of the document.
ELSEWHERE = f"{HOME}/elsewhere"
PRINTED = 4


@dataclass(frozen=True)
class Part:
    """Pages to be bound; a cover counts as a page and carries no number."""

    sheets: Sheets
    is_numbered: bool = True


def bind(
    parts: Sequence[Part], *, title: Title, numbers: PageNumbers, attachments: Sequence[Attachment] = ()
) -> bytes:
    """Return the book as one file that is PDF/UA-1 and PDF/A-3a; the same parts give the same bytes."""
    book = Pdf.new()
    sources = [Pdf.open(io.BytesIO(part.sheets.file)) for part in parts]
    for source in sources:
        book.pages.extend(source.pages)
    first_pages = _first_pages(parts)
    join_structures(book, sources, first_pages)
    _make_outline(book, parts, first_pages)
    _name_places(book, parts, first_pages)
    _lead_links_home(book)
    for part, first in zip(parts, first_pages, strict=True):
        if part.is_numbered:
            numbers.stamp(book, range(first, first + part.sheets.pages))
    attach(book, attachments, title.made_on)
    declare(book, title)
    file = io.BytesIO()
    book.save(
        file,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        force_version="1.7",
        fix_metadata_version=False,
    )
    return file.getvalue()


def _first_pages(parts: Sequence[Part]) -> list[int]:
    first, firsts = 0, []
    for part in parts:
        firsts.append(first)
        first += part.sheets.pages
    return firsts


def _destination(book: Pdf, first: int, place: Place) -> Array:
    page = book.pages[first + place.page].obj
    return Array([page, Name.XYZ, round(place.x, 3), round(place.y, 3), 0])


def _make_outline(book: Pdf, parts: Sequence[Part], first_pages: Sequence[int]) -> None:
    def entry(heading: Heading, first: int) -> pikepdf.OutlineItem:
        item = pikepdf.OutlineItem(heading.title, _destination(book, first, heading.place))
        item.children.extend(entry(each, first) for each in heading.below)
        return item

    with book.open_outline() as outline:
        for part, first in zip(parts, first_pages, strict=True):
            outline.root.extend(entry(heading, first) for heading in part.sheets.headings)


def _name_places(book: Pdf, parts: Sequence[Part], first_pages: Sequence[int]) -> None:
    named = {
        name: _destination(book, first, place)
        for part, first in zip(parts, first_pages, strict=True)
        for name, place in part.sheets.places.items()
    }
    if named:
        pairs = [each for name in sorted(named) for each in (String(name), named[name])]
        book.Root.Names = Dictionary(Dests=book.make_indirect(Dictionary(Names=Array(pairs))))


def _lead_links_home(book: Pdf) -> None:
    """Turn links into other parts into links to the places named there; each is printed, as PDF/A asks."""
    for page in book.pages:
        for link in page.obj.get(Name.Annots, []):
            link.F = PRINTED
            address = str(link.A.URI) if Name.A in link else ""
            if address.startswith(f"{ELSEWHERE}#"):
                del link.A
                link.Dest = String(address.removeprefix(f"{ELSEWHERE}#"))
