"""Handing out the PDF of an edition."""

import io

from django.http import FileResponse

from committee.reports.models import ReportEdition


def answer_with_pdf(edition: ReportEdition) -> FileResponse:
    """Answer with the stored file of a ready edition; the caller has asked who may read it."""
    with edition.pdf.open("rb") as file:
        body = io.BytesIO(file.read())
    return FileResponse(body, as_attachment=True, filename=edition.file_name, content_type="application/pdf")
