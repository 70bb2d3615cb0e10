"""Where each language of a text stands: missing, a draft, checked or outdated."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.history.models import Record
from committee.languages.wording import LANGUAGES, SUFFIXES, Wording
from committee.translations.models import SUFFIX_CHOICES, OutdatedText, TranslationRequest
from committee.translations.texts import (
    kind_of,
    label_of,
    names_of_texts,
    texts_in,
    translated,
    with_parts,
)

NAMES = dict(SUFFIX_CHOICES)
Key = tuple[int, int, str, str]  # kind of record, record, name of the text, column suffix
Kept = TypeVar("Kept", OutdatedText, TranslationRequest)


class State(models.TextChoices):
    MISSING = "missing", pgettext_lazy("state of a translation", "missing")
    DRAFT = "draft", pgettext_lazy("state of a translation", "draft")
    CHECKED = "checked", _("checked")
    OUTDATED = "outdated", _("outdated")


@dataclass(frozen=True)
class Standing:
    """One text in one language; `behind` says what has left it behind, `request` what is on its way."""

    record: Record
    name: str
    suffix: str
    wording: Wording
    state: State
    behind: OutdatedText | None
    request: TranslationRequest | None

    @property
    def kind(self) -> str:
        return kind_of(type(self.record))

    @property
    def language_name(self) -> str:
        return str(NAMES[self.suffix])


@dataclass(frozen=True)
class Text:
    """One text of a record in every language of the site; empty where no language has it."""

    record: Record
    name: str
    label: str
    standings: dict[str, Standing]

    @property
    def full_label(self) -> str:
        """The text with the part that it belongs to: “Milestone “Workshop held”: title”."""
        if not self.record.part_of:
            return capfirst(self.label)
        return f"{capfirst(self.record.noun)} “{self.record}”: {self.label}"

    @property
    def languages(self) -> list[Standing]:
        return list(self.standings.values())

    @property
    def is_empty(self) -> bool:
        return not any(standing.wording for standing in self.standings.values())

    @property
    def wanting(self) -> list[Standing]:
        """The languages in which something is to be done and nobody has been asked."""
        wanted = (State.MISSING, State.OUTDATED)
        return [each for each in self.standings.values() if each.state in wanted and not each.request]


def texts_of(records: Sequence[Record], names: Sequence[str] = ()) -> list[Text]:
    """Return the texts of records of any kinds, in their order, in two queries for all of them.

    Args:
        names: the texts that are wanted; all of each record where left out.
    """
    behind = _by_key(OutdatedText.objects.all(), records, "language")
    asked = _by_key(TranslationRequest.objects.open(), records, "to_language")
    return [
        _text(record, name, behind, asked)
        for record in records
        for name in names_of_texts(type(record))
        if not names or name in names
    ]


def texts_of_whole(record: Record) -> list[Text]:
    """Return the texts of a record and its parts that may be asked for; those that no language has are left
    out."""
    names = {each.kind: each.names for each in translated().values()}
    texts = texts_of(with_parts(record))
    return [text for text in texts if not text.is_empty and text.name in names[kind_of(type(text.record))]]


def _text(
    record: Record, name: str, behind: dict[Key, OutdatedText], asked: dict[Key, TranslationRequest]
) -> Text:
    said = texts_in(record, name)
    kind = ContentType.objects.get_for_model(record).pk
    standings = {}
    for suffix in SUFFIXES:
        row, request = behind.get((kind, record.pk, name, suffix)), asked.get((kind, record.pk, name, suffix))
        if row and row.holds_again(said):
            row = None
        standings[suffix] = Standing(
            record=record,
            name=name,
            suffix=suffix,
            wording=Wording(said[suffix], LANGUAGES[suffix]),
            state=_state(said[suffix], row, request),
            behind=row,
            request=request,
        )
    return Text(record, name, label_of(type(record), name), standings)


def _state(said: str, behind: OutdatedText | None, request: TranslationRequest | None) -> State:
    if request and request.text:
        return State.DRAFT
    if not said:
        return State.MISSING
    return State.OUTDATED if behind else State.CHECKED


def _by_key(rows: "models.QuerySet[Kept]", records: Sequence[Record], language: str) -> dict[Key, Kept]:
    numbers: dict[int, list[int]] = defaultdict(list)
    for record in records:
        numbers[ContentType.objects.get_for_model(record).pk].append(record.pk)
    wanted = Q(pk__in=[])
    for kind, ids in numbers.items():
        wanted |= Q(record_type=kind, record_id__in=ids)
    found: dict[Key, Any] = {}
    for row in rows.filter(wanted):
        found[row.record_type_id, row.record_id, row.name, getattr(row, language)] = row
    return found
