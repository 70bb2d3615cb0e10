"""What is handed over is kept first, whole and on the disk; a task takes it in later."""

import hashlib
import os
import uuid
from functools import partial
from pathlib import Path
from typing import NamedTuple

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.members.models import Member
from committee.pages.permissions import require
from environment.exchange.actions import note_use
from environment.exchange.document import Document
from environment.exchange.models import Handover, MachineAccount
from environment.exchange.permissions import may_upload
from environment.exchange.rules import KeyUsedOtherwise
from environment.exchange.tasks import take_in_delivery
from environment.measurements.models import Delivery
from environment.sources.declared import Source
from environment.sources.files import ARCHIVES, readable_name
from environment.sources.pushed import name_of

# Endings that tell how a file is to be read, the longest first.
ENDINGS = sorted({*ARCHIVES, ".csv", ".csv.gz", ".gz", ".json", ".json.gz", ".txt", ".xlsx"}, key=len)[::-1]


class Body(NamedTuple):
    """The body of a push as it was sent, and as it reads unpacked."""

    sent: bytes
    content: bytes
    is_packed: bool


class Accepted(NamedTuple):
    """The delivery of a push; `is_repetition` when it had been accepted before."""

    delivery: Delivery
    is_repetition: bool


@transaction.atomic
def push(*, account: MachineAccount, key: str, body: Body, document: Document) -> Accepted:
    """Keep a push; the same key with the same content is the same delivery, whoever comes first.

    Raises:
        KeyUsedOtherwise: the key came with another content before.
    """
    now = timezone.now()
    # Pushes of one account take turns, so that two with one key cannot both be the first.
    account = MachineAccount.objects.select_for_update().select_related(None).get(pk=account.pk)
    note_use(account, now)
    checksum = hashlib.sha256(body.content).hexdigest()
    before = account.handovers.select_related("delivery__city").filter(idempotency_key=key).first()
    if before:
        if before.content_sha256 != checksum:
            raise KeyUsedOtherwise
        return Accepted(before.delivery, is_repetition=True)
    delivery = Delivery.objects.create(
        source=name_of(account.city.code, document.status),
        city=account.city,
        way=Delivery.Way.PUSH,
        state=Delivery.State.WAITING,
        name=key,
        checksum=checksum,
        received_at=now,
        rows=document.size,
    )
    handover = Handover(
        delivery=delivery,
        account=account,
        idempotency_key=key,
        content_sha256=checksum,
        seen_alive_at=now,
    )
    _keep(handover, ContentFile(body.sent), ".json.gz" if body.is_packed else ".json")
    return Accepted(delivery, is_repetition=False)


@transaction.atomic
def keep_upload(*, by: Member, file: "File[bytes]", name: str, source: Source) -> Delivery:
    """Keep a file that a liaison officer hands over; it is taken in by a task."""
    require(may_upload(by))
    now, checksum = timezone.now(), _checksum(file)
    delivery = Delivery.objects.create(
        source=source.name,
        city=City.objects.get(code=source.city) if source.city else by.city,
        way=Delivery.Way.UPLOAD,
        state=Delivery.State.WAITING,
        name=readable_name(name)[:500],
        checksum=checksum,
        received_at=now,
        by=by,
    )
    handover = Handover(delivery=delivery, content_sha256=checksum, seen_alive_at=now)
    _keep(handover, file, ending_of(name))
    return delivery


@transaction.atomic
def keep_fetched(*, source: Source, name: str, content: bytes, ending: str) -> Delivery:
    """Keep what was fetched from a public interface, as it came; it is taken in by a task."""
    now, checksum = timezone.now(), hashlib.sha256(content).hexdigest()
    delivery = Delivery.objects.create(
        source=source.name,
        city=City.objects.get(code=source.city),
        way=Delivery.Way.PULL,
        state=Delivery.State.WAITING,
        name=name[:500],
        checksum=checksum,
        received_at=now,
    )
    handover = Handover(delivery=delivery, content_sha256=checksum, seen_alive_at=now)
    _keep(handover, ContentFile(content), ending)
    return delivery


def ending_of(name: str) -> str:
    """Return the ending that tells how a file is to be read, as it is written in its name."""
    return next((ending for ending in ENDINGS if name.lower().endswith(ending)), "")


def _keep(handover: Handover, content: "File[bytes]", ending: str) -> None:
    """Write the bytes to the disk, keep where they are, and queue the work once both are certain."""
    handover.content.save(f"{uuid.uuid4().hex}{ending}", content, save=False)
    _settle(Path(handover.content.path))
    handover.save(force_insert=True)
    # Robust: with the queue out of reach the row still waits, and is taken up once it is silent for long.
    work = partial(take_in_delivery.delay, delivery_id=handover.delivery_id)
    transaction.on_commit(work, robust=True)


def _settle(path: Path) -> None:
    """Return when file and folder entry have reached the disk: 202 is a promise."""
    for place in (path, path.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _checksum(file: "File[bytes]") -> str:
    digest = hashlib.sha256()
    for block in file.chunks():
        digest.update(block)
    return digest.hexdigest()
