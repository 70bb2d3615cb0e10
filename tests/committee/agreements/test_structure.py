import pytest

from committee.agreements.structure import clauses_of


def outline(text: str) -> list[tuple[tuple[int, ...], str, str]]:
    return [(clause.path, clause.number, clause.text) for clause in clauses_of(text)]


def test_a_text_without_numbers_is_one_paragraph():
    assert outline("양 도시는\n핫라인을 운영한다.") == [((1,), "", "양 도시는\n핫라인을 운영한다.")]


def test_an_empty_text_has_no_paragraph():
    assert outline(" \n") == []


@pytest.mark.parametrize(
    "text",
    [
        "1. 운영한다.\n가. 매일\n나. 매주\n2. 보고한다.",
        "① 운영한다.\n1. 매일\n2. 매주\n② 보고한다.",
        "（一）设立热线。\n1、每日\n2、每周\n（二）提交报告。",
        "一、设立热线。\n（一）每日\n（二）每周\n二、提交报告。",
        "1. They run a hotline.\n(a) daily\n(b) weekly\n2. They report.",
        "(1) They run a hotline.\n– daily\n– weekly\n(2) They report.",
    ],
)
def test_each_language_numbers_in_its_own_manner(text):
    assert [path for path, _number, _text in outline(text)] == [(1,), (1, 1), (1, 2), (2,)]


def test_the_number_stands_apart_from_what_is_said():
    assert outline("① 운영한다.\n  1) 매일") == [((1,), "①", "운영한다."), ((1, 1), "1)", "매일")]


def test_a_line_without_a_number_goes_on_with_the_paragraph():
    assert outline("1. 운영하고\n교환한다.\n2. 보고한다.")[0] == ((1,), "1.", "운영하고\n교환한다.")


def test_after_an_empty_line_a_paragraph_of_its_own_begins():
    assert [path for path, _number, _text in outline("두 도시는 합의한다.\n\n다음과 같다.")] == [(1,), (2,)]


@pytest.mark.parametrize("text", ["2.5 tonnes are saved.", "2018년 3월에 시작한다.", "-5 °C"])
def test_a_figure_is_not_the_number_of_a_paragraph(text):
    assert outline(text) == [((1,), "", text)]


def test_points_of_the_next_paragraph_are_counted_anew():
    text = "1. A\n(a) one\n(b) two\n2. B\n(a) three"

    assert [path for path, _number, _text in outline(text)] == [(1,), (1, 1), (1, 2), (2,), (2, 1)]
