"""The kinds of files that are taken, and how each is told by what stands in it."""

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from django.conf import settings

OPEN_XML = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a text is never, whatever else it may hold: it would be another kind under a false name.
NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", COMPOUND_FILE, b"MZ", b"\x7fELF")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ENCODINGS = ("utf-8", "cp949", "gb18030")
BEGINNING = 64 * 1024
# What opening an archive raises that is broken, encrypted or packed in a way that nobody knows.
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError)
LARGEST_MIMETYPE = 200


@dataclass(frozen=True)
class FileKind:
    """One kind of file: how its name ends, what it is called on the web, and how its content is told."""

    extension: str
    media_type: str
    is_recognised: Callable[[IO[bytes]], bool]


def kind_of_name(name: str) -> FileKind | None:
    """Return the kind that a file's name promises, None for one that is not taken."""
    stem, _dot, extension = name.rpartition(".")
    return KINDS.get(extension.lower()) if stem else None


def _begins(*signatures: bytes) -> Callable[[IO[bytes]], bool]:
    return lambda file: _beginning(file).startswith(signatures)


def _is_pdf(file: IO[bytes]) -> bool:
    """Readers allow something before the header, so we do as well."""
    return b"%PDF-" in _beginning(file)[:1024]


def _is_hwp(file: IO[bytes]) -> bool:
    """Hangul's compound file names itself in a stream that is never compressed."""
    if not _beginning(file).startswith(COMPOUND_FILE):
        return False
    tail = b""
    while chunk := file.read(1024 * 1024):
        if b"HWP Document File" in tail + chunk:
            return True
        tail = chunk[-32:]
    return False


def _holds(folder: str) -> Callable[[IO[bytes]], bool]:
    """A document of the Office Open XML kinds, without macros."""

    def is_recognised(file: IO[bytes]) -> bool:
        names = _names_in_archive(file)
        has_macros = any(name.lower().endswith("vbaproject.bin") for name in names)
        return "[Content_Types].xml" in names and any(n.startswith(folder) for n in names) and not has_macros

    return is_recognised


def _says(media_type: str) -> Callable[[IO[bytes]], bool]:
    """An archive that names its kind in a member called `mimetype`."""

    def is_recognised(file: IO[bytes]) -> bool:
        if "mimetype" not in _names_in_archive(file):
            return False
        file.seek(0)
        try:
            with zipfile.ZipFile(file) as archive, archive.open("mimetype") as said:
                return said.read(LARGEST_MIMETYPE).strip() == media_type.encode()
        except DAMAGED:
            return False

    return is_recognised


def _is_archive(file: IO[bytes]) -> bool:
    return bool(_names_in_archive(file))


def _is_text(file: IO[bytes]) -> bool:
    """Readable in one of the encodings of the two cities, and without the zeros of a program."""
    start = _beginning(file)
    if start.startswith(NOT_TEXT):
        return False
    if start.startswith(UTF_16):
        return _reads_as(start[: len(start) // 2 * 2], "utf-16")
    return b"\0" not in start and any(_reads_as(start, encoding) for encoding in ENCODINGS)


def _reads_as(start: bytes, encoding: str) -> bool:
    """The last character may be cut off where the beginning ends."""
    try:
        start.decode(encoding)
    except UnicodeDecodeError as error:
        return len(start) == BEGINNING and error.start >= BEGINNING - 4
    return True


def _names_in_archive(file: IO[bytes]) -> set[str]:
    """Return the names in an archive; none where it is no archive from its first byte on."""
    if not _beginning(file).startswith(b"PK\x03\x04"):
        return set()
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            return set(archive.namelist())
    except DAMAGED:
        return set()


def _beginning(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read(BEGINNING)


KINDS = {
    kind.extension: kind
    for kind in (
        FileKind("pdf", "application/pdf", _is_pdf),
        FileKind("docx", f"{OPEN_XML}.wordprocessingml.document", _holds("word/")),
        FileKind("xlsx", f"{OPEN_XML}.spreadsheetml.sheet", _holds("xl/")),
        FileKind("pptx", f"{OPEN_XML}.presentationml.presentation", _holds("ppt/")),
        FileKind("hwp", "application/x-hwp", _is_hwp),
        FileKind("hwpx", "application/hwp+zip", _says("application/hwp+zip")),
        FileKind("odt", f"{OPEN_DOCUMENT}.text", _says(f"{OPEN_DOCUMENT}.text")),
        FileKind("ods", f"{OPEN_DOCUMENT}.spreadsheet", _says(f"{OPEN_DOCUMENT}.spreadsheet")),
        FileKind("png", "image/png", _begins(b"\x89PNG\r\n\x1a\n")),
        FileKind("jpg", "image/jpeg", _begins(b"\xff\xd8\xff")),
        FileKind("jpeg", "image/jpeg", _begins(b"\xff\xd8\xff")),
        FileKind("csv", "text/csv", _is_text),
        FileKind("txt", "text/plain", _is_text),
        FileKind("zip", "application/zip", _is_archive),
    )
}


def largest_bytes() -> int:
    return int(settings.DOCUMENT_MEGABYTES) * 1024 * 1024
