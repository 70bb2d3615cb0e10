"""Rows of text from a file of any wrapping: csv in several encodings, gzip under any name, xlsx."""

import csv
import gzip
import io
import lzma
import zipfile
import zlib
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from environment.sources.documents import document_lines, is_document
from environment.sources.lines import Line as Line
from environment.sources.lines import NotReadable as NotReadable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP, ZIP, HEAD = b"\x1f\x8b", b"PK\x03\x04", 65536
LINES_ABOVE_A_HEADING = 30
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DAMAGED_STREAM = (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError)


class Unzipped(io.RawIOBase):
    """A gzip file that hands out all of what it unpacked before it says where the damage is."""

    def __init__(self, packed: gzip.GzipFile) -> None:
        self._packed = packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        found = self._packed.read1(len(view))
        view[: len(found)] = found
        return len(found)


class Table:
    """A heading and the lines below it; counts the lines that it hands out. `name` is the file's."""

    def __init__(self, lines: Iterator[Line], name: str = "") -> None:
        self.rows = 0
        self.name = name
        self._lines = lines
        first = next(lines, None)
        if first is None:
            raise NotReadable("empty-file")
        self.heading = [cell.strip() for cell in first.cells]

    def __iter__(self) -> Iterator[Line]:
        for line in self._lines:
            self.rows += 1
            yield line

    def find_heading(self, is_heading: Callable[[list[str]], bool]) -> None:
        """Take the first line that is one for the heading: a title or notes may stand above it.

        Raises:
            NotReadable: none of the first lines is, so this is a file of another format.
        """
        above = 0
        while not is_heading(self.heading):
            line = next(self._lines, None)
            above += 1
            if line is None or above > LINES_ABOVE_A_HEADING:
                raise NotReadable("unknown-heading")
            self.heading = [cell.strip() for cell in line.cells]

    def positions(self, *names: str) -> list[int]:
        """Return where the named headings stand.

        Raises:
            NotReadable: one of them is not there, so this is a file of another format.
        """
        self.find_heading(set(names).issubset)
        return [self.heading.index(name) for name in names]


def open_table(stream: BinaryIO, old_encoding: str, name: str = "") -> Table:
    """Return the table in a file; a document of JSON or XML is read as the table of its rows.

    Raises:
        NotReadable: the file is empty, a web page, or damaged; also while its lines are read.
    """
    return Table(lines_of(stream, old_encoding), name)


def lines_of(stream: BinaryIO, old_encoding: str) -> Iterator[Line]:
    """Yield the lines of a file in any wrapping, as `open_table` reads them."""
    return _lines(_buffered(stream), old_encoding)


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast(io.RawIOBase, stream))


def _lines(stream: io.BufferedReader, old_encoding: str) -> Iterator[Line]:
    try:
        head = stream.peek(HEAD)[:HEAD]
        if head.startswith(GZIP):
            yield from _lines(io.BufferedReader(Unzipped(gzip.GzipFile(fileobj=stream))), old_encoding)
        elif head.startswith(ZIP):
            yield from _workbook_lines(stream)
        else:
            yield from _text_lines(stream, head, old_encoding)
    except DAMAGED_STREAM as error:
        raise NotReadable("damaged-compression") from error


def _text_lines(stream: io.BufferedReader, head: bytes, old_encoding: str) -> Iterator[Line]:
    if not head.strip():
        raise NotReadable("empty-file")
    encoding = encoding_of(head, old_encoding)
    start = head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if is_document(start):
        yield from document_lines(stream.read().decode(encoding, "replace"))
        return
    with io.TextIOWrapper(stream, encoding, errors="replace") as text:
        for number, ended in enumerate(text, 1):
            # PostgreSQL keeps no NUL, and a text that holds one is damaged all the same.
            raw = ended.rstrip("\n").replace("\0", "\ufffd")
            if raw and not raw.isspace():
                yield Line(number, raw, cells_of(raw))


def cells_of(raw: str) -> list[str]:
    """Split one line; a line at a time, so that a stray quote cannot swallow the lines after it."""
    try:
        return next(csv.reader([raw])) if '"' in raw else raw.split(",")
    except csv.Error:
        return [raw]  # no cell is that long: the row counts as cut short


def encoding_of(head: bytes, old_encoding: str) -> str:
    """Return the encoding that a file's beginning shows, `old_encoding` where it is not UTF-8.

    Where damaged bytes fit neither, it is the one that loses less to them.
    """
    for mark, encoding in MARKS.items():
        if head.startswith(mark):
            return encoding
    for encoding in ("utf-8", old_encoding):
        try:
            getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return encoding
    return min(("utf-8", old_encoding), key=lambda encoding: head.decode(encoding, "replace").count("\ufffd"))


def _workbook_lines(stream: io.BufferedReader) -> Iterator[Line]:
    """Yield the rows of the first sheet that has any: Seoul's workbooks carry two empty ones."""
    try:
        book = load_workbook(io.BytesIO(stream.read()), read_only=True, data_only=True)
        for sheet in book.worksheets:
            # Not every writer notes how far a sheet extends, and some note it wrongly.
            cast(ReadOnlyWorksheet, sheet).reset_dimensions()
            width = 0
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                cells = ["" if cell is None else str(cell).strip() for cell in row]
                if any(cells):
                    while len(cells) > width and not cells[-1]:
                        cells.pop()
                    cells += [""] * (width - len(cells))
                    width = width or len(cells)
                    yield Line(number, ",".join(cells), cells)
            if width:
                return
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError) as error:
        raise NotReadable("damaged-workbook") from error
