"""Which kinds of files there are beside a PDF, in the order in which they are offered."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from committee.office_files.docx_file import docx_of
from committee.office_files.html_file import html_of
from committee.office_files.hwpx_file import hwpx_of
from committee.office_files.xlsx_file import xlsx_of
from committee.printing.content import Report
from committee.typesetting.attachments import Attachment

OPEN_XML = "application/vnd.openxmlformats-officedocument"
DATA_NAME = "report-data.xlsx"


@dataclass(frozen=True)
class Kind:
    """What a kind of file is for, its media type, and how a report becomes one."""

    purpose: str | Promise
    media_type: str
    made_of: Callable[[Report], bytes]


KINDS = {
    "docx": Kind(_("to edit in Word, WPS or LibreOffice"), f"{OPEN_XML}.wordprocessingml.document", docx_of),
    "hwpx": Kind(_("to edit in Hancom Office"), "application/hwp+zip", hwpx_of),
    "xlsx": Kind(_("the data of every table and chart"), f"{OPEN_XML}.spreadsheetml.sheet", xlsx_of),
    "html": Kind(_("to read offline in a browser"), "text/html; charset=utf-8", html_of),
}


def attachments_of(report: Report) -> list[Attachment]:
    """Return what the PDF of a report holds besides its pages: the data behind what is printed."""
    return [Attachment(DATA_NAME, xlsx_of(report), KINDS["xlsx"].media_type, "Data of tables and charts")]
