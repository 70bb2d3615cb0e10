"""Every write of the measurements room."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.members.models import Member
from environment.measurements.clock_decision import Clock, keep_finding
from environment.measurements.intake import Entry, Intake
from environment.measurements.models import Delivery
from environment.measurements.pooling import pool_days
from environment.measurements.summary import Summary
from environment.sources.declared import Source
from environment.sources.files import UnreadableFile, data_files, obstacle_to, readable_name
from environment.stations.actions import enter_catalogue

BLOCK = 2**20


def receive(
    *,
    by: Member | None,
    source: Source,
    path: Path,
    way: str = Delivery.Way.COMMAND,
    clock: Clock = Clock.MUST_AGREE,
) -> Summary:
    """Take in a file, folder or archive as one delivery: all of it or, when the process dies, none of it.

    Raises:
        City.DoesNotExist: the city of the source is not known.
        ClockDiffers: its hours go by another clock than what is known; nothing of it was taken in.
    """
    if obstacle := obstacle_to(path):
        return nothing_of(path, obstacle)
    entries = data_files(path)
    first = next(entries, None)
    if first is None:
        return nothing_of(path, "no-files")
    with transaction.atomic():
        delivery = enter_delivery(by=by, source=source, path=path, way=way)
        return fill(delivery=delivery, source=source, entries=chain([first], entries), clock=clock)


def nothing_of(path: Path, reason: str) -> Summary:
    """Return the summary of a path of which nothing was read."""
    nothing = UnreadableFile(readable_name(str(path)), reason)
    return Summary(files=1, rejected=Counter({reason: 1}), unreadable=[nothing])


def enter_delivery(*, by: Member | None, source: Source, path: Path, way: str) -> Delivery:
    return Delivery.objects.create(
        source=source.name,
        city=City.objects.get(code=source.city),
        way=way,
        name=readable_name(path.name)[:500],
        checksum=checksum(path),
        received_at=timezone.now(),
        by=by,
    )


@transaction.atomic
def fill(
    *, delivery: Delivery, source: Source, entries: Iterable[Entry], clock: Clock = Clock.MUST_AGREE
) -> Summary:
    """Take in what a delivery holds, and say so in its row. This is the one door into the store.

    Raises:
        ClockDiffers: its hours go by another clock than what is known; nothing of it was taken in.
    """
    # Deliveries of one city take turns, because they change the same days.
    city = City.objects.select_for_update(no_key=True).get(pk=delivery.city_id)
    enter_catalogue(city=city)
    intake = Intake(source, delivery)
    for entry in entries:
        intake.read(entry)
    intake.finish()
    if clock is not Clock.DECIDED:
        keep_finding(delivery=delivery, finding=intake.clock(), clock=clock)
    pool_days(city=city, averaging=source.averaging, changed_days=intake.changed_days, delivery=delivery)
    Delivery.objects.filter(pk=delivery.pk).update(
        state=Delivery.State.TAKEN_IN,
        **intake.summary.counts(),
        **intake.hours.figures(delivery.received_at),
    )
    return intake.summary


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, of a folder that of the names and of what can be read in it."""
    digest = hashlib.sha256()
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    for file in files:
        if path.is_dir():
            digest.update(os.fsencode(file.relative_to(path)))
        if path.is_dir() and obstacle_to(file):
            continue
        with file.open("rb") as stream:
            while block := stream.read(BLOCK):
                digest.update(block)
    return digest.hexdigest()
