"""How long texts are, so that long ones are set in another way; a Han or Hangul letter counts as two."""

from typing import Any
from unicodedata import east_asian_width

from committee.printing.content import Cover, Section
from committee.printing.snapshot import walk

LONG_HEADING, VERY_LONG_HEADING = 80, 180
# What stands above a page has room for one line.
RUNNING = 56
# What the cover holds in its large letters.
COVER, NAME_ON_COVER = 420, 22
# Half of what a page holds in its narrowest column: what is longer must be free to go on overleaf.
STAYS_TOGETHER = 1200
# An annex of about a page: it needs none of its own.
SHORT_ANNEX = 2200


def width_of(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def length_of(heading: str) -> str:
    """Return the class of a heading that is set smaller for its length, '' for others."""
    width = width_of(heading)
    return "very-long" if width > VERY_LONG_HEADING else "long" if width > LONG_HEADING else ""


def shortened(heading: str, most: int = RUNNING) -> str:
    """Return a heading that fits on one line above the page."""
    if width_of(heading) <= most:
        return heading
    kept = ""
    for letter in heading:
        if width_of(kept + letter) >= most:
            break
        kept += letter
    return f"{kept.rstrip()}…"


def is_crowded(cover: Cover) -> bool:
    """Whether the texts of a cover need smaller letters to stand on it."""
    texts = [part for part in walk(cover) if isinstance(part, str)]
    return sum(map(width_of, texts)) > COVER or any(
        width_of(city.name) > NAME_ON_COVER for city in cover.cities
    )


def flows(part: Any) -> bool:
    """Whether a part is too long to be kept together on one page."""
    return _length(part) > STAYS_TOGETHER


def is_short_annex(section: Section) -> bool:
    """Whether a section may follow another such one on its page."""
    return section.place == "annex" and _length(section) <= SHORT_ANNEX


def _length(part: Any) -> int:
    return sum(width_of(text) for text in walk(part) if isinstance(text, str))
