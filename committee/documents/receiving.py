"""What is found out of a file before anything of it is stored."""

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import File

from committee.documents.file_kinds import kind_of_name, largest_bytes
from committee.documents.file_names import clean
from committee.documents.rules import EmptyFile, KindNotTaken, NotWhatItSays, TooLarge


@dataclass(frozen=True)
class Received:
    """A file that may be stored: its name without tricks, and what it is by its content."""

    name: str
    size_bytes: int
    sha256: str
    media_type: str


def examine(upload: "File[bytes]") -> Received:
    """Return what an upload is.

    Raises:
        EmptyFile, TooLarge, KindNotTaken, NotWhatItSays: when it must not be stored.
    """
    size = upload.size
    if size == 0:
        raise EmptyFile
    if size > largest_bytes():
        raise TooLarge(settings.DOCUMENT_MEGABYTES)
    name = clean(upload.name or "")
    kind = kind_of_name(name)
    if kind is None:
        raise KindNotTaken
    if not kind.is_recognised(upload):
        raise NotWhatItSays(kind.extension)
    return Received(name, size, _hash(upload), kind.media_type)


def _hash(upload: "File[bytes]") -> str:
    found = hashlib.sha256()
    for chunk in upload.chunks():
        found.update(chunk)
    upload.seek(0)
    return found.hexdigest()
