from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.documents.attached import document_of_record_page
from committee.documents.models import Document
from committee.meetings.models import Meeting
from committee.members.requests import MemberRequest
from committee.minutes import actions
from committee.minutes.columns import MINUTES_COLUMNS
from committee.minutes.content import differences
from committee.minutes.edition import minutes_in
from committee.minutes.forms import MinutesFilter
from committee.minutes.models import Minutes
from committee.minutes.permissions import may_add_minutes_document, may_create_minutes, may_delete_minutes
from committee.minutes.shown import shown_to
from committee.pages.lists import list_page
from committee.pages.panels import panel_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of, delete_page
from committee.rules import BrokenRule

SHOWN_ON_THE_FIRST_PAGE = 5


def minutes_list(request: MemberRequest) -> HttpResponse:
    minutes = Minutes.objects.visible_to(request.user).in_brief()
    return list_page(request, "minutes/list.html", minutes, MinutesFilter, MINUTES_COLUMNS)


def minutes_waiting(request: MemberRequest) -> HttpResponse:
    """What the first page shows of the minutes that wait for the reader's city."""
    waiting = Minutes.objects.unanswered_by(request.user.city).in_brief()
    written = Minutes.objects.visible_to(request.user).filter(
        state=Minutes.State.DRAFT, meeting__host=request.user.city_id
    )
    context = {
        "waiting": waiting[:SHOWN_ON_THE_FIRST_PAGE],
        "written": written.in_brief()[:SHOWN_ON_THE_FIRST_PAGE],
    }
    return panel_page(request, "minutes/waiting.html", context, waits=any(context.values()))


def minutes_page(request: MemberRequest, minutes_id: int) -> HttpResponse:
    return show(request, visible(request, minutes_id))


@by_button_of("meeting")
def minutes_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("subcommittee"), pk=meeting_id)
    require(may_create_minutes(request.user, meeting))
    try:
        minutes = actions.create_minutes(by=request.user, meeting=meeting)
    except BrokenRule as rule:
        messages.error(request, str(rule.message))
        return HttpResponseRedirect(meeting.get_absolute_url())
    messages.success(request, _("The minutes begin with a section for each item of the agenda."))
    return HttpResponseRedirect(minutes.get_absolute_url())


def minutes_delete(request: MemberRequest, minutes_id: int) -> HttpResponse:
    minutes = visible(request, minutes_id)
    require(may_delete_minutes(request.user, minutes))
    return delete_page(
        request,
        minutes,
        lambda: actions.delete_minutes(by=request.user, minutes=minutes),
        back=minutes.get_absolute_url(),
        after=minutes.meeting.get_absolute_url(),
    )


def minutes_version(request: MemberRequest, minutes_id: int, number: int) -> HttpResponse:
    """Show a version as it was circulated, and what it says otherwise than the one before."""
    minutes = visible(request, minutes_id)
    versions = {version.number: version for version in minutes.versions.all()}
    if number not in versions:
        raise Http404
    version, before = versions[number], versions.get(number - 1)
    context = {
        "minutes": minutes,
        "version": version,
        "edition": minutes_in(minutes, version.content, request.LANGUAGE_CODE),
        "differences": differences(before.content, version.content) if before else None,
    }
    return render(request, "minutes/version.html", context)


def minutes_document_new(request: MemberRequest, minutes_id: int) -> HttpResponse:
    minutes = visible(request, minutes_id)
    require(may_add_minutes_document(request.user, minutes))
    return document_of_record_page(
        request,
        minutes,
        partial(actions.add_minutes_document, minutes=minutes),
        kind=Document.Kind.SIGNED_TEXT,
        subcommittee=minutes.meeting.subcommittee_id,
    )


def visible_minutes(request: MemberRequest) -> QuerySet[Minutes]:
    return Minutes.objects.visible_to(request.user).in_full()


def visible(request: MemberRequest, minutes_id: int) -> Minutes:
    return get_object_or_404(visible_minutes(request), pk=minutes_id)


def show(request: MemberRequest, minutes: Minutes, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "minutes/detail.html", shown_to(request.user, minutes) | more, status=status)


def refuse(request: MemberRequest, minutes: Minutes, rule: BrokenRule) -> HttpResponse:
    """Show the minutes as they stand now, with the reason why nothing was done."""
    now = visible_minutes(request).filter(pk=minutes.pk).first()
    if now is None:  # deleted meanwhile
        messages.error(request, str(rule.message))
        return HttpResponseRedirect(reverse("minutes_list"))
    return show(request, now, status=UNPROCESSABLE, refusal=rule.message)
