"""Makes the entries by which records are found."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import F, Model
from django.db.models.functions import Coalesce

from committee.history.actions import titles_of
from committee.languages.searched import Searched
from committee.languages.wording import columns
from committee.search.kinds import kinds
from committee.search.models import SearchEntry, SearchIndex, SearchWords, WaitingRecord
from committee.search.tokens import token_of_kind, tokens_of

# Raised when texts are cut in another way or others are searched: what was made before is made anew.
EDITION = 4
A_BATCH = 500


def bring_up_to_date() -> int:
    """Make the entries of the records that wait; return how many waited."""
    looked_at = 0
    # A look without the lock first, for mostly nothing waits.
    while WaitingRecord.objects.exists():
        looked_at += _take_batch()
    return looked_at


def is_behind() -> bool:
    """Whether records that were written are not looked at yet; they are found as they were before."""
    return WaitingRecord.objects.exists()


def build() -> None:
    """Make every entry anew, a batch at a time, so that others can write in between."""
    for searched in kinds().values():
        last = 0
        while batch := _ids_after(searched, last):
            with transaction.atomic():
                _take_the_lock()
                _enter(searched, batch)
            last = batch[-1]
        there = searched.model._default_manager.values("pk")
        SearchEntry.objects.filter(kind=searched.kind).exclude(record_id__in=there).delete()
    SearchEntry.objects.exclude(kind__in=kinds()).delete()
    SearchIndex.objects.update_or_create(pk=1, defaults={"edition": EDITION})


def is_built() -> bool:
    return SearchIndex.objects.filter(edition=EDITION).exists()


@transaction.atomic
def _take_batch() -> int:
    _take_the_lock()
    waiting = list(WaitingRecord.objects.order_by("pk")[:A_BATCH])
    ids: defaultdict[str, set[int]] = defaultdict(set)
    for record in waiting:
        ids[record.kind].add(record.record_id)
    # A kind may no longer be searched since its record was written.
    for kind, changed in ((kind, ids[kind]) for kind in ids if kind in kinds()):
        _enter(kinds()[kind], changed)
        for part, of_changed in _parts_placed_by(kinds()[kind].model, changed):
            _enter(part, of_changed)
    WaitingRecord.objects.filter(pk__in=[record.pk for record in waiting]).delete()
    return len(waiting)


def _take_the_lock() -> None:
    """Let one worker at a time write entries; the last one to read a record is then the last to write."""
    SearchIndex.objects.get_or_create(pk=1)
    SearchIndex.objects.select_for_update().get(pk=1)


def _enter(searched: Searched, ids: Collection[int]) -> None:
    """Replace the entries of these records; those of records that are gone go."""
    SearchEntry.objects.filter(kind=searched.kind, record_id__in=ids).delete()
    records = list(searched.records().filter(pk__in=ids).annotate(**_places(searched)).order_by("pk"))
    entries = SearchEntry.objects.bulk_create(_entry(searched, record) for record in records)
    SearchWords.objects.bulk_create(
        _words(searched, record, entry) for record, entry in zip(records, entries, strict=True)
    )


def _places(searched: Searched) -> dict[str, Any]:
    """Return what the records are narrowed down by, as annotations of them."""
    paths = {"at_city": searched.city, "at_subcommittee": searched.subcommittee, "at_day": searched.day}
    places: dict[str, Any] = {name: F(path) for name, path in paths.items() if path}
    if searched.other_city:
        places["at_city"] = Coalesce(places["at_city"], F(searched.other_city))
    return places


def _paths(searched: Searched) -> list[str]:
    paths = [searched.city, searched.other_city, searched.subcommittee, searched.day]
    return list(filter(None, paths))


def _entry(searched: Searched, record: Any) -> SearchEntry:
    return SearchEntry(
        kind=searched.kind,
        record_id=record.pk,
        city_id=getattr(record, "at_city", None),
        subcommittee_id=getattr(record, "at_subcommittee", None),
        day=getattr(record, "at_day", None),
        has_title=searched.has_title,
    )


def _words(searched: Searched, record: Any, entry: SearchEntry) -> SearchWords:
    titles = list(titles_of(record).values()) if searched.is_named_by_words else []
    titles += [getattr(record, name) for name in columns(*filter(None, [searched.title]))]
    texts = [getattr(record, name) for name in columns(*searched.texts)]
    words = [token_of_kind(searched.kind), *tokens_of(titles + texts)]
    return SearchWords(entry=entry, title=tokens_of(titles), words=words)


def _parts_placed_by(model: type[Model], ids: Collection[int]) -> list[tuple[Searched, list[int]]]:
    """Return the records whose city, subcommittee or day is that of one of the changed records."""
    found = []
    for searched in kinds().values():
        firsts = {path.partition("__")[0] for path in _paths(searched) if "__" in path}
        for first in firsts:
            if searched.model._meta.get_field(first).related_model is model:
                parts = searched.model._default_manager.filter(**{f"{first}__in": ids})
                found.append((searched, list(parts.values_list("pk", flat=True))))
    return found


def _ids_after(searched: Searched, last: int) -> list[int]:
    records = searched.model._default_manager.filter(pk__gt=last).order_by("pk")
    return list(records.values_list("pk", flat=True)[:A_BATCH])
