"""The stable reasons for which a reading is not taken, in the reader's words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "ambiguous-heading": _("two columns bear the same heading"),
    "contradicts-earlier-row": _("contradicts an earlier row of the same delivery"),
    "damaged-archive": _("the archive is damaged"),
    "damaged-compression": _("the compressed file is damaged"),
    "damaged-heading": _("the heading is damaged"),
    "damaged-workbook": _("the workbook is damaged"),
    "empty-file": _("the file is empty"),
    "implausible": _("above what an instrument can show"),
    "negative": _("below zero"),
    "no-such-file": _("the file was not found"),
    "not-a-number": _("not a number"),
    "permission-denied": _("the file may not be read"),
    "row-cut-short": _("the row is cut short"),
    "row-too-long": _("the row is too long"),
    "unknown-heading": _("the heading is not known"),
    "unknown-item": _("the item is not known"),
    "unknown-station": _("no station is named"),
    "unreadable-date": _("date or hour cannot be read"),
    "web-page-instead-of-table": _("a web page instead of a table"),
}


def reason_in_words(code: str) -> str:
    return str(WORDS.get(code, code))
