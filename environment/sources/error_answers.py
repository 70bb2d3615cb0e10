"""What the public services answer in place of data, under one set of names.

Seoul answers a bad key in XML even where JSON was asked for, and "no data" without its usual wrapper;
AirKorea's gateway answers in XML too. Codes: Seoul Open Data Plaza and data.go.kr, their API guides.
"""

from typing import Any

from environment.sources.lines import NotReadable

BAD_KEY, NO_DATA = "answer-bad-key", "answer-no-data"
OVER_QUOTA, SERVICE_DOWN, WRONG_REQUEST = "answer-over-quota", "answer-service-down", "answer-wrong-request"

SEOUL = {
    "INFO-100": BAD_KEY,
    "INFO-200": NO_DATA,
    "ERROR-337": OVER_QUOTA,
    "ERROR-500": SERVICE_DOWN,
    "ERROR-600": SERVICE_DOWN,
    "ERROR-601": SERVICE_DOWN,
}
AIRKOREA = {
    "01": SERVICE_DOWN,
    "02": SERVICE_DOWN,
    "03": NO_DATA,
    "04": SERVICE_DOWN,
    "05": SERVICE_DOWN,
    "20": BAD_KEY,
    "21": BAD_KEY,
    "22": OVER_QUOTA,
    "23": OVER_QUOTA,
    "30": BAD_KEY,
    "31": BAD_KEY,
    "32": BAD_KEY,
    "33": BAD_KEY,
    "99": SERVICE_DOWN,
}
# The one line that a gateway answers before the service is asked, and what `message` says in JSON.
WORDS = {
    "unauthorized": BAD_KEY,
    "forbidden": BAD_KEY,
    "invalid api key": BAD_KEY,
    "invalid credentials": BAD_KEY,
    "api rate limit exceeded": OVER_QUOTA,
    "api token quota exceeded": OVER_QUOTA,
    "too many requests": OVER_QUOTA,
    "rate limit exceeded": OVER_QUOTA,
    "unexpected errors": SERVICE_DOWN,
    "internal server error": SERVICE_DOWN,
    "service unavailable": SERVICE_DOWN,
    "bad gateway": SERVICE_DOWN,
    "gateway timeout": SERVICE_DOWN,
    "api not found": WRONG_REQUEST,
    "not found": WRONG_REQUEST,
}
LONGEST_WORDS = 100


class ErrorAnswer(NotReadable):
    """A service answered with an error: `reason` is our name for it, `code` and `message` its own words."""

    def __init__(self, reason: str, code: str, message: str = "") -> None:
        super().__init__(reason)
        self.code, self.message = code, message


def raise_if_plain_error(text: str) -> None:
    """Raise ErrorAnswer where a whole text is one of the words that stand for an error."""
    words = text[:LONGEST_WORDS].strip().rstrip(".").lower()
    if words in WORDS and len(text) < LONGEST_WORDS:
        raise ErrorAnswer(WORDS[words], "", text.strip())


def raise_error_answer(document: Any) -> None:
    """Raise ErrorAnswer where a document says that it is an error; an answer with data says nothing."""
    if isinstance(document, list):
        document = document[0] if len(document) == 1 else None
    if not isinstance(document, dict):
        return
    for place in (document, *(value for value in document.values() if isinstance(value, dict))):
        _raise_of_seoul(place.get("RESULT"))
        _raise_of_airkorea(place.get("header"), "resultCode", "resultMsg")
        _raise_of_airkorea(place.get("cmmMsgHeader"), "returnReasonCode", "returnAuthMsg")
    _raise_of_words(document)


def _raise_of_seoul(result: Any) -> None:
    if not isinstance(result, dict):
        return
    code = str(result.get("CODE") or result.get("resultCode") or "").strip()
    if code and code != "INFO-000":
        message = str(result.get("MESSAGE") or result.get("resultMsg") or "")
        raise ErrorAnswer(SEOUL.get(code, WRONG_REQUEST), code, message)


def _raise_of_airkorea(header: Any, code_field: str, message_field: str) -> None:
    if not isinstance(header, dict):
        return
    code = str(header.get(code_field) or "").strip()
    if code.strip("0"):
        reason = AIRKOREA.get(code.zfill(2), WRONG_REQUEST)
        raise ErrorAnswer(reason, code, str(header.get(message_field) or ""))


def _raise_of_words(document: dict[str, Any]) -> None:
    failure = document.get("WebServiceError")
    if isinstance(failure, list) and failure and isinstance(failure[0], dict):
        document = {"message": failure[0].get("Message")}
    for field in ("message", "detail", "error"):
        text = document.get(field)
        if isinstance(text, str) and text and "value" not in document:
            words = text.strip().rstrip(".").lower()
            known = next((reason for word, reason in WORDS.items() if words.startswith(word)), WRONG_REQUEST)
            raise ErrorAnswer(known, "", text)
