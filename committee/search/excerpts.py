"""The stretch of a text in which something was found, with what was found set apart."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from committee.languages.wording import Wording
from committee.search.query import Phrase, Query
from committee.search.tokens import WRITTEN_TOGETHER, folded, is_written_together

BEFORE, LONGEST = 50, 200
WORD = f"[^\\W_{WRITTEN_TOGETHER}]"


@dataclass(frozen=True)
class Piece:
    text: str
    is_found: bool

    @property
    def html(self) -> SafeString:
        return format_html("<mark>{}</mark>", self.text) if self.is_found else escape(self.text)


@dataclass(frozen=True)
class Excerpt:
    """Pieces of a text in their order, and the tag of its language ('' where it has none of its own)."""

    pieces: list[Piece]
    language: str
    phrases_found: int

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def html(self) -> SafeString:
        """The pieces as a page shows them."""
        return format_html_join("", "{}", ([piece.html] for piece in self.pieces))


def marked(text: Wording | str, query: Query, longest: int | None = None) -> Excerpt:
    """Return a text with what was found in it set apart; of a longer one the stretch around the first."""
    composed = unicodedata.normalize("NFC", str(text))
    found = [_places(composed, phrase) for phrase in query.phrases]
    places = sorted(place for places in found for place in places)
    first, last = 0, len(composed)
    if longest is not None and last > longest:
        first = max(0, min((places[0][0] if places else 0) - BEFORE, last - longest))
        last = first + longest
    pieces = _pieces(composed, places, first, last)
    cut = [Piece("… ", False)] * (first > 0), [Piece(" …", False)] * (last < len(composed))
    language = text.language if isinstance(text, Wording) else ""
    return Excerpt([*cut[0], *pieces, *cut[1]], language, sum(map(bool, found)))


def telling(texts: Iterable[Wording], query: Query) -> Excerpt | None:
    """Return an excerpt of the text that has most of what was asked, of equal ones the first; or none."""
    excerpts = [marked(text, query, LONGEST) for text in texts]
    best = max(excerpts, key=lambda each: each.phrases_found, default=None)
    return best if best and best.phrases_found else None


def _pieces(text: str, places: list[tuple[int, int]], first: int, last: int) -> list[Piece]:
    pieces, reached = [], first
    for start, end in places:
        start, end = max(start, reached), min(end, last)
        if start < end:
            pieces += [Piece(text[reached:start], False), Piece(text[start:end], True)]
            reached = end
    return [piece for piece in [*pieces, Piece(text[reached:last], False)] if piece.text]


def _places(text: str, phrase: Phrase) -> list[tuple[int, int]]:
    """Return where in a text a phrase stands: beginning and end, as the database found it."""
    characters = [folded(character) for character in text]
    # Folding may make two characters of one; which one it was is kept for each.
    origin = [place for place, character in enumerate(characters) for _each in character]
    origin.append(len(text))
    found = _pattern(phrase).finditer("".join(characters))
    return [(origin[match.start()], origin[match.end() - 1] + 1) for match in found]


def _pattern(phrase: Phrase) -> re.Pattern[str]:
    runs = [
        re.escape(run) if is_written_together(run) else f"(?<!{WORD}){re.escape(run)}" for run in phrase.runs
    ]
    words_end = "" if phrase.is_beginning or is_written_together(phrase.runs[-1]) else f"(?!{WORD})"
    return re.compile(r"[\W_]*".join(runs) + words_end)
