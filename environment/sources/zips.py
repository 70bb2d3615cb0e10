"""The tables in a ZIP archive, as officers mail them. No name in it is ever a path of ours."""

import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, NamedTuple, cast

LARGEST_IN_MEMORY = 16 * 2**20
BLOCK = 2**20
# Of an archive that unpacks to more, nothing more is read: a few kilobytes can claim to be terabytes.
LARGEST_UNPACKED = 2**30
MOST_MEMBERS = 20_000
LOCKED = 0x1
NAMED_IN_UTF_8 = 0x800
DAMAGED_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
# Letters that names of such files are full of. The bytes of one script are letters of the other too, so
# that only what makes sense tells which was meant.
LETTERS = {
    "cp949": frozenset("서울시베이징대기질오염측정소자료도년월일간평균값구동별확정시간초미세먼지"),
    "gb18030": frozenset("北京首尔市空气质量监测站点数据年月日小时均值区全各表颗粒物"),
}


class Member(NamedTuple):
    """A table of the archive, unpacked, or the reason why it could not be."""

    name: str
    stream: BinaryIO | None
    reason: str = ""


def zip_members(path: Path, endings: tuple[str, ...], archives: tuple[str, ...]) -> Iterator[Member]:
    """Yield the files of an archive that end as tables do; a damaged archive as one member without a stream.

    Raises:
        OSError: the archive cannot be opened.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _members(archive, endings, archives)
    except DAMAGED_ZIP:
        yield Member(path.name, None, "damaged-archive")


def name_in_zip(member: zipfile.ZipInfo) -> str:
    """Return a member's name: before UTF-8 was agreed on, packers wrote that of their own country."""
    if member.flag_bits & NAMED_IN_UTF_8 or member.filename.isascii():
        return unicodedata.normalize("NFC", member.filename)
    written = member.filename.encode("cp437")
    try:
        return unicodedata.normalize("NFC", written.decode("utf-8"))
    except UnicodeDecodeError:
        read = {encoding: written.decode(encoding, "replace") for encoding in LETTERS}
        return read[max(LETTERS, key=lambda encoding: len(LETTERS[encoding].intersection(read[encoding])))]


def _members(
    archive: zipfile.ZipFile, endings: tuple[str, ...], archives: tuple[str, ...]
) -> Iterator[Member]:
    left = LARGEST_UNPACKED
    for number, member in enumerate(archive.infolist()):
        name = name_in_zip(member)
        last_part = name.rpartition("/")[2].lower()
        if number >= MOST_MEMBERS or left <= 0:
            yield Member(name, None, "archive-too-large")
            return
        if not last_part or last_part.startswith("."):
            continue
        if last_part.endswith(archives):
            yield Member(name, None, "archive-in-archive")
        elif last_part.endswith(endings) and member.flag_bits & LOCKED:
            yield Member(name, None, "archive-locked")
        elif last_part.endswith(endings):
            with SpooledTemporaryFile(LARGEST_IN_MEMORY) as copy:
                left -= _unpack(archive, member, copy, left)
                if left > 0:
                    yield Member(name, cast(BinaryIO, copy))


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, copy: IO[bytes], most: int) -> int:
    """Copy what a member holds, at most `most` bytes; its own word for its size counts for nothing."""
    size = 0
    with archive.open(member) as packed:
        while size < most and (block := packed.read(BLOCK)):
            size += copy.write(block)
    copy.seek(0)
    return size
