"""Holds the languages of an agreement against one another: what lacks which, and what has drifted apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from committee.agreements.models import Agreement, Article
from committee.agreements.structure import Clause, clauses_of
from committee.history.models import Record
from committee.languages.wording import SUFFIXES
from committee.translations.states import Standing, Text, texts_of


@dataclass(frozen=True)
class Line:
    """One paragraph or point across the languages; None where a language with a text has no such clause."""

    standings: dict[str, Standing]
    clauses: dict[str, Clause | None]

    @property
    def cells(self) -> list[tuple[Standing, Clause | None]]:
        return [(standing, self.clauses[suffix]) for suffix, standing in self.standings.items()]


@dataclass(frozen=True)
class Compared:
    """One text of the agreement, by column suffix in the order of its languages, authentic ones first."""

    record: Record
    name: str
    label: str
    standings: dict[str, Standing]
    lines: list[Line]
    authentic: frozenset[str]

    @property
    def anchor(self) -> str:
        return f"{self.record._meta.model_name}-{self.record.pk}-{self.name}"

    @property
    def edit_address(self) -> str:
        return reverse(f"{self.record._meta.model_name}_edit", args=[self.record.pk])

    @property
    def lacking(self) -> list[Standing]:
        """The authentic languages that this text is not in, though a draft may be on its way."""
        return [each for each in self._of_authentic if not each.wording]

    @property
    def outdated(self) -> list[Standing]:
        return [each for each in self.standings.values() if each.behind]

    @property
    def is_uneven(self) -> bool:
        """Whether the authentic languages that have it are not made of the same paragraphs and points."""
        written = {each.suffix for each in self._of_authentic if each.wording}
        return any(line.clauses[suffix] is None for line in self.lines for suffix in written)

    @property
    def is_at_one(self) -> bool:
        return not (self.lacking or self.outdated or self.is_uneven)

    @property
    def _of_authentic(self) -> list[Standing]:
        return [each for each in self.standings.values() if each.suffix in self.authentic]


@dataclass(frozen=True)
class Parity:
    languages: list[str]
    authentic: frozenset[str]
    texts: list[Compared]

    @property
    def findings(self) -> list[Compared]:
        return [each for each in self.texts if not each.is_at_one]


def parity_of(agreement: Agreement, articles: Sequence[Article]) -> Parity:
    """Compare the title, the text and the articles of an agreement; what no language has is left out.

    Two queries, however many articles there are. A language that nothing is written in is left out, unless
    it is authentic.
    """
    compared_texts = ["title", "heading", "text"]
    texts = [text for text in texts_of([agreement, *articles], compared_texts) if not text.is_empty]
    authentic = frozenset(suffix for suffix in SUFFIXES if getattr(agreement, f"authentic_{suffix}"))
    languages = _languages(texts, authentic)
    compared = [_compared(text, languages, authentic) for text in texts]
    return Parity(languages, authentic, compared)


def _languages(texts: Iterable[Text], authentic: frozenset[str]) -> list[str]:
    written = {suffix for text in texts for suffix, each in text.standings.items() if each.wording}
    used = [suffix for suffix in SUFFIXES if suffix in written | authentic]
    return sorted(used, key=lambda suffix: suffix not in authentic)


def _compared(text: Text, languages: list[str], authentic: frozenset[str]) -> Compared:
    standings = {suffix: text.standings[suffix] for suffix in languages}
    return Compared(text.record, text.name, _label(text), standings, _lines(standings), authentic)


def _lines(standings: dict[str, Standing]) -> list[Line]:
    """Put clauses of the same place in the text side by side; what one language lacks stays empty there."""
    clauses = {
        suffix: {clause.path: clause for clause in clauses_of(standing.wording)}
        for suffix, standing in standings.items()
        if standing.wording
    }
    paths = sorted({path for each in clauses.values() for path in each})
    return [
        Line(standings, {suffix: clauses.get(suffix, {}).get(path) for suffix in standings}) for path in paths
    ]


def _label(text: Text) -> str:
    if isinstance(text.record, Article):
        return _("Article %(number)s: %(text)s") % {"number": text.record.number, "text": text.label}
    return _("Agreement: %(text)s") % {"text": text.label}
