from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse


@login_not_required
def to_own_language(request: HttpRequest) -> HttpResponse:
    """The bare address leads to the reader's language: chosen before, or as the browser asks."""
    return HttpResponseRedirect(reverse("home"))


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "dashboard/home.html")
