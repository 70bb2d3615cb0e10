"""What the own fonts can draw: whatever else stands in a text is said in words, or left out.

Without this the engine would look for another font on the machine, and print other glyphs on the next one,
or a box where it finds none, which neither a reader nor PDF/A can make sense of.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

# XML can hold neither most control characters nor half a surrogate pair.
NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Drawn as nothing by every font: soft hyphen, break, joined words.
SILENT = frozenset("\n\r\t\u00ad\u200b\u2060")
# Control and format signs, which turn the direction of a line around, too; what is no character at all.
NOTHING_TO_SEE = frozenset(["Cc", "Cf", "Cn", "Co", "Cs"])


def printable(text: str, fonts: tuple[Path, ...]) -> str:
    """Return the text with each sign that no font draws written otherwise.

    `₂` becomes a plain 2, an emoji its name: `[GRINNING FACE]`.
    """
    unknown = set(text) - SILENT - _drawn_by(fonts)
    return text.translate({ord(sign): _otherwise(sign, fonts) for sign in unknown}) if unknown else text


def _otherwise(sign: str, fonts: tuple[Path, ...]) -> str:
    plain = unicodedata.normalize("NFKC", sign)
    if set(plain) <= _drawn_by(fonts):
        return plain
    name = unicodedata.name(sign, "")
    if unicodedata.category(sign) in NOTHING_TO_SEE or name.startswith("VARIATION SELECTOR"):
        return ""
    return f"[{name or f'U+{ord(sign):04X}'}]"


@cache
def _drawn_by(fonts: tuple[Path, ...]) -> frozenset[str]:
    """Return the characters that at least one of the fonts draws, control and format signs left out."""
    drawn: set[str] = set()
    for font in fonts:
        with TTFont(font, lazy=True) as opened:
            drawn |= {chr(point) for point in opened.getBestCmap()}
    return frozenset(sign for sign in drawn if unicodedata.category(sign) not in NOTHING_TO_SEE)
