"""From HTML to tagged pages: the only module that knows WeasyPrint."""

import contextlib
import gc
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes
from weasyprint.logger import PROGRESS_LOGGER
from weasyprint.pdf import pydyf, tags
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from committee.typesetting.drawings import apart
from committee.typesetting.own_files import HOME, OwnFileIsGone, OwnFiles, OwnFilesOnly, font_faces
from committee.typesetting.sheets import Heading, Place, Sheets

POINTS_A_PIXEL = 0.75
RUNNING_HEADS = "running_heads"
OnPage = Callable[[int], None]


def lay_out(
    html: str, files: OwnFiles, *, name: str = "part", on_page: OnPage = lambda number: None
) -> Sheets:
    """Lay out the pages of one part; the same HTML gives the same bytes.

    Args:
        name: what sets this part apart from the others of its book; identifiers begin with it.
        on_page: called with each page's number while pages are laid out (again from 1 on a second pass).

    Raises:
        OwnFileIsGone: when a font or the stylesheet cannot be read.
    """
    html, drawings = apart(html)
    fetcher = OwnFilesOnly(files.by_address(), drawings)
    with _no_garbage_collection(), _telling_pages(on_page), _naming_what_is_gone(), _fonts() as fonts:
        faces = CSS(string=font_faces(), font_config=fonts, url_fetcher=fetcher, base_url=HOME)
        page = HTML(string=html, base_url=HOME, url_fetcher=fetcher)
        document = page.render(stylesheets=[faces], font_config=fonts, presentational_hints=True)
        _keep_one_link_an_element(document)
        file = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_finishing(name))
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


def _finishing(name: str) -> Callable[[Document, Any], None]:
    name_elements = _naming_elements(name)

    def finish(document: Document, pdf: Any) -> None:
        name_elements(document, pdf)
        for page, mark in vars(pdf).get(RUNNING_HEADS, []):
            _make_artifact(_drawing_of(pdf, page), mark)

    return finish


def _drawing_of(pdf: Any, page: int) -> list[Any]:
    """Return the operators of a page, counted from 0."""

    def referred(reference: bytes) -> Any:
        return pdf.objects[int(reference.split()[0])]

    operators: list[Any] = referred(referred(pdf.page_references[page])["Contents"]).stream
    return operators


def _make_artifact(operators: list[Any], mark: int) -> None:
    """Tell a screen reader to pass over what is marked with this number; heads are drawn last."""
    for place in range(len(operators) - 1, 0, -1):
        if isinstance(operators[place], dict) and operators[place].get("MCID") == mark:
            operators[place - 1] = "/Artifact"
            operators[place] = pydyf.Dictionary({"Type": "/Pagination"})
            return


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
def _fonts() -> Iterator[FontConfiguration]:
    """Hold the engine's copies of the fonts, thirty megabytes, no longer than for one layout.

    It removes them when it is forgotten, which a process that ends at once never does.
    """
    fonts = FontConfiguration()
    with TemporaryDirectory(prefix="fonts-") as folder:
        fonts._folder = Path(folder)
        yield fonts


@contextlib.contextmanager
def _naming_what_is_gone() -> Iterator[None]:
    """Raise an error like any other: the engine's own passes by whoever waits for an `Exception`."""
    try:
        yield
    except FatalURLFetchingError as error:
        raise OwnFileIsGone(str(error)) from error


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


def _leaving_out_heads(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def build_without_heads(
        box: Any,
        parent: Any,
        pdf: Any,
        page: int,
        nums: dict[int, Any],
        annotations: Any,
        marked: dict[Any, Any],
    ) -> Iterator[Any]:
        if not isinstance(box, boxes.MarginBox):
            yield from build(box, parent, pdf, page, nums, annotations, marked)
            return
        for text in [each for each in box.descendants() if each in marked]:
            mark = marked.pop(text)["mcid"]
            nums[mark] = "null"
            vars(pdf).setdefault(RUNNING_HEADS, []).append((page, mark))

    return build_without_heads


def _with_language(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def build_with_language(box: Any, *args: Any) -> Iterator[Any]:
        for element in build(box, *args):
            source = getattr(box, "element", None)
            if source is not None and (language := source.get("lang")):
                element["Lang"] = tags.pydyf.String(language)
            yield element

    return build_with_language


# The engine writes the language of the document only; a screen reader needs that of each part. And it marks
# running heads as text, outside the structure; they are artifacts.
tags._build_box_tree = _with_language(_leaving_out_heads(tags._build_box_tree))
