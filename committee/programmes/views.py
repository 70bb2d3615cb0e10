from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.meetings.models import Meeting
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.programmes import actions
from committee.programmes.columns import PROGRAMME_COLUMNS
from committee.programmes.forms import ProgrammeEntryForm, ProgrammeFilter
from committee.programmes.models import ProgrammeEntry
from committee.programmes.permissions import may_edit_programme
from committee.programmes.timetable import overlap_warnings, timetable


def programme_list(request: MemberRequest) -> HttpResponse:
    entries = ProgrammeEntry.objects.in_full()
    return list_page(request, "programmes/list.html", entries, ProgrammeFilter, PROGRAMME_COLUMNS)


def programme(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Show the programme of one meeting by days, as it is printed."""
    meeting = get_object_or_404(Meeting.objects.select_related("host", "subcommittee"), pk=meeting_id)
    entries = list(meeting.programme.prefetch_related("cities"))
    context = {
        "meeting": meeting,
        "days": timetable(meeting, entries),
        "warnings": overlap_warnings(entries),
        "may_edit": may_edit_programme(request.user, meeting),
    }
    return render(request, "programmes/of_meeting.html", context)


def programme_entry_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("host", "subcommittee"), pk=meeting_id)
    require(may_edit_programme(request.user, meeting))
    return form_page(
        request,
        ProgrammeEntryForm(request.POST or None, meeting=meeting),
        lambda form: actions.add_entry(by=request.user, meeting=meeting, **form.changes),
        heading=_("New programme entry"),
        back=reverse("programme", args=[meeting.pk]),
    )


def programme_entry_edit(request: MemberRequest, entry_id: int) -> HttpResponse:
    entry = get_object_or_404(
        ProgrammeEntry.objects.select_related("meeting__host", "meeting__subcommittee"), pk=entry_id
    )
    require(may_edit_programme(request.user, entry.meeting))
    return form_page(
        request,
        ProgrammeEntryForm(request.POST or None, instance=entry, meeting=entry.meeting),
        lambda form: actions.edit_entry(
            by=request.user, entry=entry, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit programme entry"),
        back=entry.get_absolute_url(),
    )


def programme_entry_delete(request: MemberRequest, entry_id: int) -> HttpResponse:
    entry = get_object_or_404(ProgrammeEntry.objects.select_related("meeting__subcommittee"), pk=entry_id)
    require(may_edit_programme(request.user, entry.meeting))
    return delete_page(
        request,
        entry,
        lambda: actions.delete_entry(by=request.user, entry=entry),
        back=entry.get_absolute_url(),
        after=reverse("programme", args=[entry.meeting_id]),
    )
