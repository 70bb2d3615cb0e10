"""An edition in two languages, as a browser, the printer and an office file have it."""

import io
import zipfile
from dataclasses import replace

import pytest

from committee.languages.wording import Wording
from committee.office_files.docx_file import docx_of
from committee.printing.bilingual import bilingual
from committee.printing.layout import chapter_html, front_html
from committee.printing.press import print_report
from tests.committee.printing import pdf_text
from tests.committee.typesetting.verapdf import broken_rules
from tests.factories.two_languages import (
    chinese,
    korean,
    table,
    two_reports,
)


def test_every_block_carries_its_language():
    html = chapter_html(bilingual(*two_reports()), 1)

    assert [html.count(f'<div class="in-one" lang="{tag}">') for tag in ("ko", "zh-Hans")] == [2, 2]


def test_the_caption_of_a_table_counts_in_both_languages():
    html = chapter_html(bilingual(*two_reports()), 1)

    assert '<span class="counted">표 1.</span>' in html
    assert '<span class="counted">表 1.</span>' in html


@pytest.mark.parametrize("is_numbered", [True, False])
def test_what_is_illustrative_says_so_in_both_languages(is_numbered):
    marked = replace(table("표"), illustrative=True, is_numbered=is_numbered)
    report = bilingual(korean(marked), chinese(replace(marked, caption="表格")))

    html = chapter_html(report, 1)

    assert (html.count("◇ 예시"), html.count("◇ 示例")) == (1, 1)


def test_a_text_of_each_language_is_no_substitute_and_a_third_one_is():
    first, second = two_reports()
    english = replace(second, notes=(Wording("Only in English", "en"),))
    substitutes = "没有本版语言"

    assert substitutes not in front_html(bilingual(first, second), {})
    assert substitutes in front_html(bilingual(first, english), {})


def test_an_office_file_holds_both_languages():
    file = zipfile.ZipFile(io.BytesIO(docx_of(bilingual(*two_reports()))))

    words = file.read("word/document.xml").decode()

    assert [text for text in ("깨끗해졌다", "更清洁", "핫라인", "热线") if text not in words] == []


@pytest.mark.services
def test_the_printed_edition_is_accessible_and_set_in_the_faces_of_both_languages(tmp_path):
    report = bilingual(*two_reports(), identifier="SBJC-3-2018-ko-zh-1")

    pdf = print_report(report, identifier=report.identifier)

    faces = pdf_text.faces_of_characters(pdf.file)
    assert (faces["깨"], faces["洁"]) == ({"Noto-Sans-KR"}, {"Noto-Sans-SC"})
    assert broken_rules(pdf.file, tmp_path) == ["ua1 passes", "3a passes"]


def test_the_facts_of_the_cover_stand_below_what_is_said_of_the_report(tmp_path):
    first, second = (
        replace(
            report, standing=standing, cover=replace(report.cover, title=title, facts=((fact, fact),) * 5)
        )
        for report, standing, title, fact in (
            (korean(), "초안", "보고서", "사실"),
            (chinese(), "草案", "报告", "事实"),
        )
    )

    file = print_report(bilingual(first, second)).file

    cover, *_others = pdf_text.words(file, tmp_path, "-layout").split("\f")
    starts = [line.split()[0] for line in cover.splitlines() if line.strip()]
    assert starts.index("草案") < starts.index("사실")
    assert starts.count("事实") == 5
