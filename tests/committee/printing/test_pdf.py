import dataclasses
import hashlib
from pathlib import Path

import pytest
from django.core.cache import caches
from pikepdf import Name

from committee.languages.wording import Wording
from committee.printing.building import lay_out
from committee.printing.content import Paragraph, Report
from committee.printing.layout import cover_html
from committee.printing.pdf import Pdf, own_files
from committee.printing.snapshot import to_json
from committee.typesetting.engine import lay_out as lay_out_part
from committee.typesetting.own_files import HOME, STYLESHEET, OwnFileIsGone, OwnFilesOnly
from tests.committee.printing import pdf_text
from tests.factories.report import HAN, bar_chart, every_kind_of_block, small_report


def printed(report: Report) -> Pdf:
    return lay_out(to_json(report))


@pytest.mark.parametrize(
    ("language", "regular", "bold"),
    [
        ("ko", "Noto-Sans-KR", "Noto-Sans-KR-Bold"),
        ("zh-hans", "Noto-Sans-SC", "Noto-Sans-SC-Bold"),
        ("en", "Noto-Sans-KR", "Noto-Sans-KR-Bold"),
    ],
)
def test_an_edition_is_set_in_the_faces_of_its_language_alone(language, regular, bold):
    pdf = printed(small_report(language, Paragraph(HAN)))

    assert pdf_text.faces(pdf.file) == {regular, bold}


def test_the_same_character_takes_the_shape_of_each_text_s_language():
    korean, chinese = Wording("서울 直", "ko"), Wording("骨", "zh-Hans")

    faces = pdf_text.faces_of_characters(
        printed(small_report("zh-hans", Paragraph(korean), Paragraph(chinese))).file
    )

    assert {character: faces[character] for character in "서直骨"} == {
        "서": {"Noto-Sans-KR"},
        "直": {"Noto-Sans-KR"},
        "骨": {"Noto-Sans-SC"},
    }


def test_labels_of_a_chart_are_drawn_in_the_edition_s_face():
    faces = pdf_text.faces_of_characters(printed(small_report("zh-hans", bar_chart("直"))).file)

    assert faces["直"] == {"Noto-Sans-SC"}


def test_words_of_three_scripts_are_found_by_searching(tmp_path):
    texts = [Wording("미세먼지 핫라인", "ko"), Wording("细颗粒物热线", "zh-Hans"), "Fine dust hotline"]

    found = pdf_text.words(printed(small_report("en", *map(Paragraph, texts))).file, tmp_path)

    assert [text for text in texts if text not in found] == []


def test_korean_words_are_not_broken_at_the_end_of_a_line(tmp_path):
    word = "공기질개선공동연구단을"

    lines = pdf_text.words(
        printed(small_report("ko", Paragraph(f"{word} " * 60))).file, tmp_path
    ).splitlines()

    pieces = {piece for line in lines for piece in line.split() if piece in word}
    assert pieces == {word}


def test_the_same_content_gives_the_same_bytes():
    content = to_json(small_report("ko", *every_kind_of_block()))

    first = lay_out(content)
    caches["chapters"].clear()

    assert lay_out(content).sha256 == first.sha256


def test_the_file_says_its_title_language_and_that_it_is_accessible():
    with pdf_text.open_pdf(printed(small_report("ko")).file) as pdf:
        said = str(pdf.docinfo[Name.Title]), str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)
        metadata = pdf.Root.Metadata.read_bytes().decode()

    assert said == ("Report to General meeting no. 3", "ko", True)
    assert 'pdfuaid:part="1"' in metadata


def test_every_text_in_another_language_is_tagged_with_it():
    pdf = printed(
        small_report("en", Paragraph(Wording("미세먼지", "ko")), Paragraph(Wording("热线", "zh-Hans")))
    )

    with pdf_text.open_pdf(pdf.file) as opened:
        languages = {
            str(element[Name.Lang]) for element in pdf_text.structure(opened) if Name.Lang in element
        }

    assert languages == {"en", "ko", "zh-Hans"}


def test_a_chart_has_its_alternative_text():
    with pdf_text.open_pdf(printed(small_report("en", bar_chart())).file) as pdf:
        figures = [element for element in pdf_text.structure(pdf) if element[Name.S] == Name.Figure]
        texts = [str(figure[Name.Alt]) for figure in figures if Name.Alt in figure]

    assert texts == ["Seoul had 23 µg/m³."]


def test_chapters_are_bookmarked():
    with (
        pdf_text.open_pdf(printed(small_report("en", *every_kind_of_block())).file) as pdf,
        pdf.open_outline() as outline,
    ):
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]

    assert titles == [("Contents", ["Charts", "Tables"]), ("Air quality", ["Hotline"])]


def test_pages_are_told_while_they_are_laid_out():
    told: list[int] = []

    sheets = lay_out_part(cover_html(small_report()), own_files(), on_page=told.append)

    assert (told[0], max(told)) == (1, sheets.pages)


def test_the_checksum_is_that_of_the_file():
    pdf = printed(small_report())

    assert pdf.sha256 == hashlib.sha256(pdf.file).hexdigest()


def test_mark_up_in_a_text_is_printed_as_text(tmp_path):
    text = '<script>alert(1)</script><img src="file:///etc/passwd">'

    assert text in pdf_text.words(printed(small_report("en", Paragraph(text))).file, tmp_path)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:8000/",
        "https://example.org/picture.png",
        "data:text/css,p{color:red}",
        f"{HOME}/../etc/passwd",
        f"{HOME}/fonts/400Regular/../../secret-key",
        f"{STYLESHEET}?other",
        f"{HOME}/drawings/0.svg",
    ],
)
def test_nothing_but_the_report_s_own_files_is_fetched(address):
    with pytest.raises(ValueError, match="own files"):
        OwnFilesOnly(own_files().by_address(), {}).fetch(address)


def test_a_missing_font_stops_the_build_instead_of_printing_other_glyphs():
    files = dataclasses.replace(own_files(), fonts=(Path("/nowhere/korean"), Path("/nowhere/chinese")))

    with pytest.raises(OwnFileIsGone, match="/nowhere/korean"):
        lay_out_part("<p>Seoul", files)
