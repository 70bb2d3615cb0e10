"""Charts and photographs as the pictures that office files hold."""

import io
from dataclasses import dataclass

from PIL import Image

from committee.office_files.looks import TEXT_WIDTH_MM
from committee.office_files.manuscript import Drawing, Photograph
from committee.printing.charts import PNG_SCALE, chart_png
from committee.printing.photographs import picture_path

MILLIMETRES_A_PIXEL = 25.4 / 96
TALLEST_MM = 110


@dataclass(frozen=True)
class Shown:
    """A picture with its size on paper in millimetres."""

    body: bytes
    kind: str  # png or jpg
    width: float
    height: float


def shown_picture(part: Drawing | Photograph, language: str) -> Shown:
    """Return a chart in its own size, never wider than the text, a photograph as large as has its place."""
    if isinstance(part, Photograph):
        body = picture_path(part.sha256).read_bytes()
        return _sized(body, "jpg", largest=TEXT_WIDTH_MM / _size(body)[0])
    return _sized(chart_png(part.spec, language), "png", MILLIMETRES_A_PIXEL / PNG_SCALE)


def _sized(body: bytes, kind: str, largest: float) -> Shown:
    width, height = _size(body)
    millimetres = min(largest, TEXT_WIDTH_MM / width, TALLEST_MM / height if kind == "jpg" else largest)
    return Shown(body, kind, width * millimetres, height * millimetres)


def _size(body: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(body)) as picture:
        return picture.size
