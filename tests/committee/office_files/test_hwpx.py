import io
import zipfile

import pytest
from hwpx import HwpxDocument
from hwpx.tools.id_integrity import check_id_integrity
from hwpx.tools.package_validator import validate_package
from lxml import etree

from committee.office_files.hwpx_elements import PARAGRAPHS
from committee.office_files.hwpx_file import hwpx_of
from tests.committee.office_files.reports import (
    HARMLESS,
    LONG,
    hostile_report,
    report_with_annex,
    whole_report,
)
from tests.factories.report import small_report


@pytest.fixture(scope="module")
def whole() -> bytes:
    return hwpx_of(whole_report())


@pytest.fixture(scope="module")
def hostile() -> bytes:
    return hwpx_of(hostile_report())


def opened(file: bytes) -> HwpxDocument:
    return HwpxDocument.open(io.BytesIO(file))


def styled(document: HwpxDocument, name: str) -> list[str]:
    style = str(document.styles.resolve(name).id)
    return [each.text for each in document.paragraphs if each.element.get("styleIDRef") == style]


def section(file: bytes):
    archive = zipfile.ZipFile(io.BytesIO(file))
    return etree.fromstring(archive.read("Contents/section0.xml"))


def test_the_library_finds_nothing_wrong(hostile):
    document = opened(hostile)

    assert validate_package(hostile).ok
    assert document.validate().issues == ()
    assert check_id_integrity(document).dangling == []


def test_headings_have_the_outline_levels_the_program_numbers(whole):
    document = opened(whole)

    assert styled(document, "개요 1") == ["Air quality"]
    assert styled(document, "개요 2") == ["Environment"]
    assert styled(document, "개요 3") == ["Hotline  ◇ illustrative"]


def test_what_stands_in_front_has_no_number_and_an_annex_a_letter():
    document = opened(hwpx_of(report_with_annex()))

    assert styled(document, "개요 1") == ["Message", "Chapter", "A Annex"]
    assert styled(document, "개요 2") == ["Part", "Part", "A.1 Part"]


def test_captions_carry_the_numbers_of_the_paper():
    assert styled(opened(hwpx_of(whole_report("ko"))), "캡션") == [
        "표 1. Means by year",
        "그림 1. Mean PM2.5",
    ]


def test_heads_of_tables_repeat_and_a_row_is_broken_only_where_a_cell_is_long(whole, hostile):
    tables = list(section(whole).iter(f"{PARAGRAPHS}tbl"))

    looks = [(each.get("rowCnt"), each.get("repeatHeader"), each.get("pageBreak")) for each in tables]

    assert looks == [("1", "0", "TABLE"), ("1", "0", "TABLE"), ("2", "0", "TABLE"), ("4", "1", "TABLE")]
    long_ones = [each.get("pageBreak") for each in section(hostile).iter(f"{PARAGRAPHS}tbl")]
    assert long_ones == ["TABLE", "CELL", "CELL"]


def test_a_table_says_what_the_report_says(whole):
    (*_others, records) = opened(whole).tables.all

    assert [[cell.text for cell in row.cells] for row in records.rows] == [
        ["City", "Year", "Mean", "State"],
        ["Seoul\u00a0◇", "2018", "1,234.50", "● kept"],
        ["Beijing", "2019", "95.5 %", "late\nsince May"],
        ["Both", "", "—", ""],
    ]


def test_a_chart_is_a_picture_with_its_text(whole):
    (comment,) = section(whole).iter(f"{PARAGRAPHS}shapeComment")

    assert comment.text == "Seoul had 23 µg/m³."


def test_the_contents_lead_to_the_headings(whole):
    body = section(whole)

    commands = [each.text for each in body.iter(f"{PARAGRAPHS}stringParam") if each.get("name") == "Command"]
    targets = [command.removeprefix("?#").split(";")[0] for command in commands if command.startswith("?#")]
    words = ["".join(body.xpath("//*[local-name()='p'][@id=$id]//text()", id=target)) for target in targets]

    assert words == ["Air quality", "Environment"]


def test_every_number_of_an_element_is_its_own(whole):
    numbers = [
        each.get("id")
        for each in section(whole).iter(*(f"{PARAGRAPHS}{tag}" for tag in ("p", "tbl", "pic")))
        if each.get("id") != "0"
    ]

    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("language", "font"), [("ko", "맑은 고딕"), ("zh-hans", "Microsoft YaHei"), ("en", "맑은 고딕")]
)
def test_the_fonts_of_the_language_stand_in_the_styles(language, font):
    archive = zipfile.ZipFile(io.BytesIO(hwpx_of(small_report(language))))
    header = etree.fromstring(archive.read("Contents/header.xml"))

    (shape,) = header.xpath("//*[local-name()='style'][@name='개요 1']/@charPrIDRef")
    (number,) = header.xpath(
        "//*[local-name()='charPr'][@id=$id]/*[local-name()='fontRef']/@hangul", id=shape
    )
    path = "//*[local-name()='fontface'][@lang='HANGUL']/*[local-name()='font'][@id=$id]/@face"
    assert header.xpath(path, id=number) == [font]


def test_the_kind_of_file_comes_first_and_uncompressed():
    entries = zipfile.ZipFile(io.BytesIO(hwpx_of(small_report()))).infolist()

    assert (entries[0].filename, entries[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_says_title_committee_language_and_day_of_the_report():
    archive = zipfile.ZipFile(io.BytesIO(hwpx_of(small_report("zh-hans"))))

    manifest = archive.read("Contents/content.hpf").decode()

    assert "<opf:title>Report to General meeting no. 3</opf:title>" in manifest
    assert ">Seoul–Beijing Joint Committee<" in manifest
    assert "<opf:language>zh-Hans</opf:language>" in manifest
    assert ">2018-03-19T00:00:00Z<" in manifest


def test_hostile_texts_come_out_as_they_are(hostile):
    document = opened(hostile)

    lines = styled(document, "본문")
    assert [HARMLESS in lines, LONG in lines] == [True, True]
    assert [len(table.rows) for table in document.tables.all] == [1, 1001, 1]
