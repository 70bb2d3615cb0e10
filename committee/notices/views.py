from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.notices import actions
from committee.notices.forms import NoticeFilter
from committee.notices.models import Notice
from committee.pages.lists import list_page
from committee.pages.writing import by_button_of


def notice_list(request: MemberRequest) -> HttpResponse:
    return list_page(request, "notices/list.html", Notice.objects.of(request.user), NoticeFilter)


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
