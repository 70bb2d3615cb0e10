import pytest

from committee.printing.pdf import own_files
from committee.typesetting.characters import printable


def written(text: str) -> str:
    return printable(text, own_files().regular_fonts())


def test_what_the_fonts_draw_stays_as_it_is():
    text = "서울 骨 热线 µg/m³ “PM2.5” ≤ 35 — é\u00a0\u00ad\u2060\n"

    assert written(text) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("NO₂", "NO2"),
        ("😀 today", "[GRINNING FACE] today"),
        ("left\u202eright\u200f", "leftright"),
        ("tele\x00phone\x1b", "telephone"),
        ("⬛\ufe0f", "[BLACK LARGE SQUARE]"),
        ("\ue000", ""),
    ],
)
def test_what_no_font_draws_is_written_otherwise_or_left_out(text, printed):
    assert written(text) == printed
