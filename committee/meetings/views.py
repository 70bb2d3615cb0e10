from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.documents.attached import document_of_record_page, documents_of_each
from committee.history.models import HistoryEntry
from committee.meetings import actions, cycle
from committee.meetings.columns import MEETING_COLUMNS
from committee.meetings.forms import (
    DecisionForm,
    GeneralMeetingForm,
    MeetingFilter,
    MeetingForm,
    SubcommitteeMeetingForm,
)
from committee.meetings.hours import hours_in_cities
from committee.meetings.models import Decision, Meeting
from committee.meetings.permissions import (
    may_call_subcommittee,
    may_create_meeting,
    may_edit_meeting,
    subcommittees_called_by,
)
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.numbering import next_number
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.reports.of_meeting import reports_of

Kind = Meeting.Kind


def meeting_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "meetings/list.html",
        Meeting.objects.select_related("host", "subcommittee"),
        MeetingFilter,
        MEETING_COLUMNS,
        may_create=may_create_meeting(request.user),
        may_call_subcommittee=may_call_subcommittee(request.user),
        outlook=cycle.outlook(),
    )


def meeting_page(request: MemberRequest, meeting_id: int) -> HttpResponse:
    return show_meeting(request, meeting_id)


def show_meeting(request: MemberRequest, meeting_id: int, status: int = 200, **more: Any) -> HttpResponse:
    meeting = get_object_or_404(
        Meeting.objects.select_related("host", "subcommittee", "closed_by__city"), pk=meeting_id
    )
    context = {
        "meeting": meeting,
        "hours": hours_in_cities(meeting),
        "decisions": documents_of_each(_decisions_of(meeting), request.user),
        "today": request.user.today,
        "may_edit": may_edit_meeting(request.user, meeting),
        "history": HistoryEntry.objects.about(meeting),
        **(_of_the_cycle(meeting, request.user) if meeting.is_general else {}),
        **more,
    }
    return render(request, "meetings/detail.html", context, status=status)


def _decisions_of(meeting: Meeting) -> QuerySet[Decision]:
    """With what became of each."""
    outcomes = ["outcome__agreement", "outcome__commitment"]
    decisions = meeting.decisions.select_related("subcommittee", *outcomes)
    return decisions.prefetch_related(
        "follow_ups__responsible__city", "follow_ups__post__city", "follow_ups__post__subcommittee"
    )


def _of_the_cycle(meeting: Meeting, member: Member) -> dict[str, Any]:
    """What the page of a general meeting shows besides."""
    agreements = meeting.agreements
    return {
        "agreements": agreements.prefetch_related("commitments__subcommittee", "commitments__city"),
        "reports": reports_of(meeting, member),
        "warnings": cycle.warnings(meeting),
        "previous": cycle.previous_held(meeting),
    }


def meeting_new(request: MemberRequest) -> HttpResponse:
    require(may_create_meeting(request.user))
    proposal = cycle.propose_next()
    suggested = {"ordinal": proposal.ordinal, "host": proposal.host, "starts_on": proposal.starts_on}
    form = GeneralMeetingForm(request.POST or None, initial=suggested)
    return _new_page(request, Kind.GENERAL, form, heading=_("New general meeting"))


def subcommittee_meeting_new(request: MemberRequest) -> HttpResponse:
    require(may_call_subcommittee(request.user))
    subcommittees = subcommittees_called_by(request.user)
    suggested = {"host": request.user.city, "subcommittee": subcommittees.first()}
    form = SubcommitteeMeetingForm(request.POST or None, initial=suggested, subcommittees=subcommittees)
    return _new_page(request, Kind.SUBCOMMITTEE, form, heading=_("New subcommittee meeting"))


def working_meeting_new(request: MemberRequest) -> HttpResponse:
    require(may_create_meeting(request.user))
    form = MeetingForm(request.POST or None, initial={"host": request.user.city})
    return _new_page(request, Kind.WORKING, form, heading=_("New working meeting"))


def _new_page(request: MemberRequest, kind: Kind, form: MeetingForm, *, heading: str) -> HttpResponse:
    return form_page(
        request,
        form,
        lambda sent: actions.create_meeting(by=request.user, kind=kind, **sent.changes),
        heading=heading,
        back=reverse("meeting_list"),
    )


def meeting_edit(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("subcommittee"), pk=meeting_id)
    require(may_edit_meeting(request.user, meeting))
    form = GeneralMeetingForm if meeting.is_general else MeetingForm
    return form_page(
        request,
        form(request.POST or None, instance=meeting),
        lambda form: actions.edit_meeting(
            by=request.user, meeting=meeting, seen_version=form.version_seen, **form.changes
        ),
        heading=meeting.title,
        back=meeting.get_absolute_url(),
    )


def meeting_delete(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("subcommittee"), pk=meeting_id)
    require(may_edit_meeting(request.user, meeting))
    return delete_page(
        request,
        meeting,
        lambda: actions.delete_meeting(by=request.user, meeting=meeting),
        back=meeting.get_absolute_url(),
        after=reverse("meeting_list"),
    )


def decision_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("subcommittee"), pk=meeting_id)
    require(may_edit_meeting(request.user, meeting))
    return form_page(
        request,
        DecisionForm(
            request.POST or None, initial={"number": next_number(meeting.decisions.all(), "number")}
        ),
        lambda form: actions.add_decision(by=request.user, meeting=meeting, **form.changes),
        heading=_("New decision"),
        back=meeting.get_absolute_url(),
    )


def decision_edit(request: MemberRequest, decision_id: int) -> HttpResponse:
    decision = get_object_or_404(Decision.objects.select_related("meeting__subcommittee"), pk=decision_id)
    require(may_edit_meeting(request.user, decision.meeting))
    return form_page(
        request,
        DecisionForm(request.POST or None, instance=decision),
        lambda form: actions.edit_decision(
            by=request.user, decision=decision, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit decision"),
        back=decision.get_absolute_url(),
    )


def decision_delete(request: MemberRequest, decision_id: int) -> HttpResponse:
    decision = get_object_or_404(Decision.objects.select_related("meeting__subcommittee"), pk=decision_id)
    require(may_edit_meeting(request.user, decision.meeting))
    return delete_page(
        request,
        decision,
        lambda: actions.delete_decision(by=request.user, decision=decision),
        back=decision.get_absolute_url(),
        after=decision.meeting.get_absolute_url(),
    )


def decision_document_new(request: MemberRequest, decision_id: int) -> HttpResponse:
    decision = get_object_or_404(Decision.objects.select_related("meeting__subcommittee"), pk=decision_id)
    require(may_edit_meeting(request.user, decision.meeting))
    add = partial(actions.add_decision_document, decision=decision)
    return document_of_record_page(request, decision, add, subcommittee=decision.subcommittee_id)
