"""How a text is cut into what is looked up: the same for what is kept and for what is asked.

Korean and Chinese are written without the spaces a search would need: 대기질 holds 대기, 空气质量 holds
空气. So each character of theirs begins a token with the character after it, the last one stands alone,
and what is asked is found as tokens that follow each other. Other scripts are cut into words.
"""

import re
import unicodedata
from collections.abc import Iterator

# Kana, Han with its extensions, Hangul syllables.
WRITTEN_TOGETHER = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff"
RUN = re.compile(f"[{WRITTEN_TOGETHER}]+|[^\\W_{WRITTEN_TOGETHER}]+")
# Stands between texts, so that nothing is found across them; nobody can ask for it, for it is no letter.
BREAK = "¶"
# What PostgreSQL can number within one text; longer texts are found by their beginning.
MOST_TOKENS = 16_000
LONGEST_TOKEN = 100


def folded(text: str) -> str:
    """Return a text without differences of case and of width: ＡＩ and ai are the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def runs_of(text: str) -> list[str]:
    """Return the stretches of a folded text that are of one way of writing."""
    return RUN.findall(text)


def is_written_together(run: str) -> bool:
    return re.match(f"[{WRITTEN_TOGETHER}]", run) is not None


def tokens_of_run(run: str) -> list[str]:
    if is_written_together(run):
        return [run[place : place + 2] for place in range(len(run))]
    return [run[:LONGEST_TOKEN]]


def tokens_of(texts: list[str]) -> list[str]:
    return list(_tokens(texts))[:MOST_TOKENS]


def token_of_kind(kind: str) -> str:
    """Return what stands among the words of each record of a kind, so that the index knows kinds too."""
    return f"{BREAK}{kind}"


def _tokens(texts: list[str]) -> Iterator[str]:
    for text in filter(None, texts):
        for run in runs_of(folded(text)):
            yield from tokens_of_run(run)
        yield BREAK
