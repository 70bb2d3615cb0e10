"""From HTML to a tagged PDF: the only module that knows WeasyPrint."""

import contextlib
import gc
import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.logger import PROGRESS_LOGGER
from weasyprint.pdf import tags
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

# An address of nothing: relative addresses in a report lead nowhere but to our own files.
HOME = "report://house"
STYLESHEET = f"{HOME}/print.css"
FACES = {
    "Noto Sans KR": {400: "400Regular/NotoSansKR_400Regular", 700: "700Bold/NotoSansKR_700Bold"},
    "Noto Sans SC": {400: "400Regular/NotoSansSC_400Regular", 700: "700Bold/NotoSansSC_700Bold"},
}


@dataclass(frozen=True)
class Pdf:
    """The finished file, its number of pages and its checksum."""

    file: bytes
    pages: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.file).hexdigest()


class OwnFilesOnly(URLFetcher):  # type: ignore[misc]
    """Fetches the print stylesheet and the fonts; no text in a report can make it read anything else."""

    def __init__(self, files: dict[str, Path]) -> None:
        super().__init__(allowed_protocols=[], allow_redirects=False)
        self._files = files

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if url not in self._files:
            raise ValueError(f"Not one of the report's own files: {url}")
        try:
            body = self._files[url].read_bytes()
        except OSError as error:
            # Without this the engine would go on with whatever font it finds, and print other glyphs.
            raise FatalURLFetchingError(str(error)) from error
        kind = "text/css" if url.endswith(".css") else "font/ttf"
        return URLFetcherResponse(url, body, headers={"Content-Type": kind})


def write_pdf(html: str, *, on_page: Callable[[int], None] = lambda number: None) -> Pdf:
    """Lay out the pages and write them; the same HTML gives the same bytes.

    Args:
        on_page: called with each page's number while pages are laid out (again from 1 on a second pass).
    """
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    fetcher = OwnFilesOnly(own_files())
    fonts = FontConfiguration()
    with _no_garbage_collection(), _telling_pages(on_page):
        faces = CSS(string=_font_faces(), font_config=fonts, url_fetcher=fetcher, base_url=HOME)
        page = HTML(string=html, base_url=HOME, url_fetcher=fetcher)
        document = page.render(stylesheets=[faces], font_config=fonts, presentational_hints=True)
        file = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return Pdf(file=file, pages=len(document.pages))


def own_files() -> dict[str, Path]:
    """Every address the engine may ask for, and the file behind it."""
    files = {STYLESHEET: settings.PROJECT_FOLDER / "static" / "printing" / "print.css"}
    for folder, weights in zip(settings.FONT_FOLDERS, FACES.values(), strict=True):
        files |= {f"{HOME}/fonts/{name}.ttf": Path(folder) / f"{name}.ttf" for name in weights.values()}
    return files


def _font_faces() -> str:
    face = '@font-face {{ font-family: "{}"; font-weight: {}; src: url("{}/fonts/{}.ttf") }}'
    return "\n".join(
        face.format(family, weight, HOME, name)
        for family, weights in FACES.items()
        for weight, name in weights.items()
    )


@contextlib.contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """A layout makes millions of objects that live to its end; looking for rubbish costs a quarter more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextlib.contextmanager
def _telling_pages(on_page: Callable[[int], None]) -> Iterator[None]:
    """Hear the page numbers in the engine's own progress log: it offers no other sign of life."""

    def hear(record: logging.LogRecord) -> bool:
        if "Page" in str(record.msg) and isinstance(record.args, tuple):
            on_page(int(str(record.args[0])))
        return False

    level = PROGRESS_LOGGER.level
    PROGRESS_LOGGER.addFilter(hear)
    PROGRESS_LOGGER.setLevel(logging.INFO)
    try:
        yield
    finally:
        PROGRESS_LOGGER.setLevel(level)
        PROGRESS_LOGGER.removeFilter(hear)


def _with_language(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def build_with_language(box: Any, *args: Any) -> Iterator[Any]:
        for element in build(box, *args):
            source = getattr(box, "element", None)
            if source is not None and (language := source.get("lang")):
                element["Lang"] = tags.pydyf.String(language)
            yield element

    return build_with_language


# The engine writes the language of the document only; a screen reader needs that of each part.
tags._build_box_tree = _with_language(tags._build_box_tree)
