import pytest

from committee.search.query import parse
from committee.search.tokens import BREAK, MOST_TOKENS, tokens_of


def phrases(typed):
    return [phrase.tokens for phrase in parse(typed).phrases]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("대기질", ["대기", "기질", "질"]),
        ("热线", ["热线", "线"]),
        ("Fine-dust hotline", ["fine", "dust", "hotline"]),
        ("서울AI 2018년", ["서울", "울", "ai", "2018", "년"]),
        ("ＡＩ ①", ["ai", "1"]),
        ("100% _ “”", ["100"]),
    ],
)
def test_a_text_is_cut_into_pairs_of_characters_and_into_words(text, tokens):
    assert tokens_of([text]) == [*tokens, BREAK]


def test_hangul_in_single_letters_is_the_same_as_in_syllables():
    assert tokens_of(["\u1112\u116a\u11ab\u1100\u1167\u11bc"]) == tokens_of(["환경"])


def test_a_very_long_text_is_found_by_its_beginning():
    assert len(tokens_of(["word " * (MOST_TOKENS + 5)])) == MOST_TOKENS


def test_words_that_are_asked_for_need_not_end_where_they_end_in_the_text():
    assert phrases("대기 热线 线 AI") == [["대기"], ["热线"], ["线"], ["ai"]]


def test_a_quoted_phrase_stands_together():
    assert phrases('"fine dust" line') == [["fine", "dust"], ["line"]]


@pytest.mark.parametrize(
    ("typed", "is_beginning"),
    [("hotl", True), ('"hotl"', False), ("ai", False), ("线", True), ("热线", False), ("서울AI", False)],
)
def test_single_characters_and_longer_words_may_go_on(typed, is_beginning):
    assert parse(typed).phrases[0].is_beginning == is_beginning


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", '"', '""', "* AND (", "\x00", "'; --"])
def test_without_a_letter_or_a_digit_signs_ask_for_nothing_but_their_words(typed):
    assert {token for tokens in phrases(typed) for token in tokens} <= {"and"}


def test_a_word_typed_again_counts_once_and_twenty_are_enough():
    assert (len(phrases("a a a")), len(phrases(" ".join(map(str, range(50)))))) == (1, 20)
