import pytest

from committee.languages.wording import Wording
from committee.search.excerpts import LONGEST, marked, telling
from committee.search.query import parse


def found_in(text, typed):
    return [piece.text for piece in marked(text, parse(typed)).pieces if piece.is_found]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("서울 대기질 개선", "대기", ["대기"]),
        ("开通细颗粒物热线，热线联络员", "热线", ["热线", "热线"]),
        ("The Hotline's hotlines", "hotline", ["Hotline", "hotline"]),
        ("a photline", "hotline", []),
        ("hotlines", '"hotline"', []),
        ("Air and said AI", "ai", ["AI"]),
        ("서울-AI 서울AI", "서울AI", ["서울-AI", "서울AI"]),
        ("ＡＩ와 ㎍", "ai", ["ＡＩ"]),
        ("50㎍/㎥", "50μg", ["50㎍"]),
        ("<b>환경</b>", "환경", ["환경"]),
        ("100% (a.b)", "a.b", ["a.b"]),
    ],
)
def test_what_was_asked_is_set_apart_in_the_text_as_it_is_written(text, typed, found):
    assert found_in(text, typed) == found
    assert str(marked(text, parse(typed))) == text


def test_hits_that_overlap_are_one_after_the_other():
    assert found_in("대기질", "대기 기질") == ["대기", "질"]


def test_an_excerpt_is_the_stretch_around_the_first_hit():
    text = "가 " * 300 + "环境 " + "나 " * 300

    excerpt = marked(text, parse("环境"), LONGEST)

    assert (excerpt.pieces[0].text, excerpt.pieces[-1].text) == ("… ", " …")
    assert (len(str(excerpt)), "环境" in str(excerpt)) == (LONGEST + 4, True)


def test_the_excerpt_is_of_the_text_that_has_most_of_what_was_asked():
    texts = [Wording("대기 협력", "ko"), Wording("Seoul 대기 热线", "zh-Hans"), Wording("nothing", "en")]

    assert telling(texts, parse("대기 热线")).language == "zh-Hans"
    assert telling(texts, parse("环境")) is None
