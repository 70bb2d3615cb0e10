"""A liaison officer hands a file over."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE
from environment.exchange.forms import UploadForm
from environment.exchange.handing_over import upload
from environment.exchange.permissions import may_upload
from environment.sources.registry import SOURCES


def delivery_new(request: MemberRequest) -> HttpResponse:
    """Keep a file and go to its delivery, whose page shows how far it is."""
    require(may_upload(request.user))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        source = SOURCES[form.cleaned_data["source"]]
        delivery = upload(by=request.user, file=form.cleaned_data["file"], source=source)
        return HttpResponseRedirect(reverse("delivery", args=[delivery.pk]))
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "exchange/upload.html", {"form": form}, status=status)
