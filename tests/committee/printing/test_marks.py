"""Marks, which stand on one line with the word that they belong to."""

import pytest

from committee.printing.content import Column, Row, Status, Subsection, Table, Tone
from committee.printing.layout import chapter_html
from committee.printing.pdf import own_files
from committee.typesetting.engine import lay_out
from tests.committee.printing import pdf_text
from tests.factories.report import small_report

TEXTS = {
    "en": "Asian City Cultural Network (ACCN)",
    "ko": "양 시 창업 지원 기관 사이에 네트워크를 만든다",
    "zh-hans": "双方共同促进对两市初创企业的投资",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_mark_never_begins_a_line(language, tmp_path):
    rows = tuple(Row((TEXTS[language] + "." * dots, ""), illustrative=True) for dots in range(30))
    table = Table("Promised", (Column("What"), Column("", share=3)), rows)
    headings = tuple(Subsection(f"{TEXTS[language]} " * 2 + "." * dots, (), True) for dots in range(20))

    sheets = lay_out(chapter_html(small_report(language, *headings, table), 1), own_files())

    lines = [line.strip() for line in pdf_text.words(sheets.file, tmp_path, "-layout").splitlines()]
    assert [line for line in lines if line.lstrip("\u2060\u00a0").startswith("◇")] == []
    assert sum("◇" in line for line in lines) == 50


@pytest.mark.parametrize("language", TEXTS)
def test_the_sign_of_a_state_never_stands_alone_on_a_line(language, tmp_path):
    columns = (Column("Which", share=9), Column("State"))
    rows = tuple(Row((f"{each}", Status("n" * each + " late", Tone.POOR))) for each in range(1, 13))

    sheets = lay_out(chapter_html(small_report(language, Table("", columns, rows)), 1), own_files())

    lines = [line.split() for line in pdf_text.words(sheets.file, tmp_path, "-layout").splitlines()]
    assert [line for line in lines if line[-1:] == ["■"]] == []
    assert sum("■" in " ".join(line) for line in lines) == 12
