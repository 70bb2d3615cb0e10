from functools import partial

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.cities.protocol import in_protocol_order
from committee.documents.attached import document_of_record_page, documents_of_each
from committee.documents.models import Document
from committee.forewords import actions
from committee.forewords.forms import ForewordForm
from committee.forewords.models import Foreword
from committee.forewords.permissions import may_edit_foreword, may_write_foreword
from committee.meetings.models import GeneralMeeting
from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page


def foreword_list(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Show the messages of both cities in every language they have."""
    meeting = _meeting(meeting_id)
    forewords = in_protocol_order(Foreword.objects.of(meeting_id), host_id=meeting.host_id)
    own = next((each for each in forewords if each.city_id == request.user.city_id), None)
    context = {
        "meeting": meeting,
        "forewords": [
            (each, documents, may_edit_foreword(request.user, each))
            for each, documents in documents_of_each(forewords, request.user)
        ],
        "may_write": own is None and may_write_foreword(request.user),
    }
    return render(request, "forewords/of_meeting.html", context)


def foreword_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Ask for the own city's message; where there is one, that one is edited."""
    meeting = _meeting(meeting_id)
    require(may_write_foreword(request.user))
    if kept := Foreword.objects.of(meeting_id).filter(city=request.user.city_id).first():
        return HttpResponseRedirect(reverse("foreword_edit", args=[kept.pk]))
    return form_page(
        request,
        ForewordForm(request.POST or None),
        lambda form: actions.write_foreword(by=request.user, meeting=meeting, **form.changes),
        heading=_("Message of %(city)s in the report to %(meeting)s")
        % {"city": request.user.city.name.plain, "meeting": meeting},
        back=reverse("forewords", args=[meeting_id]),
    )


def foreword_edit(request: MemberRequest, foreword_id: int) -> HttpResponse:
    foreword = _found(foreword_id)
    require(may_edit_foreword(request.user, foreword))
    return form_page(
        request,
        ForewordForm(request.POST or None, instance=foreword),
        lambda form: actions.edit_foreword(
            by=request.user, foreword=foreword, seen_version=form.version_seen, **form.changes
        ),
        heading=str(foreword),
        back=foreword.get_absolute_url(),
    )


def foreword_delete(request: MemberRequest, foreword_id: int) -> HttpResponse:
    foreword = _found(foreword_id)
    require(may_edit_foreword(request.user, foreword))
    return delete_page(
        request,
        foreword,
        lambda: actions.delete_foreword(by=request.user, foreword=foreword),
        back=foreword.get_absolute_url(),
        after=reverse("forewords", args=[foreword.meeting_id]),
    )


def foreword_document_new(request: MemberRequest, foreword_id: int) -> HttpResponse:
    foreword = _found(foreword_id)
    require(may_edit_foreword(request.user, foreword))
    add = partial(actions.add_foreword_document, foreword=foreword)
    return document_of_record_page(request, foreword, add, kind=Document.Kind.OTHER)


def _meeting(meeting_id: int) -> GeneralMeeting:
    meetings = GeneralMeeting.objects.get_queryset().select_related("host")
    return get_object_or_404(meetings, pk=meeting_id)


def _found(foreword_id: int) -> Foreword:
    return get_object_or_404(Foreword.objects.select_related("city", "meeting__host"), pk=foreword_id)
