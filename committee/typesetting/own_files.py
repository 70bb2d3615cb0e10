"""What the engine may read while it lays out pages: the stylesheet, the fonts, the pictures given to it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

# An address of nothing: relative addresses in a report lead nowhere but to our own files.
HOME = "report://house"
STYLESHEET = f"{HOME}/print.css"
PICTURES = f"{HOME}/pictures/"
DRAWINGS = f"{HOME}/drawings/"
FACES = {
    "Noto Sans KR": {400: "400Regular/NotoSansKR_400Regular", 700: "700Bold/NotoSansKR_700Bold"},
    "Noto Sans SC": {400: "400Regular/NotoSansSC_400Regular", 700: "700Bold/NotoSansSC_700Bold"},
}
KINDS = {".css": "text/css", ".ttf": "font/ttf", ".jpg": "image/jpeg"}
KIND_OF_DRAWING = "image/svg+xml"


class UnknownAddress(ValueError):
    """An address that is none of the engine's own files; nothing is read for it."""


class OwnFileIsGone(Exception):
    """A font or the stylesheet cannot be read; without it other glyphs would be printed."""


@dataclass(frozen=True)
class OwnFiles:
    """Where the own files lie; `fonts` are the folders of `FACES`, in their order."""

    stylesheet: Path
    fonts: tuple[Path, ...]
    pictures: Mapping[str, Path] = field(default_factory=dict)

    def by_address(self) -> dict[str, Path]:
        pictures = {f"{PICTURES}{name}.jpg": path for name, path in self.pictures.items()}
        return {STYLESHEET: self.stylesheet} | self.fonts_by_address() | pictures

    def fonts_by_address(self) -> dict[str, Path]:
        return {
            f"{HOME}/fonts/{name}.ttf": Path(folder) / f"{name}.ttf"
            for folder, weights in zip(self.fonts, FACES.values(), strict=True)
            for name in weights.values()
        }

    def regular_fonts(self) -> tuple[Path, ...]:
        """Return the fonts of ordinary weight: the bold ones draw the same characters."""
        names = [f"{weights[400]}.ttf" for weights in FACES.values()]
        return tuple(folder / name for folder, name in zip(self.fonts, names, strict=True))

    def checksums(self) -> dict[str, str]:
        """Return the SHA-256 of the stylesheet and of each font by its name."""
        fonts = {path.name: font_checksum(path) for path in self.fonts_by_address().values()}
        return {self.stylesheet.name: checksum(self.stylesheet)} | fonts


def checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# Ten megabytes a face, and they change with an installation only.
font_checksum = cache(checksum)


class OwnFilesOnly(URLFetcher):  # type: ignore[misc]
    """Fetches the own files and drawings; no text in a report can make it read anything else."""

    def __init__(self, files: Mapping[str, Path], drawings: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=[], allow_redirects=False)
        self._files = files
        self._drawings = drawings

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if drawing := self._drawings.get(url):
            return URLFetcherResponse(url, drawing, headers={"Content-Type": KIND_OF_DRAWING})
        if url not in self._files:
            raise UnknownAddress(f"Not one of the report's own files: {url}")
        try:
            body = self._files[url].read_bytes()
        except OSError as error:
            # Without this the engine would go on with whatever font it finds, and print other glyphs.
            raise FatalURLFetchingError(str(error)) from error
        return URLFetcherResponse(url, body, headers={"Content-Type": KINDS[self._files[url].suffix]})


def font_faces() -> str:
    """Return the `@font-face` rules of the own fonts."""
    face = '@font-face {{ font-family: "{}"; font-weight: {}; src: url("{}/fonts/{}.ttf") }}'
    return "\n".join(
        face.format(family, weight, HOME, name)
        for family, weights in FACES.items()
        for weight, name in weights.items()
    )
