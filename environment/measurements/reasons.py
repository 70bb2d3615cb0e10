"""The stable reasons for which a reading is not taken, in the reader's words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "ambiguous-format": _("several formats could be meant"),
    "ambiguous-heading": _("two columns bear the same heading"),
    "answer-bad-key": _("the service did not accept the key"),
    "answer-no-data": _("the service answered that it has no data"),
    "answer-over-quota": _("the service answered that the quota is used up"),
    "answer-service-down": _("the service answered that it is out of order"),
    "answer-wrong-request": _("the service could not make sense of the request"),
    "city-not-stated": _("neither the file nor its name says which city it is about"),
    "contradictory-hour": _("the columns of the row contradict each other about the hour"),
    "contradicts-earlier-row": _("contradicts an earlier row of the same delivery"),
    "damaged-archive": _("the archive is damaged"),
    "damaged-compression": _("the compressed file is damaged"),
    "damaged-heading": _("the heading is damaged"),
    "damaged-document": _("the JSON or XML document is damaged"),
    "damaged-workbook": _("the workbook is damaged"),
    "empty-file": _("the file is empty"),
    "flagged": _("marked by the sender as doubtful"),
    "future-hour": _("the hour had not ended when it was received"),
    "hour-without-zone": _("the hour names no time zone"),
    "impossible-weather": _("the weather cannot have been like this"),
    "implausible": _("above what an instrument can show"),
    "negative": _("below zero"),
    "no-such-file": _("the file was not found"),
    "no-files": _("no data file is there"),
    "not-an-hourly-value": _("the value covers another time than one hour"),
    "not-a-full-hour": _("not the end of a full hour"),
    "not-a-number": _("not a number"),
    "other-place": _("the place lies in no city of the committee"),
    "other-status": _("says provisional or confirmed otherwise than the delivery"),
    "permission-denied": _("the file may not be read"),
    "row-cut-short": _("the row is cut short"),
    "row-too-long": _("the row is too long"),
    "station-not-of-the-city": _("the sending city has no such station"),
    "unit-not-declared": _("no unit is declared for the pollutant"),
    "unknown-heading": _("the heading is not known"),
    "unknown-item": _("the item is not known"),
    "unknown-station": _("no station is named"),
    "unreadable-date": _("date or hour cannot be read"),
    "value-incomplete": _("station, pollutant, hour or value is not there"),
    "web-page-instead-of-table": _("a web page instead of a table"),
    "wrong-reference-state": _("the unit needs another reference state"),
    "wrong-unit": _("the pollutant is not measured in this unit"),
}


def reason_in_words(code: str) -> str:
    return str(WORDS.get(code, code))
