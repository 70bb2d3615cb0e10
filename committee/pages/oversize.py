"""What is too large is refused by what its sender says of it, before any of it is read."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

TOO_LARGE = 413
MEGABYTE = 1024 * 1024
# The fields beside a file.
FORM_BYTES = MEGABYTE

View = Callable[..., HttpResponse]


def takes_megabytes(setting: str) -> Callable[[View], View]:
    """Let a view take files of up to the megabytes that a setting names; others take DOCUMENT_MEGABYTES."""

    def mark(view: View) -> View:
        view.setting_of_megabytes = setting  # type: ignore[attr-defined]
        return view

    return mark


class RefuseOversize:
    """Stands before what reads forms, so that neither memory nor disk is filled with what is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, *_named: Any) -> HttpResponse | None:
        megabytes = getattr(settings, getattr(view, "setting_of_megabytes", "DOCUMENT_MEGABYTES"))
        if _size_of(request) <= megabytes * MEGABYTE + FORM_BYTES:
            return None
        words = _("The file is larger than %(megabytes)s MB. Nothing was stored.") % {"megabytes": megabytes}
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": words}, status=TOO_LARGE)
        return render(request, "413.html", {"words": words}, status=TOO_LARGE)


def _size_of(request: HttpRequest) -> int:
    said = request.headers.get("Content-Length", "")
    return int(said) if said.isdecimal() else 0
