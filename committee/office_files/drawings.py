"""Charts as pictures for files that cannot hold the drawing itself."""

import struct
from dataclasses import dataclass

from committee.office_files.looks import TEXT_WIDTH_MM
from committee.office_files.manuscript import Drawing
from committee.printing.charts import PNG_SCALE, chart_png

MILLIMETRES_A_PIXEL = 25.4 / 96


@dataclass(frozen=True)
class Drawn:
    """A picture and its size on paper, never wider than the text."""

    png: bytes
    width: float  # millimetres
    height: float


def drawn(drawing: Drawing, language: str) -> Drawn:
    png = chart_png(drawing.spec, language, title=drawing.alt)
    pixels = struct.unpack(">II", png[16:24])  # where every PNG says its size
    width, height = (each / PNG_SCALE * MILLIMETRES_A_PIXEL for each in pixels)
    shrunk = min(1.0, TEXT_WIDTH_MM / width)
    return Drawn(png, width * shrunk, height * shrunk)
