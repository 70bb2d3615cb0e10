import io

import pytest

from committee.documents.file_kinds import COMPOUND_FILE, kind_of_name
from tests.factories.document import PDF, archive

HWP = COMPOUND_FILE + b"\0" * (1024 * 1024 + 500) + b"HWP Document File V5.00"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
PROGRAM = b"MZ\x90\0" + b"\0" * 40


def office(folder, **more):
    packed = archive(XContent_TypesX__xml=b"<Types/>", **{f"{folder}___document__xml": b"<x/>"}, **more)
    return packed.replace(b"XContent_TypesX", b"[Content_Types]")


RIGHT = {
    "old scan.PDF": PDF,
    "scan with a preamble.pdf": b"\n\n" + PDF,
    "보고.docx": office("word"),
    "表.xlsx": office("xl"),
    "slides.pptx": office("ppt"),
    "회의록.hwp": HWP,
    "회의록.hwpx": archive(mimetype=b"application/hwp+zip"),
    "text.odt": archive(mimetype=b"application/vnd.oasis.opendocument.text"),
    "table.ods": archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "picture.png": PNG,
    "picture.jpg": b"\xff\xd8\xff\xe0",
    "picture.jpeg": b"\xff\xd8\xff\xe0",
    "utf-8.csv": "도시,값\n서울,1\n".encode(),
    "korean.txt": "대기질 자료".encode("cp949"),
    "chinese.txt": "空气质量数据".encode("gb18030"),
    "windows.txt": "대기질".encode("utf-16"),
    "long.txt": ("가" * 40_000).encode(),
    "all.zip": archive(a__txt=b"a"),
}
WRONG = {
    "program.pdf": PROGRAM,
    "page.pdf": b"<html><script>alert(1)</script>",
    "archive.docx": archive(a__txt=b"a"),
    "table.docx": office("xl"),
    "with macros.docx": office("word", word___vbaProject__bin=b"macro"),
    "old word.hwp": COMPOUND_FILE + b"\0" * 100,
    "text.odt": archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "nothing named.hwpx": archive(a__txt=b"a"),
    "picture.jpg": PNG,
    "scan.txt": PDF,
    "program.csv": PROGRAM,
    "noise.txt": b"abc\0def",
    "broken.zip": b"PK\x03\x04 and then nothing",
    "names in no coding.zip": archive(가__txt=b"a").replace("가".encode(), b"\xff\xff\xff"),
    "appended to a picture.zip": PNG + archive(a__txt=b"a"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_file_is_recognised_by_what_stands_in_it(name):
    assert kind_of_name(name).is_recognised(io.BytesIO(RIGHT[name]))


@pytest.mark.parametrize("name", WRONG)
def test_a_file_under_a_false_name_is_not_recognised(name):
    assert not kind_of_name(name).is_recognised(io.BytesIO(WRONG[name]))


@pytest.mark.parametrize(
    "name", ["run.exe", "page.html", "drawing.svg", "paper.pdf.js", "pdf", "macro.docm", ""]
)
def test_other_kinds_are_not_taken(name):
    assert kind_of_name(name) is None
