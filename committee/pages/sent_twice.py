"""A form sent twice, by a double click or after going back, is answered as if it had been sent once."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.history.models import SentForm
from committee.history.sent_forms import SentTwice, answering, name_form

# What the second one is answered where the first has done it: gone, no longer allowed, no longer possible.
REFUSED = (403, 404, 422)


class ActOnce:
    """Stands where the member is known; what a script sends by itself is left alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.digest_of_form = ""
        with answering():
            answer = self.get_response(request)
        acted = _act_of(request) if answer.status_code in REFUSED else None
        return _to_what_was_done(request, acted) if acted else answer

    def process_view(self, request: Any, *_view: Any) -> None:
        # Not before: what is too large is refused unread.
        request.digest_of_form = _digest_of(request)
        name_form(request.digest_of_form)

    def process_exception(self, request: Any, problem: Exception) -> HttpResponse | None:
        acted = _act_of(request) if isinstance(problem, SentTwice) else None
        return _to_what_was_done(request, acted) if acted else None


def _digest_of(request: Any) -> str:
    """Return what only the same form of the same page has when it is sent again; '' for what is no form.

    Each page that is shown has a CSRF token of its own, so that the same words can be meant twice.
    """
    is_form = request.method == "POST" and request.user.is_authenticated
    if not is_form or "HX-Request" in request.headers or "csrfmiddlewaretoken" not in request.POST:
        return ""
    files = [(name, file.name, file.size) for name, file in request.FILES.items()]
    said = repr((request.user.pk, request.path, sorted(request.POST.lists()), files))
    return hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()


def _act_of(request: Any) -> SentForm | None:
    if not request.digest_of_form:
        return None
    return SentForm.objects.select_related("entry").filter(digest=request.digest_of_form).first()


def _to_what_was_done(request: HttpRequest, acted: SentForm) -> HttpResponse:
    messages.info(request, _("This was sent twice and done once."))
    return HttpResponseRedirect(_place_of(acted.entry.record) or reverse("home"))


def _place_of(record: Model | None) -> str:
    """Return where a record is shown; '' where it was deleted."""
    return record.get_absolute_url() if record else ""  # type: ignore[attr-defined]  # a record
