"""Prints a report: its parts are laid out on their own, then bound when the pages of all are known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, islice

from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.printing.content import Report, Section
from committee.printing.contents import likely_length
from committee.printing.kept_sheets import keep, kept
from committee.printing.layout import CLOSEST, chapter_html, cover_html, front_html, language_tag
from committee.printing.lengths import is_short_annex
from committee.printing.pdf import Pdf, bound, in_own_letters, own_files
from committee.printing.photographs import pictures_of
from committee.printing.snapshot import walk
from committee.typesetting.attachments import Attachment
from committee.typesetting.binding import Part
from committee.typesetting.conformance import Title
from committee.typesetting.jobs import Job
from committee.typesetting.sheets import Sheets
from committee.typesetting.workshop import NotLaidOut, lay_out_here, lay_out_together

COVER, FRONT = "cover", "front"
# As many values are printed in about the time in which other processes start.
WORTH_OTHER_PROCESSES = 3000


class Watch:
    """Hears how far a print is; what it raises stops the print at once."""

    def begins(self, part: str) -> None:
        """A part, named by its heading, is drawn and handed to be laid out."""

    def ends(self, part: str) -> None:
        """A part is laid out."""

    def looks(self) -> None:
        """Called about twice a second."""


@dataclass(frozen=True)
class Leaf:
    """A part before it is laid out; `html` draws its charts, its content names its photographs."""

    name: str
    heading: str
    html: Callable[[], str]
    content: object = None
    # Set ever closer, to be tried one after the other until it stands on one page.
    closer: tuple[Callable[[], str], ...] = ()

    def job(self) -> Job:
        return Job(self.name, in_own_letters(self.html()), own_files(pictures_of(self.content)))


def print_report(
    report: Report,
    *,
    attachments: Sequence[Attachment] = (),
    identifier: str = "",
    watch: Watch | None = None,
    anew: bool = False,
) -> Pdf:
    """Return the report as PDF; the same content and attachments give the same bytes.

    Args:
        identifier: the number of a published edition, written into the file's own description.
        anew: whether every part is laid out again, also one that was laid out before.

    Raises:
        ChartNotDrawn, NotLaidOut: `watch` heard last of the part that caused it.
    """
    watch = watch or Watch()
    leaves = leaves_of(report)
    sheets = _laid_out(leaves, watch, is_long=_is_long(report), anew=anew)
    sheets |= {leaf.name: _on_one_page(leaf, sheets[leaf.name], watch, anew=anew) for leaf in leaves}
    cover, *chapters = (sheets[leaf.name] for leaf in leaves)
    front = _front(report, cover, chapters, watch, anew=anew)
    parts = [Part(cover, is_numbered=False), Part(front), *map(Part, chapters)]
    title = Title(
        title=in_own_letters(str(report.cover.title)),
        author=in_own_letters(str(report.cover.committee)),
        language=language_tag(report),
        made_on=report.made_on,
        identifier=identifier,
    )
    return bound(parts, title, attachments)


def leaves_of(report: Report) -> list[Leaf]:
    """Return cover and chapters; the contents follow when their pages are known."""
    return [Leaf(COVER, str(report.cover.title), partial(cover_html, report)), *_chapters(report)]


def _chapters(report: Report) -> Iterator[Leaf]:
    """Yield each chapter by itself; short annexes one behind the other, so that no page stays half empty."""
    numbered = enumerate(report.sections, start=1)
    for is_short, run in groupby(numbered, key=lambda each: is_short_annex(each[1])):
        if is_short:
            yield _chapter(report, *run)
        else:
            yield from (_chapter(report, each) for each in run)


def _chapter(report: Report, *numbered: tuple[int, Section]) -> Leaf:
    numbers, sections = zip(*numbered, strict=True)
    html = partial(chapter_html, report, *numbers)
    closer = [partial(html, closeness=each) for each in range(1, CLOSEST + 1)]
    heading = " · ".join(str(section.heading) for section in sections)
    may_be_closer = any(section.on_one_page for section in sections)
    return Leaf(f"c{numbers[0]}", heading, html, sections, tuple(closer) if may_be_closer else ())


def _laid_out(
    leaves: Sequence[Leaf], watch: Watch, *, is_long: bool, anew: bool = False
) -> dict[str, Sheets]:
    headings = {leaf.name: leaf.heading for leaf in leaves}
    sheets: dict[str, Sheets] = {}
    asked: dict[str, Job] = {}

    def missing() -> Iterator[Job]:
        for leaf in leaves:
            watch.begins(leaf.heading)
            asked[leaf.name] = job = leaf.job()
            if before := None if anew else kept(job):
                sheets[leaf.name] = before
                watch.ends(leaf.heading)
            else:
                yield job

    lay_out = lay_out_together if is_long else lay_out_here
    try:
        for name, pages in lay_out(missing(), watch.looks):
            keep(asked[name], pages)
            sheets[name] = pages
            watch.ends(headings[name])
    except NotLaidOut as error:
        watch.begins(headings[error.name])
        raise
    return sheets


def _on_one_page(leaf: Leaf, sheets: Sheets, watch: Watch, *, anew: bool) -> Sheets:
    """Return the first setting that leaves the part on one page; where none does, the usual one."""
    for html in leaf.closer if sheets.pages > 1 else ():
        closer = _laid_out([replace(leaf, html=html)], watch, is_long=False, anew=anew)[leaf.name]
        if closer.pages == 1:
            return closer
    return sheets


def _front(report: Report, cover: Sheets, chapters: Sequence[Sheets], watch: Watch, *, anew: bool) -> Sheets:
    """Lay out the contents until their own length agrees with the page numbers in them."""
    with override(report.language):
        heading = _("Contents")
    length = likely_length(report)
    while True:
        pages = _pages(cover.pages + length, chapters)
        leaf = Leaf(FRONT, heading, partial(front_html, report, pages))
        front = _laid_out([leaf], watch, is_long=False, anew=anew)[FRONT]
        if front.pages == length:
            return front
        length = front.pages


def _pages(before: int, chapters: Sequence[Sheets]) -> Mapping[str, int]:
    """Return on which page of the book each anchor stands, from 1."""
    pages: dict[str, int] = {}
    for sheets in chapters:
        pages |= {name: before + place.page + 1 for name, place in sheets.places.items()}
        before += sheets.pages
    return pages


def _is_long(report: Report) -> bool:
    return next(islice(walk(report), WORTH_OTHER_PROCESSES, None), None) is not None
