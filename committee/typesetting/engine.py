"""From HTML to tagged pages: the only module that knows WeasyPrint."""

import contextlib
import gc
import logging
from collections.abc import Callable, Iterator
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.logger import PROGRESS_LOGGER
from weasyprint.pdf import pydyf, tags
from weasyprint.text.fonts import FontConfiguration

from committee.typesetting.own_files import HOME, OwnFiles, OwnFilesOnly, font_faces
from committee.typesetting.sheets import Heading, Place, Sheets

POINTS_A_PIXEL = 0.75
OnPage = Callable[[int], None]


def lay_out(
    html: str, files: OwnFiles, *, name: str = "part", on_page: OnPage = lambda number: None
) -> Sheets:
    """Lay out the pages of one part; the same HTML gives the same bytes.

    Args:
        name: what sets this part apart from the others of its book; identifiers begin with it.
        on_page: called with each page's number while pages are laid out (again from 1 on a second pass).
    """
    fetcher = OwnFilesOnly(files.by_address())
    fonts = FontConfiguration()
    with _no_garbage_collection(), _telling_pages(on_page):
        faces = CSS(string=font_faces(), font_config=fonts, url_fetcher=fetcher, base_url=HOME)
        page = HTML(string=html, base_url=HOME, url_fetcher=fetcher)
        document = page.render(stylesheets=[faces], font_config=fonts, presentational_hints=True)
        _keep_one_link_an_element(document)
        file = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_naming_elements(name))
    return Sheets(file, len(document.pages), _places(document), _headings(document))


def _keep_one_link_an_element(document: Document) -> None:
    """Leave out the links that the engine makes of what stands inside a link: they are not tagged as such."""
    for page in document.pages:
        page.links = [link for link in page.links if link[3].element_tag == "a"]


def _places(document: Document) -> dict[str, Place]:
    """Return where each element with an id begins."""
    return {
        anchor: Place(number, x * POINTS_A_PIXEL, (page.height - y) * POINTS_A_PIXEL)
        for number, page in reversed(list(enumerate(document.pages)))
        for anchor, (x, y, *_rest) in page.anchors.items()
    }


def _headings(document: Document) -> tuple[Heading, ...]:
    def heading(branch: Any) -> Heading:
        title, place, below, _state = branch
        return Heading(title, Place(*place), tuple(map(heading, below)))

    return tuple(map(heading, document.make_bookmark_tree(POINTS_A_PIXEL, transform_pages=True)))


def _naming_elements(name: str) -> Callable[[Document, Any], None]:
    """Give the structure's identifiers a prefix, so that parts can be joined, and list them in a tree."""

    def prefixed(identifier: Any) -> Any:
        return pydyf.String(f"{name}-{identifier.string}")

    def finish(document: Document, pdf: Any) -> None:
        elements = [each for each in pdf.objects if isinstance(each, dict) and each.get("S")]
        for element in elements:
            if headers := element.get("A", {}).get("Headers"):
                element["A"]["Headers"] = pydyf.Array(map(prefixed, headers))
        named: list[Any] = [element for element in elements if "ID" in element]
        for element in named:
            element["ID"] = prefixed(element["ID"])
        named.sort(key=lambda element: element["ID"].string.encode())
        if named:
            names = pydyf.Array(each for element in named for each in (element["ID"], element.reference))
            limits = pydyf.Array([named[0]["ID"], named[-1]["ID"]])
            pdf.catalog["PieceOfIDTree"] = pydyf.Dictionary({"Limits": limits, "Names": names})

    return finish


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
def _telling_pages(on_page: OnPage) -> Iterator[None]:
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
