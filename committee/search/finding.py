"""What a reader finds: only what the reader's own pages would show, by the same querysets."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import get_language

from committee.cities.models import City
from committee.languages.searched import Searched
from committee.languages.wording import Wording, each_language, in_language
from committee.members.models import Member
from committee.search.excerpts import Excerpt, marked, telling
from committee.search.kinds import kinds
from committee.search.models import SearchEntry, these
from committee.search.query import Query
from committee.subcommittees.models import Subcommittee

OF_EACH_KIND = 5
# So many are counted and shown: going through all that have a word of every day takes too long.
MOST = 1000
# Every id stands before it.
LAST = 2**63 - 1


@dataclass(frozen=True)
class Asked:
    """What is looked for, and what it is narrowed down to."""

    query: Query
    city: City | None = None
    subcommittee: Subcommittee | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None

    @property
    def narrowed(self) -> dict[str, Any]:
        """What it is narrowed down to, as entries are filtered."""
        limits = {
            "city": self.city,
            "subcommittee": self.subcommittee,
            "day__gte": self.since,
            "day__lte": self.until,
        }
        return {name: limit for name, limit in limits.items() if limit}


@dataclass(frozen=True)
class Hit:
    kind: str
    record: Any
    title: Excerpt
    # The title of the record on whose page it is shown, where that is another one.
    whole: Wording | str
    excerpt: Excerpt | None


class Entered(NamedTuple):
    """A record that was found, by its entry."""

    entry_id: int
    kind: str
    record_id: int


@dataclass(frozen=True)
class Found:
    """What was found: what has a hit in its title first, then the latest changed."""

    entries: list[Entered]
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
    seen: list[Entered] = []
    for column in ("title", "words"):
        seen += _latest_seen(reader, asked, kind, column, known=set(seen))
        if len(seen) > MOST:
            break
    return Found(seen[:MOST], is_cut=len(seen) > MOST)


def groups(reader: Member, asked: Asked, everything: Found) -> list[Group]:
    """Return the first hits of each kind that has some, in the order of the kinds."""
    of_kind: defaultdict[str, list[Entered]] = defaultdict(list)
    for entry in everything.entries:
        of_kind[entry.kind].append(entry)
    first = [entry for entries in of_kind.values() for entry in entries[:OF_EACH_KIND]]
    hits = hits_of(first, reader, asked.query)
    return [
        Group(searched, len(of_kind[kind]), [hit for hit in hits if hit.kind == kind])
        for kind, searched in kinds().items()
        if kind in of_kind
    ]


def hits_of(entries: Sequence[Entered], reader: Member, query: Query) -> list[Hit]:
    """Return the records of these entries as they are now, in the order given: a query a kind."""
    records: dict[tuple[str, int], Any] = {}
    for kind in {entry.kind for entry in entries}:
        wanted = [entry.record_id for entry in entries if entry.kind == kind]
        found = kinds()[kind].records(reader).filter(pk__in=wanted)
        records |= {(kind, record.pk): record for record in found}
    # A record may be gone, or out of sight, since it was entered.
    present = [(entry.kind, entry.record_id) for entry in entries if (entry.kind, entry.record_id) in records]
    return [_hit(kinds()[kind], records[kind, pk], query) for kind, pk in present]


def _latest_seen(reader: Member, asked: Asked, kind: str, column: str, known: set[Entered]) -> list[Entered]:
    """Return the latest entries beside those known that `reader` sees: MOST and more, if there are so many.

    Entries come first, then the question who sees them, which is asked of the kinds that occur alone. Who
    sees few of them gets ever longer stretches.
    """
    seen: list[Entered] = []
    before, stretch = LAST, MOST + 1
    while len(seen) <= MOST:
        latest = _latest(asked, kind, column, before, stretch)
        seen += _seen([entry for entry in latest if entry not in known], reader)
        if len(latest) < stretch:
            break
        before, stretch = latest[-1].entry_id, 4 * stretch
    return seen


def _latest(asked: Asked, kind: str, column: str, before: int, most: int) -> list[Entered]:
    """Return the latest entries that were found, whoever sees them."""
    narrowed = asked.narrowed | ({"kind": kind} if kind and column == "title" else {})
    if narrowed:
        found = SearchEntry.objects.containing(asked.query, kind, column).filter(pk__lt=before, **narrowed)
    else:
        found = SearchEntry.objects.latest_containing(asked.query, kind, column, before=before, most=most)
    latest = found.order_by("-pk").values_list("pk", "kind", "record_id")[:most]
    return [Entered(*entry) for entry in latest]


def _seen(entries: list[Entered], reader: Member) -> list[Entered]:
    """Return those whose records `reader` sees, by the querysets that the pages use: a query a kind.

    Nobody sees a kind that no room has searched any more; its entries stay until all are made anew.
    """
    of_kind: defaultdict[str, set[int]] = defaultdict(set)
    for entry in entries:
        of_kind[entry.kind].add(entry.record_id)
    seen: dict[str, set[int]] = {}
    for kind in of_kind.keys() & kinds().keys():
        seen[kind] = of_kind[kind]
        if visible_to := kinds()[kind].visible_to:
            visible = visible_to(reader).order_by().filter(pk__in=these([*of_kind[kind]]))
            seen[kind] = set(visible.values_list("pk", flat=True))
    return [entry for entry in entries if entry.record_id in seen.get(entry.kind, ())]


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
