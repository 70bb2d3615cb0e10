"""Handing out the files of an edition, and its page for the web."""

import io

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.templatetags.static import static

from committee.office_files.html_file import STYLESHEET, web_page
from committee.office_files.kinds import KINDS
from committee.printing.snapshot import from_json
from committee.reports.models import ReportEdition


def answer_with_pdf(edition: ReportEdition) -> FileResponse:
    """Answer with the stored file of a ready edition; the caller has asked who may read it."""
    with edition.pdf.open("rb") as file:
        body = io.BytesIO(file.read())
    return FileResponse(body, as_attachment=True, filename=edition.file_name, content_type="application/pdf")


def answer_with_file(edition: ReportEdition, kind: str) -> FileResponse:
    """Answer with the file of a kind beside the PDF; 404 where the edition was built without it."""
    found = get_object_or_404(edition.files, kind=kind)
    with found.file.open("rb") as file:
        body = io.BytesIO(file.read())
    media_type = KINDS[found.kind].media_type
    return FileResponse(body, as_attachment=True, filename=found.file_name, content_type=media_type)


def answer_with_page(edition: ReportEdition) -> HttpResponse:
    """Answer with the edition as a page to read on screens of every width."""
    return HttpResponse(web_page(from_json(edition.stored_content), stylesheet=static(STYLESHEET)))
