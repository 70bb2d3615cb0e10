"""The page on which anybody learns whether a report in hand is the one that was published."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from committee.members.models import Member
from committee.pages.visitors import Visits, open_to_visitors, refused_for_a_while
from committee.pages.writing import UNPROCESSABLE
from committee.verification.files import checksum_of, identifier_in
from committee.verification.forms import ChecksumForm, FileForm
from committee.verification.verdicts import Verdict, verify


class Uploads(Visits):
    """Files are read, which costs more than a page."""

    scope = "verified-files"

    def get_rate(self) -> str:
        return "20/minute"


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_visitors
def verification(request: HttpRequest) -> HttpResponse:
    """Say what a file is: one that is sent, or one whose checksum is in the address."""
    if request.method == "POST":
        return refused_for_a_while(request, Uploads) or _of_file(request)
    if "sha256" not in request.GET:
        return _page(request)
    form = ChecksumForm(request.GET)
    if not form.is_valid():
        return _page(request, status=UNPROCESSABLE, checksum_form=form)
    verified = verify(form.cleaned_data["sha256"], reader=reader_of(request))
    return _page(request, checksum_form=form, verified=verified)


def reader_of(request: HttpRequest) -> Member | None:
    return request.user if isinstance(request.user, Member) else None


def _of_file(request: HttpRequest) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, status=UNPROCESSABLE, file_form=form)
    file, reader = form.cleaned_data["file"], reader_of(request)
    verified = verify(checksum_of(file), reader=reader)
    if verified.verdict == Verdict.UNKNOWN:
        verified = verify(verified.sha256, reader=reader, identifier=identifier_in(file))
    return _page(request, verified=verified, file_name=file.name)


def _page(request: HttpRequest, *, status: int = 200, **context: Any) -> HttpResponse:
    forms: dict[str, Any] = {"file_form": FileForm(), "checksum_form": ChecksumForm()}
    return render(request, "verification/page.html", forms | context, status=status)
