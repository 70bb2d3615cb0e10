import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from committee.languages.wording import Wording
from committee.office_files.docx_file import docx_of
from committee.printing.content import Column, Paragraph, Picture, Row, Table
from committee.printing.photographs import keep_picture
from tests.committee.office_files.reports import (
    HARMLESS,
    LONG,
    hostile_report,
    report_with_annex,
    whole_report,
)
from tests.factories.report import small_report


def opened(report):
    return Document(io.BytesIO(docx_of(report)))


def styled(document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style.name == style]


def test_headings_are_headings_of_their_level():
    document = opened(whole_report())

    assert styled(document, "Heading 1") == ["Air quality"]
    assert styled(document, "Heading 2") == ["Environment"]
    assert styled(document, "Heading 3") == ["Hotline  ◇ illustrative"]


def test_captions_carry_the_numbers_of_the_paper_in_fields():
    document = opened(whole_report())

    assert styled(document, "Caption") == ["Table 1. Means by year", "Chart 1. Mean PM2.5"]
    codes = [each.text.strip() for each in document.element.iter(qn("w:instrText"))]
    assert codes == ['TOC \\o "1-2" \\h \\z \\u', "SEQ Table \\* ARABIC", "SEQ Figure \\* ARABIC"]


def test_the_contents_lead_to_the_headings():
    body = opened(whole_report()).element

    targets = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]

    assert targets == [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))][:2]


def test_heads_of_tables_repeat_and_rows_stay_whole():
    document = opened(whole_report())
    (records,) = [table for table in document.tables if table.style.name == "ReportRecords"]

    properties = [row._tr.trPr for row in records.rows]

    assert [each.find(qn("w:tblHeader")) is not None for each in properties] == [True, False, False, False]
    assert all(each.find(qn("w:cantSplit")) is not None for each in properties)


def test_a_table_says_what_the_report_says():
    document = opened(whole_report())
    (records,) = [table for table in document.tables if table.style.name == "ReportRecords"]

    assert [[cell.text for cell in row.cells] for row in records.rows] == [
        ["City", "Year", "Mean", "State"],
        ["Seoul\u00a0◇", "2018", "1,234.50", "● kept"],
        ["Beijing", "2019", "95.5 %", "late\nsince May"],
        ["Both", "", "—", ""],
    ]


def test_a_chart_is_a_picture_with_its_text():
    document = opened(whole_report())

    (shape,) = document.inline_shapes

    assert shape._inline.docPr.get("descr") == "Seoul had 23 µg/m³."


@pytest.mark.parametrize(
    ("language", "font", "tag"),
    [
        ("ko", "Malgun Gothic", "ko-KR"),
        ("zh-hans", "Microsoft YaHei", "zh-CN"),
        ("en", "Malgun Gothic", "ko-KR"),
    ],
)
def test_the_fonts_of_the_language_stand_in_the_styles(language, font, tag):
    document = opened(small_report(language))

    fonts = document.styles["Heading 1"].element.rPr.find(qn("w:rFonts"))
    spoken = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")

    assert fonts.get(qn("w:eastAsia")) == font
    assert spoken.get(qn("w:eastAsia")) == tag


def test_words_of_another_language_say_so():
    (lead,) = [
        each for each in opened(whole_report("zh-hans")).paragraphs if each.style.name == "Report lead"
    ]

    properties = lead.runs[0]._r.rPr

    assert properties.find(qn("w:lang")).get(qn("w:eastAsia")) == "ko-KR"
    assert properties.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "Malgun Gothic"


def test_the_file_says_title_committee_and_day_of_the_report():
    properties = opened(whole_report()).core_properties

    assert properties.title == "Report to General meeting no. 3"
    assert properties.author == "Seoul–Beijing Joint Committee"
    assert properties.modified.date().isoformat() == "2018-03-19"


def test_the_footer_counts_the_pages():
    footer = opened(small_report()).sections[0].footer._element

    assert [each.text.strip() for each in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_no_part_of_the_file_says_when_it_was_made():
    archive = zipfile.ZipFile(io.BytesIO(docx_of(small_report())))

    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_texts_come_out_as_they_are():
    document = opened(hostile_report())

    lines = styled(document, "Normal")
    assert [HARMLESS in lines, LONG in lines] == [True, True]
    assert len(document.tables[-2]._tbl.tr_lst) == 1001


def test_a_line_end_stays_inside_its_paragraph():
    document = opened(small_report("en", Paragraph("One\nTwo")))

    assert "One\nTwo" in styled(document, "Normal")


def test_what_stands_in_front_has_no_number_and_an_annex_a_letter():
    document = opened(report_with_annex())

    numbers = {each.text: each._p.pPr.numPr for each in document.paragraphs if each.style.name == "Heading 1"}

    assert numbers["Chapter"] is None, "the style numbers it"
    assert numbers["Message"].numId.val == 0
    assert document.part.numbering_part.element.xpath(
        f"w:abstractNum[@w:abstractNumId={numbers['Annex'].numId.val}]/w:lvl[1]/w:numFmt/@w:val"
    ) == ["upperLetter"]


def test_the_identifier_stands_on_the_cover_and_notes_below_how_to_read():
    document = opened(report_with_annex())

    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Identifier", "SBJC-3-2018-en-1"]
    assert "A translation is missing." in styled(document, "Normal")


def test_a_photograph_is_a_picture_with_its_text(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    photograph = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(photograph, "PNG")
    photograph.seek(0)
    picture = Picture(keep_picture(photograph), alt="Two mayors shake hands.", caption="Seoul, 2018")

    document = opened(small_report("en", picture))

    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Two mayors shake hands."
    assert styled(document, "Report note") == ["Seoul, 2018"]


def test_the_contents_show_the_numbers_of_the_paper():
    document = opened(report_with_annex())

    assert styled(document, "toc 1") == ["Message", "1  Chapter", "A  Annex"]
    assert styled(document, "toc 2") == ["Part", "1.1  Part", "A.1  Part"]


def test_a_table_in_several_languages_is_no_substitute():
    terms = Table("Terms", (Column("ko"), Column("en")), (Row((Wording("대기질", "ko"), "air quality")),))
    tables = [replace(terms, is_multilingual=each) for each in (False, True)]

    lines = [styled(opened(small_report("en", table)), "Normal") for table in tables]

    assert [any("Where a text does not exist" in line for line in each) for each in lines] == [True, False]
