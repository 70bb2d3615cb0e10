"""From the HTML of one whole document to its PDF, with the house's stylesheet and fonts."""

import functools
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from committee.typesetting.attachments import Attachment
from committee.typesetting.binding import Part, bind
from committee.typesetting.characters import printable
from committee.typesetting.conformance import Title
from committee.typesetting.engine import lay_out
from committee.typesetting.own_files import STYLESHEET as STYLESHEET
from committee.typesetting.own_files import OwnFiles
from committee.typesetting.page_numbers import PageNumbers, specimen

# In which face page numbers stand: the one of the text around them.
KOREAN, CHINESE = "Noto Sans KR", "Noto Sans SC"
FACES_OF = {"zh-Hans": CHINESE}


@dataclass(frozen=True)
class Pdf:
    """The finished file, its number of pages and its checksum."""

    file: bytes
    pages: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.file).hexdigest()


def own_files(pictures: Mapping[str, Path] | None = None) -> OwnFiles:
    """Return the files that the engine may read, as this installation has them."""
    stylesheet = settings.PROJECT_FOLDER / "static" / "printing" / "print.css"
    return OwnFiles(stylesheet, tuple(map(Path, settings.FONT_FOLDERS)), pictures or {})


def write_pdf(
    html: str,
    title: Title,
    *,
    is_numbered: bool = True,
    on_page: Callable[[int], None] = lambda number: None,
) -> Pdf:
    """Print a document that is one part; the same HTML gives the same bytes.

    Args:
        on_page: called with each page's number while pages are laid out (again from 1 on a second pass).
    """
    part = Part(lay_out(in_own_letters(html), own_files(), on_page=on_page), is_numbered)
    return bound([part], title)


def in_own_letters(text: str) -> str:
    """Return the text in the characters that the house's fonts draw, the same on every machine."""
    return printable(text, own_files().regular_fonts())


def bound(parts: Sequence[Part], title: Title, attachments: Sequence[Attachment] = ()) -> Pdf:
    file = bind(
        parts,
        title=title,
        numbers=page_numbers(FACES_OF.get(title.language, KOREAN)),
        attachments=attachments,
    )
    return Pdf(file, sum(part.sheets.pages for part in parts))


@functools.cache
def page_numbers(face: str) -> PageNumbers:
    return PageNumbers(lay_out(specimen(face), own_files()))
