"""The data files behind a path: the file itself, the files of a folder, the members of an archive."""

import bz2
import gzip
import lzma
import shutil
import tarfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, NamedTuple, Self, cast

from environment.sources.zips import zip_members

ARCHIVES = (".tar", ".tar.xz", ".tar.gz", ".tar.bz2", ".tgz", ".txz", ".zip")
TABLES = (".csv", ".csv.gz", ".gz", ".json", ".ndjson", ".tsv", ".txt", ".xlsx", ".xml")
COMPRESSIONS: dict[bytes, Callable[[Path], object]] = {
    b"\xfd7zXZ\x00": lzma.open,
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
}
LARGEST_IN_MEMORY = 16 * 2**20
BLOCK = 2**20
DAMAGED_ARCHIVE = (tarfile.TarError, lzma.LZMAError, gzip.BadGzipFile, zlib.error, EOFError)


class DataFile(NamedTuple):
    """A file to read now: the stream of an archive's member ends when the next one is asked for."""

    name: str
    stream: BinaryIO


class UnreadableFile(NamedTuple):
    name: str
    reason: str


class Member(tarfile.TarInfo):
    """A member whose damaged or absent header is damage: tarfile takes it for the end of the archive."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # typeshed leaves it out
            raise
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from error


def data_files(path: Path, name: str = "") -> Iterator[DataFile | UnreadableFile]:
    """Yield every data file behind a path, a file that cannot be opened with its reason instead.

    Of a folder or an archive only tables (csv, xlsx, gz, txt, json, xml) are taken, in order of their names.

    Args:
        name: what a single file was called by who sent it, where it is kept under another name.
    """
    if path.is_dir():
        yield from _folder_files(path)
    elif path.name.lower().endswith(ARCHIVES):
        yield from _archive_files(path)
    else:
        yield from _single_file(path, readable_name(name or path.name))


def obstacle_to(path: Path) -> str | None:
    """Return why nothing can be read at a path, None where something can."""
    try:
        if path.is_dir():
            next(path.iterdir(), None)
        else:
            path.open("rb").close()
    except PermissionError:
        return "permission-denied"
    except (FileNotFoundError, NotADirectoryError):
        return "no-such-file"
    return None


def readable_name(name: str) -> str:
    """Return a file's name with what is no UTF-8 in it replaced: a database keeps no halves of letters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _single_file(path: Path, name: str) -> Iterator[DataFile | UnreadableFile]:
    try:
        with path.open("rb") as stream:
            yield DataFile(name, stream)
    except FileNotFoundError:
        yield UnreadableFile(name, "no-such-file")
    except PermissionError:
        yield UnreadableFile(name, "permission-denied")


def _folder_files(folder: Path) -> Iterator[DataFile | UnreadableFile]:
    for path in sorted(folder.rglob("*")):
        name = readable_name(str(path.relative_to(folder)))
        if path.is_dir() and (obstacle := obstacle_to(path)):
            yield UnreadableFile(name, obstacle)
        if path.name.startswith(".") or not path.is_file():
            continue
        if path.name.lower().endswith(ARCHIVES):
            yield from _archive_files(path)
        elif path.name.lower().endswith(TABLES):
            yield from _single_file(path, name)


def _archive_files(path: Path) -> Iterator[DataFile | UnreadableFile]:
    try:
        if path.name.lower().endswith(".zip"):
            yield from _zip_files(path)
            return
        # "r|" reads forwards only, so an archive of any size takes the memory of one member.
        with (
            _unpacked(path) as unpacked,
            tarfile.open(fileobj=unpacked, mode="r|", tarinfo=Member) as archive,
        ):
            for member in archive:
                name = member.name.rpartition("/")[2]
                if member.isfile() and name.lower().endswith(TABLES) and not name.startswith("."):
                    yield from _member(archive, member)
            # The checksum of a gzip stands behind the end of the tar in it.
            while unpacked.read(BLOCK):
                pass
    except DAMAGED_ARCHIVE:
        yield UnreadableFile(path.name, "damaged-archive")
    except FileNotFoundError:
        yield UnreadableFile(path.name, "no-such-file")
    except PermissionError:
        yield UnreadableFile(path.name, "permission-denied")
    except OSError as error:
        if error.errno is not None:
            raise
        # bz2 has no name of its own for damage.
        yield UnreadableFile(path.name, "damaged-archive")


def _zip_files(path: Path) -> Iterator[DataFile | UnreadableFile]:
    for member in zip_members(path, TABLES, ARCHIVES):
        name = readable_name(member.name)
        yield DataFile(name, member.stream) if member.stream else UnreadableFile(name, member.reason)


def _unpacked(path: Path) -> BinaryIO:
    """Open an archive's compression here, because tarfile takes a compressed stream cut short for its end."""
    with path.open("rb") as packed:
        head = packed.read(8)
    for mark, opener in COMPRESSIONS.items():
        if head.startswith(mark):
            return cast(BinaryIO, opener(path))
    return path.open("rb")


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[DataFile | UnreadableFile]:
    """Yield a copy of a member; of one that breaks off, what comes before, and then that it breaks off."""
    with (
        SpooledTemporaryFile(LARGEST_IN_MEMORY) as copy,
        cast(BinaryIO, archive.extractfile(member)) as packed,
    ):
        broken: Exception | None = None
        try:
            shutil.copyfileobj(packed, copy)
        except DAMAGED_ARCHIVE as error:
            broken = error
        copy.seek(0)
        yield DataFile(readable_name(member.name), cast(BinaryIO, copy))
        if broken:
            raise broken
