"""A report as HWPX for Hancom: real styles, outline levels, tables that repeat their heads."""

from functools import singledispatchmethod
from typing import Any

from django.utils.translation import override
from hwpx import HwpxDocument

from committee.office_files.drawings import shown_picture
from committee.office_files.hwpx_elements import (
    PARAGRAPHS,
    UNITS_A_MM,
    Element,
    number_ids,
    paragraph,
    run,
    runs,
    table,
    text,
)
from committee.office_files.hwpx_fields import contents, page_of_pages
from committee.office_files.hwpx_styles import BULLET, Shapes
from committee.office_files.looks import MARGIN_ABOVE_MM, MARGIN_MM
from committee.office_files.manuscript import (
    Caption,
    Drawing,
    Grid,
    Heading,
    Line,
    Manuscript,
    Part,
    Photograph,
    Run,
    Style,
)
from committee.office_files.packing import packed, parts_of
from committee.office_files.setting import manuscript_of
from committee.printing.content import Report

MIMETYPE = "mimetype"  # comes first and uncompressed, so that the kind of file is seen at once
MANIFEST = "Contents/content.hpf"
STORY_MM = 10  # the height of a header, which here stands between the margin and the text
TEMPLATE_LANGUAGE = b"<opf:language>ko</opf:language>"


def hwpx_of(report: Report) -> bytes:
    """Return the report as a HWPX file; the same content gives the same bytes."""
    manuscript = manuscript_of(report)
    with override(report.language):
        parts = parts_of(_Hwpx(manuscript, report).saved())
    spoken = f"<opf:language>{manuscript.language}</opf:language>".encode()
    parts[MANIFEST] = parts[MANIFEST].replace(TEMPLATE_LANGUAGE, spoken)
    first = {MIMETYPE: parts.pop(MIMETYPE)}
    return packed(first | parts, as_they_are=(MIMETYPE,))


class _Hwpx:
    def __init__(self, manuscript: Manuscript, report: Report) -> None:
        self.manuscript = manuscript
        self.report = report
        self.document = HwpxDocument.new()
        self.shapes = Shapes(self.document, manuscript.language)
        self.section: Any = self.document.sections[0]
        self.tables = 0

    def saved(self) -> bytes:
        """Return the file; the library looks through it and refuses what the program would not open."""
        self._describe()
        self._set_pages()
        first, *cover = self.manuscript.cover
        self._begin(first)
        for part in cover:
            self._add(part)
        entries = self.manuscript.contents
        self._append(*contents(self.shapes, self.manuscript.contents_title, entries))
        for part in (*self.manuscript.reading, *self.manuscript.body):
            self._add(part)
        number_ids(self.section.element)
        self.section.mark_dirty()
        return self.document.to_bytes()

    def _describe(self) -> None:
        """Say what the file is; its dates are the report's, so that the same content stays the same file."""
        moment = f"{self.report.made_on.isoformat()}T00:00:00Z"
        parts = self.document.parts
        parts.clear_document_metadata(keep=("title", "language"), timestamp=moment)
        parts.set_document_metadata(
            title=self.manuscript.title,
            creator=self.manuscript.author,
            created_date=moment,
            modified_date=moment,
        )
        parts.clear_preview()  # a picture of the library's empty page

    def _set_pages(self) -> None:
        page = self.document.page
        page.setup(
            margin_left_mm=MARGIN_MM,
            margin_right_mm=MARGIN_MM,
            margin_top_mm=MARGIN_ABOVE_MM - STORY_MM,
            margin_bottom_mm=MARGIN_ABOVE_MM - STORY_MM,
            header_margin_mm=STORY_MM,
            footer_margin_mm=STORY_MM,
        )
        page.set_visibility(hide_first_header=True, hide_first_footer=True)
        page.set_header(text=self.manuscript.title)
        page.set_footer(text="/")
        title = (Run(self.manuscript.title, self.manuscript.language),)
        for kind in ("header", "footer"):
            for story in self.section.element.iter(f"{PARAGRAPHS}{kind}"):
                (old,) = story.iter(f"{PARAGRAPHS}p")
                head = paragraph(self.shapes, Style.HEADER, *runs(self.shapes, Style.HEADER, title))
                old.getparent().replace(old, head if kind == "header" else page_of_pages(self.shapes))

    def _begin(self, part: Part) -> None:
        """Set the first line into the paragraph that holds the section's own properties."""
        assert isinstance(part, Line), "a cover begins with the committee's name"
        (first,) = self.section.element.findall(f"{PARAGRAPHS}p")
        _properties, *others = first
        for other in others:
            first.remove(other)
        made = paragraph(self.shapes, part.style, *runs(self.shapes, part.style, part.words))
        first.extend(list(made))
        for name in ("paraPrIDRef", "styleIDRef"):
            first.set(name, made.get(name))

    @singledispatchmethod
    def _add(self, part: Part) -> None:
        raise TypeError(part)

    @_add.register
    def _line(self, part: Line) -> None:
        before = (
            [run(self.shapes[part.style].characters, text(f"{BULLET} "))] if part.style == Style.ITEM else []
        )
        words = runs(self.shapes, part.style, part.words)
        self._append(paragraph(self.shapes, part.style, *before, *words))

    @_add.register
    def _heading(self, part: Heading) -> None:
        words = runs(self.shapes, part.style, part.words)
        if part.place == "main":
            self._append(paragraph(self.shapes, part.style, *words, key=part.key))
            return
        # The program's own numbering knows no letters and leaves out no chapter.
        number = [run(self.shapes[part.style].characters, text(f"{part.number} "))] if part.number else []
        shape = self.shapes.unnumbered(part.style)
        self._append(paragraph(self.shapes, part.style, *number, *words, key=part.key, shape=shape))

    @_add.register
    def _caption(self, part: Caption) -> None:
        number = f"{part.label} {part.number}. " if part.number is not None else ""
        label = [run(self.shapes[Style.CAPTION].characters, text(number))] if number else []
        words = runs(self.shapes, Style.CAPTION, part.words)
        self._append(paragraph(self.shapes, Style.CAPTION, *label, *words))

    @_add.register
    def _grid(self, part: Grid) -> None:
        self.tables += 1
        self._append(table(self.shapes, part, f"table-{self.tables}"))

    @_add.register
    def _drawing(self, part: Drawing | Photograph) -> None:
        picture, shape = shown_picture(part, self.report.language), self.shapes[Style.PLAIN]
        made: Any = self.document.add_picture(
            picture.body,
            picture.kind,
            width=round(picture.width * UNITS_A_MM),
            height=round(picture.height * UNITS_A_MM),
            para_pr_id_ref=shape.paragraph,
            style_id_ref=shape.style,
            char_pr_id_ref=shape.characters,
        )
        made.element.find(f"{PARAGRAPHS}shapeComment").text = part.alt

    def _append(self, *made: Element) -> None:
        self.section.element.extend(made)
