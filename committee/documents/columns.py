"""What the file of the documents holds."""

from django.utils.translation import gettext_lazy as _

from committee.documents.models import Document
from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of


def _files(document: Document) -> str:
    return "; ".join(file.name for file in document.current_files)


DOCUMENT_COLUMNS = columns_of(
    Document, *columns("title"), "kind", "topic", "year", "city", "readers", Column(_("Files"), _files)
)
