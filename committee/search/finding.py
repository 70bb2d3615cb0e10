"""What a reader finds: only what the reader's own pages would show, by the same querysets."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language

from committee.cities.models import City
from committee.languages.searched import Searched
from committee.languages.wording import Wording, each_language, in_language
from committee.members.models import Member
from committee.search.excerpts import Excerpt, marked, telling
from committee.search.kinds import kinds
from committee.search.models import EntryQuerySet, SearchEntry
from committee.search.query import Query
from committee.subcommittees.models import Subcommittee

OF_EACH_KIND = 5
# So many are counted and shown: going through all that have a word of every day takes too long.
MOST = 1000


@dataclass(frozen=True)
class Asked:
    """What is looked for, and what it is narrowed down to."""

    query: Query
    city: City | None = None
    subcommittee: Subcommittee | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True)
class Hit:
    kind: str
    record: Any
    title: Excerpt
    # The title of the record on whose page it is shown, where that is another one.
    whole: Wording | str
    excerpt: Excerpt | None


@dataclass(frozen=True)
class Found:
    """The entries found with their kinds: those with a hit in the title first, then the latest changed."""

    ids: dict[int, str]
    # There are more; who needs them chooses a kind or narrows the search down otherwise.
    is_cut: bool


@dataclass(frozen=True)
class Group:
    """The first hits of one kind, and how many there are of it."""

    searched: Searched
    total: int
    hits: list[Hit]

    @property
    def has_more(self) -> bool:
        return self.total > len(self.hits)


def found(reader: Member, asked: Asked, kind: str = "") -> Found:
    """Return what `reader` finds, of one kind or of all."""
    visible = _visible_to(reader, kind)
    in_title = SearchEntry.objects.in_title(asked.query)
    anywhere = SearchEntry.objects.containing(asked.query, kind)
    ids: dict[int, str] = {}
    for entries in (in_title.filter(kind=kind) if kind else in_title, anywhere):
        latest = _narrowed(entries, asked).filter(visible).order_by("-pk").values_list("pk", "kind")
        ids |= {pk: of_kind for pk, of_kind in latest[: MOST + 1] if pk not in ids}
        if len(ids) > MOST:
            break
    return Found(dict(list(ids.items())[:MOST]), is_cut=len(ids) > MOST)


def groups(reader: Member, asked: Asked, everything: Found) -> list[Group]:
    """Return the first hits of each kind that has some, in the order of the kinds."""
    ids = {kind: [pk for pk, of_kind in everything.ids.items() if of_kind == kind] for kind in kinds()}
    hits = hits_of([pk for pks in ids.values() for pk in pks[:OF_EACH_KIND]], reader, asked.query)
    return [
        Group(kinds()[kind], len(pks), [hit for hit in hits if hit.kind == kind])
        for kind, pks in ids.items()
        if pks
    ]


def hits_of(ids: Sequence[int], reader: Member, query: Query) -> list[Hit]:
    """Return the records of these entries as they are now, in the order given: a query a kind."""
    by_id = SearchEntry.objects.in_bulk(ids)
    entries = [by_id[pk] for pk in ids if pk in by_id]
    records: dict[tuple[str, int], Any] = {}
    for kind in {entry.kind for entry in entries}:
        wanted = [entry.record_id for entry in entries if entry.kind == kind]
        found = kinds()[kind].records(reader).filter(pk__in=wanted)
        records |= {(kind, record.pk): record for record in found}
    # A record may be gone, or out of sight, since it was entered.
    present = [(entry.kind, entry.record_id) for entry in entries if (entry.kind, entry.record_id) in records]
    return [_hit(kinds()[kind], records[kind, pk], query) for kind, pk in present]


def _narrowed(entries: EntryQuerySet, asked: Asked) -> EntryQuerySet:
    if asked.city:
        entries = entries.filter(city=asked.city)
    if asked.subcommittee:
        entries = entries.filter(subcommittee=asked.subcommittee)
    if asked.since:
        entries = entries.filter(day__gte=asked.since)
    if asked.until:
        entries = entries.filter(day__lte=asked.until)
    return entries


def _visible_to(reader: Member, only: str) -> Q:
    """Return the condition on entries of one kind or of all, by the querysets that the pages use."""
    limited = {kind: searched for kind, searched in kinds().items() if searched.visible_to}
    if only:
        return _seen(limited[only], reader) if only in limited else Q()
    seen = ~Q(kind__in=limited)
    for kind, searched in limited.items():
        seen |= Q(kind=kind) & _seen(searched, reader)
    return seen


def _seen(searched: Searched, reader: Member) -> Q:
    return Q(Exists(searched.records(reader).filter(pk=OuterRef("record_id"))))


def _hit(searched: Searched, record: Any, query: Query) -> Hit:
    title = in_language(record, searched.title, get_language() or "") if searched.title else str(record)
    return Hit(
        kind=searched.kind,
        record=record,
        title=marked(title, query),
        whole=record.whole.title if searched.title and record.whole != record else "",
        excerpt=telling(_texts(searched, record, title), query),
    )


def _texts(searched: Searched, record: Any, shown: Wording | str) -> list[Wording]:
    """Return the texts in the reader's language, then those in others, but for the title that is shown."""
    texts = [text for name in searched.texts for text in each_language(record, name)]
    titles = list(each_language(record, searched.title)) if searched.title else []
    others = [title for title in titles if not isinstance(shown, Wording) or title.language != shown.language]
    return sorted([*texts, *others], key=lambda text: text.is_substitute)
