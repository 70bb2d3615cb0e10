"""What a liaison officer hands over by hand: of a named format, or one that tells it itself."""

import shutil
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from committee.members.models import Member
from committee.pages.permissions import require
from environment.exchange.handing_over import ending_of, keep_upload
from environment.exchange.permissions import may_upload
from environment.exchange.rules import NothingRecognised, TooManyKinds
from environment.measurements.models import Delivery
from environment.measurements.sorting import kinds_in
from environment.sources.declared import Source
from environment.sources.files import DataFile, UnreadableFile, data_files
from environment.sources.registry import SOURCES

# Of an archive with files of several formats each file is a delivery of its own, up to so many.
MOST_FILES_APART = 50


def upload(*, by: Member, file: "UploadedFile[bytes]", source: Source) -> Delivery:
    """Keep a file of a named format."""
    return keep_upload(by=by, file=file, name=file.name or "", source=source)


@transaction.atomic
def upload_recognised(*, by: Member, file: "UploadedFile[bytes]") -> list[Delivery]:
    """Keep a file whose format and city are told by what stands in it; all of it or nothing.

    An archive of one format is one delivery for each city in it, as it came. Where formats differ, each
    file of the archive is a delivery of its own.

    Raises:
        NothingRecognised: a file is of no known format, or an archive of several formats holds one such.
        TooManyKinds: an archive of several formats holds more files than are kept apart.
    """
    require(may_upload(by))
    name = file.name or ""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"upload{ending_of(name)}")
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        kinds = kinds_in(path, SOURCES.values(), name)
        sources = {(each.city, each.name): each for kind in kinds if isinstance(kind, list) for each in kind}
        if not sources:
            raise NothingRecognised([kind for kind in kinds if isinstance(kind, UnreadableFile)])
        if len({source for _city, source in sources}) > 1:
            return _keep_apart(by, path, kinds)
    return [keep_upload(by=by, file=file, name=name, source=sources[share]) for share in sorted(sources)]


def _keep_apart(by: Member, path: Path, kinds: list[list[Source] | UnreadableFile]) -> list[Delivery]:
    if unreadable := [kind for kind in kinds if isinstance(kind, UnreadableFile)]:
        raise NothingRecognised(unreadable)
    if len(kinds) > MOST_FILES_APART:
        raise TooManyKinds(len(kinds), MOST_FILES_APART)
    return [
        keep_upload(by=by, file=File(entry.stream), name=PurePosixPath(entry.name).name, source=source)
        for entry, kind in zip(data_files(path), kinds, strict=True)
        if isinstance(entry, DataFile) and isinstance(kind, list)
        for source in kind
    ]
