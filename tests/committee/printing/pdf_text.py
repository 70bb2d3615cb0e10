"""Reads PDFs in tests: which words stand there, drawn with which face."""

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Name, Pdf


def words(file: bytes, folder: Path, *options: str) -> str:
    """Return the text as a reader's search finds it; `-layout` keeps what stands on one line together."""
    path = folder / "report.pdf"
    path.write_bytes(file)
    return subprocess.run(
        ["pdftotext", *options, "-enc", "UTF-8", path, "-"], capture_output=True, check=True
    ).stdout.decode()


def faces(file: bytes) -> set[str]:
    """Return the names of the embedded faces, without the prefix of the subset: `Noto-Sans-KR`."""
    with open_pdf(file) as pdf:
        return {str(font.BaseFont).split("+")[-1] for font in fonts(pdf).values()}


def faces_of_characters(file: bytes) -> dict[str, set[str]]:
    """Return for every character drawn anywhere the faces it was drawn with, run by run."""
    drawn: dict[str, set[str]] = {}
    with open_pdf(file) as pdf:
        # A chart is a drawing inside the page, with a stream of its own.
        pictures = {
            picture.objgen: picture
            for page in pdf.pages
            for picture in page.resources.get(Name.XObject, {}).values()
        }
        shared = dict(pdf.pages[0].resources[Name.Font])
        streams = [(page.obj, dict(page.resources[Name.Font])) for page in pdf.pages]
        streams += [
            (picture, dict(picture.get(Name.Resources, {}).get(Name.Font, shared)))
            for picture in pictures.values()
            if picture.get(Name.Subtype) == Name.Form
        ]
        for stream, named in streams:
            for face, character in drawn_in(stream, named):
                drawn.setdefault(character, set()).add(face)
    return drawn


def drawn_in(stream: pikepdf.Object, named: dict[str, pikepdf.Object]) -> Iterator[tuple[str, str]]:
    """Yield each character of a content stream with the face it is drawn with."""
    readings = {name: (str(font.BaseFont).split("+")[-1], reading(font)) for name, font in named.items()}
    font_now = ""
    for operands, operator in pikepdf.parse_content_stream(stream):
        if str(operator) == "Tf":
            font_now = str(operands[0])
        elif str(operator) in ("Tj", "TJ"):
            face, characters = readings[font_now]
            yield from (
                (face, each) for code in glyph_codes(operands[0]) for each in characters.get(code, "")
            )


def glyph_codes(shown: object) -> list[int]:
    """Return the two-byte glyph numbers of a text operator's operand."""
    parts = [shown] if isinstance(shown, pikepdf.String) else list(shown)
    pieces = [bytes(part) for part in parts if isinstance(part, pikepdf.String)]
    return [int.from_bytes(piece[at : at + 2], "big") for piece in pieces for at in range(0, len(piece), 2)]


def reading(font: pikepdf.Object) -> dict[int, str]:
    """Return what each glyph of the font reads as, from its ToUnicode table."""
    table = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"^<([0-9a-f]{4})> <([0-9a-f]+)>$", table, flags=re.MULTILINE)
    return {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be") for glyph, text in pairs}


def fonts(pdf: Pdf) -> dict[str, pikepdf.Object]:
    return {
        str(font.BaseFont): font
        for page in pdf.pages
        for font in dict(page.resources.get(Name.Font, {})).values()
    }


def structure(pdf: Pdf) -> list[pikepdf.Object]:
    """Return every element of the structure tree, in reading order."""
    found, waiting = [], [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        found.append(element)
        kids = element.get(Name.K)
        if isinstance(kids, pikepdf.Array):
            waiting += [
                kid for kid in reversed(list(kids)) if isinstance(kid, pikepdf.Dictionary) and Name.S in kid
            ]
    return found[1:]


def open_pdf(file: bytes) -> Pdf:
    return Pdf.open(io.BytesIO(file))
