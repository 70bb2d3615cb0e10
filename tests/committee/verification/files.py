"""PDFs to be verified, made by hand."""

import datetime
import io

import pikepdf

from committee.typesetting.conformance import Title, declare


def pdf_of(identifier: str = "", words: str = "") -> bytes:
    """Return a file of one page that says which edition it is, where an identifier is given."""
    book = pikepdf.Pdf.new()
    book.add_blank_page()
    declare(book, Title(f"Report{words}", "Committee", "en", datetime.date(2018, 3, 19), identifier))
    file = io.BytesIO()
    book.save(file, static_id=True)
    return file.getvalue()
