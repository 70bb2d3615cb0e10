"""Titles and texts made to break the print."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from committee.languages.wording import Wording
from committee.printing.content import Column, Cover, Paragraph, Report, Row, Section, Subsection, Table
from committee.printing.press import print_report
from tests.committee.printing import pdf_text
from tests.committee.typesetting.verapdf import broken_rules
from tests.factories.report import small_report

SCRIPT = '<script>alert("1")</script><style>*{display:none}</style><img src="file:///etc/passwd">'
STYLED = (
    '"><svg><image href="http://127.0.0.1:9/a.png"/></svg> url(file:///etc/passwd) </title> &amp; {{ x }}'
)
MARKS = "\u202eRight\u202c to \u200fleft \u2066mark\u2069 😀👩‍👩‍👧 \x00\x07 NO₂ \ufeff"
LONG_WORD = "a" * 5000
ROWS = 1000


def lines(count: int) -> Table:
    columns = (Column("Number"), Column("Words", 3))
    return Table("Many rows", columns, tuple(Row((f"row-{number}", "two\nlines")) for number in range(count)))


def hostile() -> Report:
    report = small_report("en")
    title = f"{SCRIPT} {MARKS} {'long title ' * 60}"
    texts = (
        SCRIPT,
        STYLED,
        MARKS,
        LONG_WORD,
        Wording("서울" * 1000, "ko"),
        Wording("热线" * 1000, "zh-Hans"),
    )
    return replace(
        report,
        cover=Cover(report.cover.cities, MARKS, title, ((SCRIPT, LONG_WORD[:300]),), STYLED),
        sections=(
            Section(title, (*map(Paragraph, texts), Subsection(title, (lines(3),)))),
            Section(STYLED, tuple(Subsection(text[:1500], (Paragraph(text),)) for text in texts)),
        ),
    )


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> str:
    return pdf_text.words(print_report(hostile()).file, tmp_path_factory.mktemp("hostile"), "-raw")


def test_mark_up_is_printed_as_it_was_written(said):
    flat = "".join(said.split())

    assert [text in flat for text in ("".join(SCRIPT.split()), "".join(STYLED.split()))] == [True, True]


def test_no_letter_of_a_long_text_is_lost(said):
    letters = Counter(said)

    assert (letters["热"] >= 2000, letters["울"] >= 2000, letters["a"] >= 2 * len(LONG_WORD)) == (
        True,
        True,
        True,
    )


def test_what_cannot_be_drawn_is_said_in_words(said):
    flat = " ".join(said.split())

    assert ("Right to left mark" in flat, "[GRINNING FACE]" in flat, "NO2" in flat) == (True, True, True)


def test_a_row_longer_than_a_page_begins_below_its_caption_and_the_head_comes_again(tmp_path):
    columns = (Column("Number"), Column("Words", 3))
    row = Row(("row-1", "word " * 2000))

    file = print_report(small_report("en", Table("One long row", columns, (row,)))).file

    _cover, _contents, first, *others, _end = pdf_text.words(file, tmp_path).split("\f")
    assert ("One long row" in first, "row-1" in first, len(others)) == (True, True, 2)
    assert all("Number" in page for page in others)


@pytest.mark.services
def test_hostile_texts_break_no_rule_of_the_formats(tmp_path):
    assert broken_rules(print_report(hostile()).file, tmp_path) == ["ua1 passes", "3a passes"]


def test_a_table_of_1000_rows_prints_each_once_whole_and_repeats_its_head(tmp_path):
    pdf = print_report(small_report("en", lines(ROWS)))

    pages = pdf_text.words(pdf.file, tmp_path, "-layout").split("\f")

    with_rows = [page for page in pages if "row-" in page]
    assert re.findall(r"row-(\d+)", "".join(pages)) == [str(number) for number in range(ROWS)]
    assert [page.count("Number") for page in with_rows] == [1] * len(with_rows)
    assert [page.count("row-") == page.count("lines") for page in with_rows] == [True] * len(with_rows)


def test_no_heading_stands_alone_at_the_end_of_a_page(tmp_path):
    parts = [Subsection(f"Heading-{number}", (Paragraph("Some words. " * 40),)) for number in range(24)]

    pages = pdf_text.words(print_report(small_report("en", *parts)).file, tmp_path, "-layout").split("\f")

    # The last line of a page is its number.
    last_words = [[line for line in page.splitlines() if line.strip()][-2] for page in pages[2:-1]]
    assert [line for line in last_words if re.search(r"Heading-\d+$", line)] == []
