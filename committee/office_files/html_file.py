"""A report for the web: the printed HTML with styles for screens, as a page or as one file."""

from django.conf import settings

from committee.office_files.manuscript import printable
from committee.printing.content import Report
from committee.printing.layout import report_html
from committee.printing.pictures import with_fonts_of_readers

STYLESHEET = "office_files/web.css"


def html_of(report: Report) -> bytes:
    """Return the report as one HTML file that needs no other; the same content gives the same bytes."""
    styles = (settings.PROJECT_FOLDER / "static" / STYLESHEET).read_text(encoding="utf-8")
    return printable(with_fonts_of_readers(report_html(report, styles=styles))).encode()


def web_page(report: Report, *, stylesheet: str) -> str:
    """Return the report as a page whose styles lie at an address, as the site's own pages need them."""
    return printable(with_fonts_of_readers(report_html(report, stylesheet=stylesheet)))
