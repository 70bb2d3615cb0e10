"""What can be wrong with an answer, in the reader's words."""

from django.utils.translation import gettext_lazy as _

NOTHING_NEW = "nothing-new"
WORDS = {
    "": _("delivered"),
    NOTHING_NEW: _("the same answer as before"),
    "certificate-not-trusted": _("the certificate is not trusted"),
    "cut-short": _("the answer is cut short"),
    "empty-answer": _("the answer is empty"),
    "error-answer": _("an error that is not known"),
    "key-refused": _("the key is refused"),
    "no-connection": _("no connection"),
    "no-data": _("no data"),
    "no-key": _("the operator has set no key"),
    "not-all-rows": _("not all rows are there"),
    "not-readable": _("the answer cannot be read"),
    "over-quota": _("over the quota of requests"),
    "request-refused": _("the request is refused"),
    "server-error": _("an error of the server"),
    "service-unknown": _("the service is not known there"),
    "timed-out": _("no answer in time"),
    "too-large": _("the answer is too large"),
    "unexpected-status": _("an unexpected HTTP status"),
    "web-page": _("a web page instead of data"),
}


def problem_in_words(code: str) -> str:
    return str(WORDS.get(code, code))
