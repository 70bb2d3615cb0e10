"""Photographs in a report: made small enough for print once, then kept by what they show."""

import hashlib
import io
import re
from pathlib import Path
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from committee.pages.gone_files import StoredFileGone
from committee.printing.content import Picture
from committee.printing.snapshot import walk
from committee.rules import BrokenRule

# As wide as the text of a page, at 220 dots an inch.
LONGEST_SIDE = 1450
QUALITY = 82
# A JPEG is decoded at an eighth of its size; whatever else it is, all of it must be held in memory.
MOST_PIXELS, MOST_PIXELS_IN_MEMORY = 120_000_000, 40_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
SIXTEEN_BITS = ("I", "I;16")
CHECKSUM = re.compile(r"[0-9a-f]{64}")


class NotAPicture(BrokenRule):
    """A file that cannot be printed as a picture."""

    def __init__(self) -> None:
        super().__init__(_("This file is not a picture that can be printed."))


class TooManyPixels(BrokenRule):
    """A picture that would take more memory than a worker has."""

    def __init__(self) -> None:
        super().__init__(_("This picture has too many pixels to be printed. Save it smaller, or as JPEG."))


class PictureLost(StoredFileGone):
    """The kept picture is not there, or is not the one that was kept."""


def keep_picture(file: BinaryIO) -> str:
    """Keep a picture as it will be printed; return its checksum (SHA-256), by which it is found again.

    The camera's orientation is applied; everything else that the file says besides its pixels is left out,
    such as place, time and owner.

    Raises:
        NotAPicture, TooManyPixels: when it cannot be printed.
    """
    body = _for_print(file)
    sha256 = hashlib.sha256(body).hexdigest()
    if not default_storage.exists(_name(sha256)):
        default_storage.save(_name(sha256), ContentFile(body))
    return sha256


def picture_path(sha256: str) -> Path:
    """Return where the kept picture lies, a JPEG.

    Raises:
        PictureLost: when the file is gone or was changed.
    """
    path = Path(default_storage.path(_name(sha256)))
    try:
        body = path.read_bytes()
    except OSError as error:
        raise PictureLost(_name(sha256)) from error
    if hashlib.sha256(body).hexdigest() != sha256:
        raise PictureLost(_name(sha256))
    return path


def pictures_of(part: object) -> dict[str, Path]:
    """Return where the pictures of a report, or of a part of it, lie, by their checksums."""
    return {each.sha256: picture_path(each.sha256) for each in walk(part) if isinstance(each, Picture)}


def _name(sha256: str) -> str:
    if not CHECKSUM.fullmatch(sha256):
        raise PictureLost(sha256)
    return f"pictures/{sha256[:2]}/{sha256}.jpg"


def _for_print(file: BinaryIO) -> bytes:
    # The engine, once it is loaded, has a file that was cut off painted grey to its end.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(file) as picture:
            _refuse_huge(picture)
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=2.0)
            small = _on_white(upright)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotAPicture from error
    body = io.BytesIO()
    small.save(body, "JPEG", quality=QUALITY, optimize=True)
    return body.getvalue()


def _refuse_huge(picture: Image.Image) -> None:
    pixels = picture.width * picture.height
    if pixels > (MOST_PIXELS if picture.format == "JPEG" else MOST_PIXELS_IN_MEMORY):
        raise TooManyPixels


def _on_white(picture: Image.Image) -> Image.Image:
    """Return the picture without what shines through."""
    if picture.mode in SIXTEEN_BITS:
        # Converted without this, whatever is not nearly black becomes white.
        return picture.point(lambda shade: shade / 257).convert("L").convert("RGB")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        whole = picture.convert("RGBA")
        white = Image.new("RGBA", whole.size, "white")
        return Image.alpha_composite(white, whole).convert("RGB")
    return picture.convert("RGB")
