"""Which source a file is of, told by what stands in it and never by its name.

A source recognises a file when it finds its heading in it. Where two share one (Seoul's daily and hourly
files do), the one that can read the rows below is meant.
"""

import io
from collections.abc import Iterable
from itertools import islice

from environment.sources.declared import Row, Source
from environment.sources.files import DataFile
from environment.sources.tables import GZIP, HEAD, ZIP, Line, NotReadable, Table, lines_of, open_table

LINES = 60
# What is packed or one document cannot be read by halves.
READ_WHOLE = (GZIP, ZIP, b"{", b"[", b"<")
MARK = b"\xef\xbb\xbf"


def recognised(file: DataFile, candidates: Iterable[Source]) -> list[Source]:
    """Return the source of a file, for each city that it holds rows of, and wind the file back.

    Raises:
        NotReadable: no candidate reads it, with the reason.
    """
    content = _beginning(file)
    fitting = _fitting(content, file.name, list(candidates))
    readers = [source for source, rows in fitting if rows] or [source for source, _ in fitting]
    if len(readers) > 1:
        raise NotReadable("ambiguous-format")
    source = readers[0]
    file.stream.seek(0)
    return [source] if source.city else _of_cities(file, source)


def _of_cities(file: DataFile, source: Source) -> list[Source]:
    table = open_table(io.BytesIO(file.stream.read()), source.old_encoding, file.name)
    file.stream.seek(0)
    cities = {row.city for row in source.parse(table) if isinstance(row, Row)}
    if not cities:
        raise NotReadable("other-place")
    return [source.of(city) for city in sorted(cities)]


def _beginning(file: DataFile) -> bytes:
    content = file.stream.read(HEAD)
    if content.removeprefix(MARK).lstrip().startswith(READ_WHOLE):
        content += file.stream.read()
    return content


def _fitting(content: bytes, name: str, candidates: list[Source]) -> list[tuple[Source, bool]]:
    """Return the sources that find their heading, each with whether it can read one of the first rows."""
    samples: dict[str, list[Line]] = {}
    found: list[tuple[Source, bool]] = []
    reasons: list[str] = []
    for source in candidates:
        # A workbook says itself how it is written, and takes long to open.
        encoding = "" if content.startswith(ZIP) else source.old_encoding
        if encoding not in samples:
            lines = lines_of(io.BytesIO(content), source.old_encoding)
            samples[encoding] = list(islice(lines, LINES))
        try:
            rows = list(source.parse(Table(iter(samples[encoding]), name)))
        except NotReadable as error:
            reasons.append(error.reason)
        else:
            found.append((source, any(isinstance(row, Row) for row in rows)))
    if not found:
        known = [reason for reason in reasons if reason != "unknown-heading"]
        raise NotReadable(known[0] if known else "unknown-heading")
    return found
