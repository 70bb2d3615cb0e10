"""Reads the identifier that a PDF carries, in a process of its own with little time and memory.

A file from anywhere may be damaged, or made to unpack into all the memory there is: then this process ends,
and nothing else. It is started as `python -m committee.verification.reading`, gets the file on its standard
input, and knows neither Django nor the database.
"""

import io
import re
import resource
import sys

import pikepdf

SECONDS = 10
MOST_MEMORY = 512 * 1024**2
# As an element or as an attribute: other programs that save a file write it the other way.
IDENTIFIER = re.compile(rb"""dc:identifier\s*(?:>|=\s*["'])\s*([A-Za-z0-9][A-Za-z0-9._-]{0,59})\s*[<"']""")


def identifier_in(file: bytes) -> str:
    """Return the identifier in the file's own description, '' where it has none.

    Raises:
        pikepdf.PdfError: when the file is no PDF or too damaged to be read.
    """
    with pikepdf.open(io.BytesIO(file)) as pdf:
        metadata = pdf.Root.get(pikepdf.Name.Metadata)
        if not isinstance(metadata, pikepdf.Stream):
            return ""
        found = IDENTIFIER.search(metadata.read_bytes())
        return found[1].decode("ascii") if found else ""


def main() -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    try:
        sys.stdout.write(identifier_in(sys.stdin.buffer.read()))
    except (pikepdf.PdfError, MemoryError, ValueError):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
