"""Rows out of a JSON or XML document: what the public services answer, and what was kept of their answers.

The rows become lines of a table: a column a field, fields of nested objects joined by a dot. Numbers
keep the digits they came with. An answer that says why it holds no rows raises `ErrorAnswer`.
"""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from environment.sources.error_answers import raise_error_answer, raise_if_plain_error
from environment.sources.lines import Line, NotReadable

# Where the services keep their rows: OpenAQ; AirKorea before 2021, and after; Seoul.
ROWS = ("results", "list", "items", "item", "row")
# A request that AirKorea's old host repeats beside its rows, which then name no station.
REQUEST = "parm"


def is_document(start: str) -> bool:
    """Tell from its beginning whether a text is JSON, XML or a service's plain word of refusal."""
    raise_if_plain_error(start)
    return start.startswith(("{", "[", "<"))


def document_lines(text: str) -> Iterator[Line]:
    """Yield a heading and the rows below it.

    Raises:
        ErrorAnswer: the service answered with an error.
        NotReadable: the document is a web page, damaged, or holds no rows.
    """
    content = text.lstrip("\ufeff \t\r\n")
    document = _of_xml(content) if content.startswith("<") else _of_json(content)
    raise_error_answer(document)
    rows = [_flat(row) for row in _rows(document)]
    request = document.get(REQUEST) if isinstance(document, dict) else None
    if isinstance(request, dict):
        rows = [
            {f"{REQUEST}.{name}": str(value or "") for name, value in request.items()} | row for row in rows
        ]
    heading = list(dict.fromkeys(chain.from_iterable(rows)))
    yield Line(0, "", heading)
    for number, row in enumerate(rows, 1):
        yield Line(number, json.dumps(row, ensure_ascii=False), [row.get(name, "") for name in heading])


def _of_json(text: str) -> Any:
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except RecursionError as error:
        raise NotReadable("damaged-document") from error
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data"):
            raise NotReadable("damaged-document") from error
    try:
        return [
            json.loads(line, parse_float=str, parse_int=str) for line in text.splitlines() if line.strip()
        ]
    except json.JSONDecodeError as error:
        raise NotReadable("damaged-document") from error


def _of_xml(text: str) -> Any:
    try:
        root = fromstring(text)
    except (ParseError, ValueError, DefusedXmlException) as error:
        is_page = "<html" in text[:2000].lower() or "<!doctype html" in text[:2000].lower()
        raise NotReadable("web-page-instead-of-table" if is_page else "damaged-document") from error
    if root.tag.lower().endswith("html"):
        raise NotReadable("web-page-instead-of-table")
    return {root.tag: _plain(root)}


def _plain(element: Element) -> Any:
    """Return an element as JSON would have it; `row` and `item` are lists even where there is one."""
    children = list(element)
    if not children:
        return (element.text or "").strip()
    found: dict[str, Any] = {}
    for child in children:
        if child.tag in ("row", "item"):
            found.setdefault(child.tag, []).append(_plain(child))
        else:
            found[child.tag] = _plain(child)
    return found


def _rows(document: Any) -> list[dict[str, Any]]:
    found = _rows_within(document)
    rows = [row for row in found or [] if isinstance(row, dict)]
    if found is None or len(rows) != len(found):
        raise NotReadable("unknown-heading")
    if not rows:
        raise NotReadable("answer-no-data")
    return rows


def _rows_within(document: Any) -> list[Any] | None:
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return None
    for name in ROWS:
        if name in document and isinstance(document[name] or [], list):
            return list(document[name] or [])
    inside = [value for value in document.values() if isinstance(value, dict)]
    found = next((rows for value in inside if (rows := _rows_within(value)) is not None), None)
    # One measurement alone, as OpenAQ's older archive kept them a line each.
    return [document] if found is None and "parameter" in document and "value" in document else found


def _flat(row: dict[str, Any], within: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{within}{name}.")
        elif not isinstance(value, list):
            found[within + name] = "" if value is None else str(value)
    return found
