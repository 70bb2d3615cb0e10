"""Documents that are pictures, as a report prints them."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.documents.models import Document, DocumentFile
from committee.printing.content import Picture
from committee.printing.photographs import keep_picture
from committee.rules import BrokenRule


class PictureNotPrinted(BrokenRule):
    """A picture that a report was to print is none, too large, or gone."""

    def __init__(self, document: Document, rule: BrokenRule) -> None:
        # Whoever reads it may read another language than that of the edition.
        def said() -> str:
            words = gettext("The picture “%(title)s” cannot be printed: %(reason)s")
            return words % {"title": document.title, "reason": rule.message}

        super().__init__(lazy(said, str)())


class FileIsGone(BrokenRule):
    """What was attached is listed, but its file is not where files are kept."""

    def __init__(self) -> None:
        super().__init__(_("Its file is no longer stored here."))


def pictures_in(documents: Iterable[Document]) -> Iterator[Picture]:
    """Yield those of the documents that are pictures; their `files` are best prefetched.

    Raises:
        PictureNotPrinted: when the file of one cannot be printed.
    """
    for document in documents:
        if file := next((each for each in document.current_files if _is_picture(each)), None):
            yield _picture(document, file)


def _is_picture(file: DocumentFile) -> bool:
    return file.media_type.startswith("image/")


def _picture(document: Document, file: DocumentFile) -> Picture:
    try:
        with file.content.open("rb") as stored:
            sha256 = keep_picture(cast(BinaryIO, stored))
    except FileNotFoundError as error:
        raise PictureNotPrinted(document, FileIsGone()) from error
    except BrokenRule as rule:
        raise PictureNotPrinted(document, rule) from rule
    said = [text.plain for text in (document.title, document.abstract) if text]
    return Picture(sha256, ". ".join(said), document.title, illustrative=document.is_illustrative)
