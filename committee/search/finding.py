"""What a reader finds: only what the reader's own pages would show, by the same querysets."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber
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
class Group:
    """The first hits of one kind, and how many there are of it."""

    searched: Searched
    total: int
    hits: list[Hit]

    @property
    def has_more(self) -> bool:
        return self.total > len(self.hits)


def entries_for(reader: Member, asked: Asked) -> EntryQuerySet:
    """Return the entries that `reader` finds, of whatever kind."""
    entries = SearchEntry.objects.containing(asked.query).filter(_visible_to(reader))
    if asked.city:
        entries = entries.filter(city=asked.city)
    if asked.subcommittee:
        entries = entries.filter(subcommittee=asked.subcommittee)
    if asked.since:
        entries = entries.filter(day__gte=asked.since)
    if asked.until:
        entries = entries.filter(day__lte=asked.until)
    return entries


def counts_by_kind(entries: EntryQuerySet) -> dict[str, int]:
    """Return how many entries there are of each kind that has some, in the order of the kinds."""
    counted = dict(entries.values_list("kind").annotate(number=Count("pk")))
    return {kind: counted[kind] for kind in kinds() if kind in counted}


def groups(reader: Member, asked: Asked) -> list[Group]:
    """Return the first hits of each kind."""
    entries = entries_for(reader, asked)
    place = Window(RowNumber(), partition_by=F("kind"), order_by=["-is_in_title", "-pk"])
    first = entries.title_first(asked.query).annotate(place=place).filter(place__lte=OF_EACH_KIND)
    hits = hits_of(first, reader, asked.query)
    return [
        Group(kinds()[kind], total, [hit for hit in hits if hit.kind == kind])
        for kind, total in counts_by_kind(entries).items()
    ]


def hits_of(entries: Iterable[SearchEntry], reader: Member, query: Query) -> list[Hit]:
    """Return the records of these entries as they are now, in the order given: a query a kind."""
    entries = list(entries)
    records: dict[tuple[str, int], Any] = {}
    for kind in {entry.kind for entry in entries}:
        wanted = [entry.record_id for entry in entries if entry.kind == kind]
        found = kinds()[kind].records(reader).filter(pk__in=wanted)
        records |= {(kind, record.pk): record for record in found}
    # A record may be gone, or out of sight, since it was entered.
    present = [(entry.kind, entry.record_id) for entry in entries if (entry.kind, entry.record_id) in records]
    return [_hit(kinds()[kind], records[kind, pk], query) for kind, pk in present]


def _visible_to(reader: Member) -> Q:
    limited = {kind: searched for kind, searched in kinds().items() if searched.visible_to}
    seen = Q(kind__in=kinds().keys() - limited.keys())
    for kind, searched in limited.items():
        seen |= Q(Exists(searched.records(reader).filter(pk=OuterRef("record_id"))), kind=kind)
    return seen


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
