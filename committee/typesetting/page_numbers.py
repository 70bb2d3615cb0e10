"""Page numbers, stamped when the number of all pages is known; no part is laid out again for them."""

import io
import re
from collections.abc import Sequence

from pikepdf import Array, Name, Object, Pdf, Stream

from committee.typesetting.sheets import Sheets

FONT = Name.PageNumbers
SIZE = 8
COLOUR = "0.357 0.396 0.439"  # the stylesheet's quiet #5b6570
RIGHT_EDGE, BASELINE = 535.75, 43.5  # where the text ends at the right, 21 mm from the paper's edge
SIGNS = "0123456789 /"


def specimen(face: str) -> str:
    """Return the page that brings the font: it is laid out like any other, for the glyphs alone."""
    style = f'body {{ font-family: "{face}" }}'
    return f'<html lang="en"><title>{SIGNS}</title><style>{style}</style><body>{SIGNS}</body></html>'


class PageNumbers:
    """Writes “12 / 98” below a page, as an artifact: a screen reader says where it is by itself."""

    def __init__(self, specimen: Sheets) -> None:
        self._source = Pdf.open(io.BytesIO(specimen.file))
        [self._font] = self._source.pages[0].resources[Name.Font].values()
        self._glyphs = _glyphs(self._font)
        self._widths = _widths(self._font)

    def stamp(self, book: Pdf, pages: Sequence[int]) -> None:
        """Number these pages of the book, counted from 0."""
        font = book.copy_foreign(self._font)
        total = len(book.pages)
        for number in pages:
            page = book.pages[number]
            page.obj.Resources.Font[FONT] = font
            # Before the page's own drawing, which leaves the origin in the upper corner.
            page.contents_add(Stream(book, self._drawn(f"{number + 1} / {total}")), prepend=True)

    def _drawn(self, text: str) -> bytes:
        glyphs = [self._glyphs[sign] for sign in text]
        width = sum(self._widths[glyph] for glyph in glyphs) * SIZE / 1000
        shown = "".join(f"{glyph:04x}" for glyph in glyphs)
        return (
            f"/Artifact <</Type /Pagination /Subtype /Footer>> BDC q BT {FONT} {SIZE} Tf {COLOUR} rg "
            f"{RIGHT_EDGE - width:.3f} {BASELINE} Td <{shown}> Tj ET Q EMC\n"
        ).encode()


def _glyphs(font: Object) -> dict[str, int]:
    """Return the glyph of each sign, from the font's table of what its glyphs read as."""
    table = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"^<([0-9a-f]{4})> <([0-9a-f]+)>$", table, flags=re.MULTILINE)
    return {bytes.fromhex(sign).decode("utf-16-be"): int(glyph, 16) for glyph, sign in pairs}


def _widths(font: Object) -> dict[int, float]:
    """Return the width of each glyph in thousandths of the size: `[first [width width …] …]`."""
    widths: dict[int, float] = {}
    runs = list(font.DescendantFonts[0].W)
    for first, run in zip(runs[::2], runs[1::2], strict=True):
        assert isinstance(run, Array)
        widths |= {int(first) + place: float(width) for place, width in enumerate(run)}
    return widths
