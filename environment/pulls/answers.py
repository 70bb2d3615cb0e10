"""Tells an answer that holds rows from one that does not, and names why. Plain Python."""

import json
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

# What the two interfaces write in RESULT/CODE, resultCode and returnReasonCode.
CODES = {
    "INFO-000": "",
    "INFO-100": "key-refused",
    "INFO-200": "no-data",
    "ERROR-300": "request-refused",
    "ERROR-301": "request-refused",
    "ERROR-310": "service-unknown",
    "ERROR-331": "request-refused",
    "ERROR-332": "request-refused",
    "ERROR-333": "request-refused",
    "ERROR-334": "request-refused",
    "ERROR-335": "request-refused",
    "ERROR-336": "request-refused",
    "ERROR-337": "over-quota",
    "ERROR-500": "server-error",
    "ERROR-600": "server-error",
    "ERROR-601": "server-error",
    "00": "",
    "01": "server-error",
    "02": "server-error",
    "03": "no-data",
    "04": "server-error",
    "05": "timed-out",
    "10": "request-refused",
    "11": "request-refused",
    "12": "service-unknown",
    "20": "key-refused",
    "21": "server-error",
    "22": "over-quota",
    "30": "key-refused",
    "31": "key-refused",
    "32": "key-refused",
    "33": "key-refused",
    "99": "server-error",
}
STATUSES = {401: "key-refused", 403: "key-refused", 404: "service-unknown", 429: "over-quota"}
OK, FIRST_SERVER_ERROR = 200, 500
ELEMENTS = ("CODE", "returnReasonCode", "resultCode")


def problem_of(status: int, content: bytes) -> str:
    """Return the short stable name of what is wrong with an answer, '' for one that holds all of its rows."""
    named = _problem_of_status(status)
    text = content.decode("utf-8-sig", "replace").strip()
    if named and not text.startswith(("{", "<")):
        return named
    if not text:
        return "empty-answer"
    if text.startswith("<"):
        return _of_markup(text, named)
    try:
        document = json.loads(text)
    except ValueError:
        return named or ("cut-short" if text.startswith(("{", "[")) else "not-readable")
    return _of_document(document) or named


def _problem_of_status(status: int) -> str:
    if status == OK:
        return ""
    return STATUSES.get(status) or ("server-error" if status >= FIRST_SERVER_ERROR else "unexpected-status")


def _of_markup(text: str, named: str) -> str:
    """Errors come as XML also where JSON was asked for; what is no error of theirs is somebody's web page."""
    try:
        root = fromstring(text)
    except (ParseError, DefusedXmlException):
        return named or ("web-page" if "<html" in text[:2000].lower() else "not-readable")
    for name in ELEMENTS:
        if code := next((element.text for element in root.iter(name) if element.text), ""):
            return CODES.get(code.strip(), "error-answer") or "not-readable"
    return named or ("web-page" if root.tag.lower().endswith("html") else "not-readable")


def _of_document(document: Any) -> str:
    if not isinstance(document, dict):
        return "not-readable"
    if "response" in document:
        response = _part(document, "response")
        header, body = _part(response, "header"), _part(response, "body")
        return _judged(header.get("resultCode"), body.get("items"), body.get("totalCount"))
    wrapper = next(
        (value for value in document.values() if isinstance(value, dict) and "RESULT" in value), document
    )
    result = _part(wrapper, "RESULT")
    return _judged(result.get("CODE"), wrapper.get("row"), wrapper.get("list_total_count"))


def _part(document: dict[str, Any], name: str) -> dict[str, Any]:
    part = document.get(name)
    return part if isinstance(part, dict) else {}


def _judged(code: Any, rows: Any, total: Any) -> str:
    if code is None:
        return "not-readable"
    if problem := CODES.get(str(code), "error-answer"):
        return problem
    if not isinstance(rows, list) or not rows:
        return "no-data"
    # Half an answer is none: the rest would look as if it had not been measured.
    return "not-all-rows" if str(total).isdecimal() and int(total) > len(rows) else ""
