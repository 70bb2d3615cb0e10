"""Texts of a report as the words of a manuscript, each with its language and colour."""

from django.utils.translation import gettext as _

from committee.languages.both import BESIDE, Both
from committee.languages.wording import Wording
from committee.office_files.manuscript import Line, Run, Style, Words, printable
from committee.printing.content import Tone

SYMBOLS = {Tone.GOOD: "●", Tone.FAIR: "▲", Tone.POOR: "■", Tone.CALM: "○"}
COLOURS = {Tone.GOOD: "2F6B3C", Tone.FAIR: "94660A", Tone.POOR: "A3281E", Tone.CALM: "5B6570"}
ILLUSTRATIVE = "6A4A00"
QUIET = "5B6570"


class Speech:
    """Says texts in the language of one edition; `language` is as in `lang`."""

    def __init__(self, language: str) -> None:
        self.language = language

    def _status(self, tone: Tone, words: str, *, after: str = "") -> Words:
        symbol = Run(f"{SYMBOLS[tone]} ", self.language, COLOURS[tone])
        return (symbol, *self._words(words), *self._words(after))

    def _marked(self, text: str, illustrative: bool) -> Words:
        return (*self._words(text), *self._mark()) if illustrative else self._words(text)

    def _mark(self) -> Words:
        """Return a space and the mark of what was invented to show how a report looks."""
        return (Run("  ", self.language), Run(f"◇ {_('illustrative')}", self.language, ILLUSTRATIVE))

    def _line(self, text: str, style: Style = Style.PLAIN) -> Line:
        return Line(self._words(text), style)

    def _words(self, text: str, colour: str = "") -> Words:
        if isinstance(text, Both):
            return (
                *self._words(text.first, colour),
                Run(BESIDE, self.language),
                *self._words(text.second, colour),
            )
        kept = printable(text)
        return (Run(kept, language_of(text, self.language), colour),) if kept else ()


def language_of(text: str, otherwise: str) -> str:
    return text.language if isinstance(text, Wording) else otherwise
