"""Files of lists: read whatever wrote them."""

import datetime
import io

import openpyxl
import pytest

from committee.imports.actions import preview
from committee.imports.outcomes import Verdict
from committee.imports.reading import NotReadable
from committee.models import Agreement
from tests.committee.imports.lists import FORUM, PROJECT, brief, handed_in, shown, taken_over, text, workbook

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("encoding", "sign", "rows"),
    [
        ("utf-8-sig", ",", [["id", *PROJECT], ["", *FORUM]]),
        ("utf-8", ";", [["title_en", "subcommittee", "commitments"], ["Air forum", "环境", "핫라인"]]),
        ("cp949", ",", [["제목(국문)", "분과", "commitments"], ["대기 포럼", "환경", "핫라인"]]),
        ("gb18030", "\t", [["标题（中文）", "小组", "commitments"], ["大气论坛", "环境", "热线"]]),
        ("utf-8", ",", [["제목（국문）", "분과", "commitments"], ["대기 포럼", "환경", "핫라인"]]),
    ],
)
def test_a_text_is_read_in_the_encoding_in_which_its_headings_are_known(
    encoding, sign, rows, secretary, commitment
):
    outcomes = shown(secretary, text(*rows, encoding=encoding, sign=sign))

    assert [(outcome.verdict, outcome.title) for outcome in outcomes] == [(Verdict.MADE, rows[1][-3])]


def test_a_text_whose_encoding_cannot_be_told_is_refused(secretary):
    with pytest.raises(NotReadable, match="encoding"):
        handed_in(secretary, text(["title_zh_hans"], ["大气论坛"], encoding="gb18030"), "agreements")


@pytest.mark.parametrize(
    "day",
    [
        datetime.datetime(2018, 4, 1),
        43191,
        "2018-04-01",
        "2018/4/1",
        "2018. 4. 1.",
        "2018年4月1日",
        "２０１８．４．１",
    ],
)
def test_a_day_may_be_a_date_a_number_or_a_text(day, secretary):
    rows = [["title_en", "state", "signed_on"], ["Memorandum", "signed", day]]

    taken_over(secretary, workbook(*rows), "agreements")

    assert Agreement.objects.get().signed_on == datetime.date(2018, 4, 1)


def test_a_title_above_the_heading_and_empty_lines_are_passed_over(secretary):
    content = workbook(["Agreements of 2018"], [], ["title_en", "remarks"], [], ["Memorandum", "new"])

    tried = preview(by=secretary, handed_in=handed_in(secretary, content, "agreements"))

    assert ([outcome.line for outcome in tried.outcomes], tried.unread) == ([5], ["remarks"])


def test_merged_cells_above_the_heading_do_no_harm(secretary):
    book = openpyxl.Workbook()
    for row in (["Agreements", None], ["title_en", "kind"], ["Memorandum", "mou"]):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    content = io.BytesIO()
    book.save(content)

    assert [outcome.verdict for outcome in shown(secretary, content.getvalue(), "agreements")] == ["made"]


def test_a_formula_is_refused(secretary):
    content = workbook(["title_en"], ['="For"&"um"'])

    assert brief(shown(secretary, content, "agreements")) == [
        ("refused", [("Title in English", "This is computed. Put the value itself into the cell.")])
    ]


def test_a_text_that_the_export_kept_from_being_computed_comes_back_as_it_was(secretary):
    taken_over(secretary, text(["title_en", "kind"], ["'=Forum", "mou"]), "agreements")

    assert Agreement.objects.get().title_en == "=Forum"


@pytest.mark.parametrize("content", [b"", b"nothing known here", b"PK\x03\x04broken", b"\xff\xfe\x00\x81"])
def test_a_file_without_a_table_of_ours_is_refused(content, secretary):
    with pytest.raises(NotReadable):
        handed_in(secretary, content)
