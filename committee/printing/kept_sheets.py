"""Chapters that were laid out before, kept by what they say and what they were laid out with."""

import hashlib

from django.core.cache import caches

from committee.printing.printed_with import fingerprint
from committee.typesetting.jobs import Job
from committee.typesetting.sheets import Sheets


def kept(job: Job) -> Sheets | None:
    """Return the pages that this very part gave before, with the same program and fonts."""
    sheets: Sheets | None = caches["chapters"].get(_key(job))
    return sheets


def keep(job: Job, sheets: Sheets) -> None:
    caches["chapters"].set(_key(job), sheets)


def _key(job: Job) -> str:
    return hashlib.sha256(f"{fingerprint()} {job.name} {job.html}".encode()).hexdigest()
