"""A report as DOCX: real styles, headings, captions and tables, for Word, WPS and LibreOffice."""

import datetime
import io
from functools import singledispatchmethod
from typing import Any

from django.utils.translation import override
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from committee.office_files.docx_elements import (
    Element,
    bookmark,
    element,
    field,
    link,
    numbering,
    paragraph,
    runs,
    shown,
    table,
)
from committee.office_files.docx_styles import NUMBERED, OTHER_NUMBERS, set_styles
from committee.office_files.drawings import shown_picture
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
    Style,
)
from committee.office_files.packing import packed, parts_of
from committee.office_files.setting import manuscript_of
from committee.printing.content import Report

SEQUENCES = {"table": "Table", "chart": "Figure"}


def docx_of(report: Report) -> bytes:
    """Return the report as a DOCX file; the same content gives the same bytes."""
    manuscript = manuscript_of(report)
    with override(report.language):
        file = _Docx(manuscript, report).saved()
    return packed(parts_of(file))


def number(heading: Heading) -> list[Element]:
    """Return the number of a heading as the contents show it."""
    return [shown(f"{heading.number}  ")] if heading.number else []


class _Docx:
    def __init__(self, manuscript: Manuscript, report: Report) -> None:
        self.manuscript = manuscript
        self.report = report
        self.language = manuscript.language
        self.document: Any = Document()
        self.bookmarks = 0

    def saved(self) -> bytes:
        set_styles(self.document, self.language)
        self._describe()
        self._set_pages()
        for part in self.manuscript.cover:
            self._add(part)
        self._add_contents()
        for part in (*self.manuscript.reading, *self.manuscript.body):
            self._add(part)
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _describe(self) -> None:
        """Say what the file is; its dates are the report's, so that the same content stays the same file."""
        properties = self.document.core_properties
        made = datetime.datetime.combine(self.report.made_on, datetime.time(), datetime.UTC)
        properties.title = self.manuscript.title[:255]
        properties.author = properties.last_modified_by = self.manuscript.author[:255]
        properties.language = self.language
        properties.created = properties.modified = made
        properties.revision, properties.comments, properties.keywords = 1, "", ""
        relations = self.document.part.package.rels
        for number in [n for n, each in relations.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del relations[number]  # a picture of the library's empty page

    def _set_pages(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(MARGIN_MM)
        section.top_margin = section.bottom_margin = Mm(MARGIN_ABOVE_MM)
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].add_run(self.manuscript.title)
        footer = section.footer.paragraphs[0]._p
        footer.get_or_add_pPr().append(element("jc", val="right"))
        footer.extend([*field("PAGE", [shown("1")]), shown(" / "), *field("NUMPAGES", [shown("1")])])

    def _add_contents(self) -> None:
        """A field of linked entries: the program adds the page numbers, which only it knows."""
        heading = paragraph(Style.FRONT_HEADING, shown(self.manuscript.contents_title))
        heading.pPr.append(element("pageBreakBefore"))
        self._append(heading)
        entries = [
            paragraph(style, link(heading.key, [*number(heading), *runs(heading.words, self.language)]))
            for style, heading in self.manuscript.contents
        ]
        if entries:
            begin, code, separate, end = field('TOC \\o "1-2" \\h \\z \\u', [])
            begin[0].set(qn("w:dirty"), "true")
            for place, mark in enumerate((begin, code, separate), start=1):
                entries[0].insert(place, mark)
            entries[-1].append(end)
        for entry in entries:
            self._append(entry)

    @singledispatchmethod
    def _add(self, part: Part) -> None:
        raise TypeError(part)

    @_add.register
    def _line(self, part: Line) -> None:
        self._append(paragraph(part.style, *runs(part.words, self.language)))

    @_add.register
    def _heading(self, part: Heading) -> None:
        self.bookmarks += 1
        words = bookmark(self.bookmarks, part.key, runs(part.words, self.language))
        made = paragraph(part.style, *words)
        if part.level <= len(NUMBERED) and part.place in OTHER_NUMBERS:
            made.pPr.append(numbering(part.level, OTHER_NUMBERS[part.place]))
        self._append(made)

    @_add.register
    def _caption(self, part: Caption) -> None:
        number: list[Element] = []
        if part.number is not None:
            code = f"SEQ {SEQUENCES[part.kind]} \\* ARABIC"
            number = [shown(f"{part.label} "), *field(code, [shown(str(part.number))]), shown(". ")]
        self._append(paragraph(Style.CAPTION, *number, *runs(part.words, self.language)))

    @_add.register
    def _grid(self, part: Grid) -> None:
        self._append(table(part, self.language))
        # Two tables that touch would become one.
        self._append(paragraph(Style.AFTER_TABLE))

    @_add.register
    def _drawing(self, part: Drawing | Photograph) -> None:
        picture = shown_picture(part, self.report.language)
        size = Mm(picture.width), Mm(picture.height)
        inline = self.document.part.new_pic_inline(io.BytesIO(picture.body), *size)
        inline.docPr.set("descr", part.alt)
        self._append(paragraph(Style.PLAIN, element("r", element("drawing", inline))))

    def _append(self, made: Element) -> None:
        self.document.element.body.sectPr.addprevious(made)
