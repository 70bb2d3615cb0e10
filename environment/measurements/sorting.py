"""Takes in files of which the format, the city or both are to be told by what stands in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from committee.members.models import Member
from environment.measurements.actions import enter_delivery, fill, nothing_of
from environment.measurements.clock_decision import Clock
from environment.measurements.intake import Entry
from environment.measurements.models import Delivery
from environment.measurements.summary import Summary
from environment.sources.declared import Source
from environment.sources.files import DataFile, UnreadableFile, data_files, obstacle_to
from environment.sources.lines import NotReadable
from environment.sources.recognition import recognised


class Share(NamedTuple):
    """What belongs together in one delivery: a source and a city."""

    city: str
    source: str


def receive_sorted(
    *,
    by: Member | None,
    candidates: Iterable[Source],
    path: Path,
    way: str = Delivery.Way.COMMAND,
    clock: Clock = Clock.MUST_AGREE,
) -> Summary:
    """Take in a file, folder or archive, a delivery for each source and city in it: all of them or none.

    The files are looked at first and read afterwards, source by source. What none of the candidates
    reads is named in the first of the deliveries.

    Raises:
        City.DoesNotExist: the city of a source is not known.
        ClockDiffers: hours of one of them go by another clock than what is known.
    """
    if obstacle := obstacle_to(path):
        return nothing_of(path, obstacle)
    kinds = kinds_in(path, candidates)
    if not kinds:
        return nothing_of(path, "no-files")
    sources = {Share(s.city, s.name): s for kind in kinds if isinstance(kind, list) for s in kind}
    summary = Summary()
    if not sources:
        for kind in kinds:
            if isinstance(kind, UnreadableFile):
                summary.add(Summary(files=1, unreadable=[kind]))
                summary.rejected[kind.reason] += 1
        return summary
    with transaction.atomic():
        # In order of the cities, because each one is locked: two imports cannot wait for one another.
        for place, share in enumerate(sorted(sources)):
            delivery = enter_delivery(by=by, source=sources[share], path=path, way=way)
            entries = _entries(path, kinds, share, names_unreadable=place == 0)
            summary.add(fill(delivery=delivery, source=sources[share], entries=entries, clock=clock))
    return summary


def kinds_in(path: Path, candidates: Iterable[Source], name: str = "") -> list[list[Source] | UnreadableFile]:
    """Return for each file behind a path its source, one for each city in it, or why it has none."""
    known = list(candidates)
    return [_kind(entry, known) for entry in data_files(path, name)]


def _kind(entry: DataFile | UnreadableFile, candidates: list[Source]) -> list[Source] | UnreadableFile:
    if isinstance(entry, UnreadableFile):
        return entry
    try:
        return recognised(entry, candidates)
    except NotReadable as error:
        return UnreadableFile(entry.name, error.reason)


def _entries(
    path: Path, kinds: list[list[Source] | UnreadableFile], share: Share, *, names_unreadable: bool
) -> Iterator[Entry]:
    for entry, kind in zip(data_files(path), kinds, strict=False):
        if isinstance(kind, UnreadableFile):
            if names_unreadable:
                yield kind
        elif share in [Share(source.city, source.name) for source in kind]:
            yield entry
