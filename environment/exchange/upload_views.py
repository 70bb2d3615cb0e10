"""A liaison officer hands a file over."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.oversize import takes_megabytes
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE
from committee.rules import BrokenRule
from environment.exchange.forms import AUTO, UploadForm
from environment.exchange.permissions import may_upload
from environment.exchange.uploading import upload, upload_recognised
from environment.measurements.models import Delivery
from environment.sources.registry import SOURCES


@takes_megabytes("AIR_FILE_MEGABYTES")
def delivery_new(request: MemberRequest) -> HttpResponse:
    """Keep a file and go to its delivery, whose page shows how far it is; to the list where it is several."""
    require(may_upload(request.user))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            deliveries = _hand_over(request.user, form)
        except BrokenRule as rule:
            form.add_error(rule.field, str(rule.message))
        else:
            return HttpResponseRedirect(_page_of(deliveries))
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "exchange/upload.html", {"form": form}, status=status)


def _hand_over(by: Member, form: UploadForm) -> list[Delivery]:
    file, name = form.cleaned_data["file"], form.cleaned_data["source"]
    if name == AUTO:
        return upload_recognised(by=by, file=file)
    return [upload(by=by, file=file, source=SOURCES[name])]


def _page_of(deliveries: list[Delivery]) -> str:
    if len(deliveries) == 1:
        return reverse("delivery", args=[deliveries[0].pk])
    return reverse("delivery_list")
