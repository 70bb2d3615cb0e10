"""What was typed into the search box, as both databases understand it."""

import re
from dataclasses import dataclass

from committee.search.tokens import folded, is_written_together, runs_of, token_of_kind, tokens_of_run

QUOTED_OR_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')
MOST_WORDS = 20
SHORTEST_BEGINNING = 3


@dataclass(frozen=True)
class Phrase:
    """Something that stands together in a text; a longer word at its end may go on unless it was quoted."""

    runs: tuple[str, ...]
    is_quoted: bool

    @property
    def is_beginning(self) -> bool:
        """Whether the last token is looked up as the beginning of one."""
        last = self.runs[-1]
        if is_written_together(last):
            return len(last) == 1
        # AI is not asked for to find air.
        return len(last) >= SHORTEST_BEGINNING and not self.is_quoted

    @property
    def tokens(self) -> list[str]:
        tokens = [token for run in self.runs for token in tokens_of_run(run)]
        last = self.runs[-1]
        # 대기 is found in 대기질, where 기 does not stand alone.
        return tokens[:-1] if is_written_together(last) and len(last) > 1 else tokens


@dataclass(frozen=True)
class Query:
    """Phrases that a text must all have."""

    phrases: tuple[Phrase, ...]

    def for_sqlite(self, column: str, kind: str = "") -> str:
        """Return what FTS5 takes; with a `kind`, records of that kind alone are asked for."""
        phrases = [
            f'"{" ".join(phrase.tokens)}"{" *" if phrase.is_beginning else ""}' for phrase in self.phrases
        ]
        phrases += [f'"{token_of_kind(kind)}"'] * bool(kind)
        return f"{{{column}}} : ({' AND '.join(phrases)})"

    def for_postgresql(self, kind: str = "") -> str:
        """Return what `tsquery` takes; with a `kind`, records of that kind alone are asked for."""
        phrases = [f"({_following(phrase)})" for phrase in self.phrases]
        return " & ".join(phrases + [f"'{token_of_kind(kind)}'"] * bool(kind))


def parse(typed: str) -> Query:
    """Return what is asked for; without a letter or a digit, nothing."""
    found = (
        (runs_of(folded(quoted or word)), bool(quoted)) for quoted, word in QUOTED_OR_WORD.findall(typed)
    )
    phrases = [Phrase(tuple(runs), is_quoted) for runs, is_quoted in found if runs]
    return Query(tuple(dict.fromkeys(phrases))[:MOST_WORDS])


def _following(phrase: Phrase) -> str:
    # Tokens are letters and digits alone, so quoting them needs no escapes.
    tokens = [f"'{token}'" for token in phrase.tokens]
    if phrase.is_beginning:
        tokens[-1] += ":*"
    return " <-> ".join(tokens)
