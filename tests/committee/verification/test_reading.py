import io
import zlib

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from committee.printing.press import print_report
from committee.verification import files, reading
from tests.committee.verification.files import pdf_of
from tests.factories.report import small_report


def in_process_of_its_own(file: bytes) -> str:
    return files.identifier_in(SimpleUploadedFile("report.pdf", file))


def with_metadata(metadata: bytes) -> bytes:
    book = pikepdf.Pdf.new()
    book.add_blank_page()
    book.Root.Metadata = pikepdf.Stream(book, metadata)
    file = io.BytesIO()
    book.save(file, fix_metadata_version=False)
    return file.getvalue()


def test_the_identifier_of_an_edition_is_read_from_its_own_description():
    printed = print_report(small_report(), identifier="SBJC-3-2018-en-1")

    assert in_process_of_its_own(printed.file) == "SBJC-3-2018-en-1"


@pytest.mark.parametrize(
    "file",
    [b"", b"%PDF-1.7 not a real one", pdf_of("SBJC-3-2018-en-1")[:400], b"\x00" * 5000],
    ids=["empty", "no PDF", "torn off", "zeros"],
)
def test_a_damaged_file_carries_no_identifier(file):
    assert in_process_of_its_own(file) == ""


@pytest.mark.parametrize(
    ("metadata", "identifier"),
    [
        (b"<dc:identifier>SBJC-3-2018-ko-1</dc:identifier>", "SBJC-3-2018-ko-1"),
        (b'<rdf:Description dc:identifier="SBJC-3-2018-ko-1"/>', "SBJC-3-2018-ko-1"),
        (b"<dc:identifier><script>alert(1)</script></dc:identifier>", ""),
        (b"<dc:identifier>" + b"A" * 61 + b"</dc:identifier>", ""),
        (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><dc:identifier>&e;</dc:identifier>', ""),
    ],
)
def test_only_what_an_identifier_can_be_is_taken_for_one(metadata, identifier):
    assert reading.identifier_in(with_metadata(metadata)) == identifier


def two_gigabytes_of_spaces() -> bytes:
    """Packed twice, into a few kilobytes: a stretch that is packed on its own can be repeated."""
    packer = zlib.compressobj(9)
    first, stretch = (packer.compress(b" " * 1024**2) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return zlib.compress(first + stretch * 2047, 9)


def test_a_file_that_unpacks_into_more_than_there_is_ends_its_own_process_alone():
    book = pikepdf.Pdf.new()
    book.add_blank_page()
    bomb = pikepdf.Stream(book, two_gigabytes_of_spaces())
    bomb.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    book.Root.Metadata = bomb
    file = io.BytesIO()
    book.save(
        file,
        compress_streams=False,
        fix_metadata_version=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )

    assert len(file.getvalue()) < 20_000
    assert in_process_of_its_own(file.getvalue()) == ""
