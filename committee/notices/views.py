from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.notices import actions
from committee.notices.choosing import choose_ways, read_token, stop_mail, ways_of
from committee.notices.columns import NOTICE_COLUMNS
from committee.notices.forms import NoticeFilter, WaysForm
from committee.notices.models import Notice
from committee.pages.lists import list_page
from committee.pages.writing import UNPROCESSABLE, by_button_of


def notice_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request, "notices/list.html", Notice.objects.of(request.user), NoticeFilter, NOTICE_COLUMNS
    )


def notice_open(request: MemberRequest, notice_id: int) -> HttpResponse:
    """Mark a notice as read and go to what it is about; only a button marks it."""
    notice = get_object_or_404(Notice.objects.of(request.user), pk=notice_id)
    if request.method == "POST":
        actions.mark_read(by=request.user, notice=notice)
        return HttpResponseRedirect(notice.address_in(request.LANGUAGE_CODE))
    return HttpResponseRedirect(reverse("notice_list"))


@by_button_of("notice_list")
def notices_all_read(request: MemberRequest) -> HttpResponse:
    actions.mark_all_read(by=request.user)
    messages.success(request, _("All notices are marked as read."))
    return HttpResponseRedirect(reverse("notice_list"))


def notice_choices(request: MemberRequest) -> HttpResponse:
    form = WaysForm(request.POST if request.method == "POST" else None, initial=ways_of(request.user))
    if form.is_valid():
        choose_ways(by=request.user, ways=form.cleaned_data)
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("notice_choices"))
    context = {"form": form, "heading": _("What you are told, and how"), "back": reverse("notice_list")}
    return render(request, "notices/choices.html", context, status=UNPROCESSABLE if form.is_bound else 200)


@csrf_exempt  # The signed address is the right to do this; mail programmes post to it by themselves.
@login_not_required
def notice_stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether to end a kind of mail, and end it; opened by who holds the mail, signed in or not."""
    try:
        member, kind = read_token(token)
    except (BadSignature, KeyError, Member.DoesNotExist) as error:
        raise Http404 from error
    if request.method == "POST":
        stop_mail(by=member, kind=kind.code)
    context = {"member": member, "kind": kind, "is_done": request.method == "POST"}
    return render(request, "notices/stop.html", context)
