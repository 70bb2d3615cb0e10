from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.documents.attached import document_of_record_page, documents_of_each
from committee.history.models import HistoryEntry
from committee.meetings import actions, cycle
from committee.meetings.columns import MEETING_COLUMNS
from committee.meetings.forms import AgendaItemForm, DecisionForm, MeetingFilter, MeetingForm
from committee.meetings.models import AgendaItem, Decision, GeneralMeeting
from committee.meetings.permissions import may_create_meeting, may_edit_meeting
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.numbering import next_number
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.reports.of_meeting import reports_of


def meeting_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "meetings/list.html",
        GeneralMeeting.objects.select_related("host"),
        MeetingFilter,
        MEETING_COLUMNS,
        may_create=may_create_meeting(request.user),
        outlook=cycle.outlook(),
    )


def meeting_page(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(GeneralMeeting.objects.select_related("host"), pk=meeting_id)
    agenda, decisions = (
        meeting.agenda.select_related("subcommittee"),
        meeting.decisions.select_related("subcommittee"),
    )
    context = {
        "meeting": meeting,
        "agenda": documents_of_each(agenda, request.user),
        "decisions": documents_of_each(decisions, request.user),
        "agreements": meeting.agreements.prefetch_related("commitments__subcommittee", "commitments__city"),
        "today": request.user.today,
        "reports": reports_of(meeting, request.user),
        "warnings": cycle.warnings(meeting),
        "previous": cycle.previous_held(meeting),
        "may_edit": may_edit_meeting(request.user, meeting),
        "history": HistoryEntry.objects.about(meeting),
    }
    return render(request, "meetings/detail.html", context)


def meeting_new(request: MemberRequest) -> HttpResponse:
    require(may_create_meeting(request.user))
    proposal = cycle.propose_next()
    suggested = {"ordinal": proposal.ordinal, "host": proposal.host, "starts_on": proposal.starts_on}
    return form_page(
        request,
        MeetingForm(request.POST or None, initial=suggested),
        lambda form: actions.create_meeting(by=request.user, **form.changes),
        heading=_("New general meeting"),
        back=reverse("meeting_list"),
    )


def meeting_edit(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(GeneralMeeting, pk=meeting_id)
    require(may_edit_meeting(request.user, meeting))
    return form_page(
        request,
        MeetingForm(request.POST or None, instance=meeting),
        lambda form: actions.edit_meeting(
            by=request.user, meeting=meeting, seen_version=form.version_seen, **form.changes
        ),
        heading=meeting.title,
        back=meeting.get_absolute_url(),
    )


def meeting_delete(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(GeneralMeeting, pk=meeting_id)
    require(may_edit_meeting(request.user, meeting))
    return delete_page(
        request,
        meeting,
        lambda: actions.delete_meeting(by=request.user, meeting=meeting),
        back=meeting.get_absolute_url(),
        after=reverse("meeting_list"),
    )


def agenda_item_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(GeneralMeeting, pk=meeting_id)
    require(may_edit_meeting(request.user, meeting))
    return form_page(
        request,
        AgendaItemForm(
            request.POST or None, initial={"position": next_number(meeting.agenda.all(), "position")}
        ),
        lambda form: actions.add_agenda_item(by=request.user, meeting=meeting, **form.changes),
        heading=_("New agenda item"),
        back=meeting.get_absolute_url(),
    )


def agenda_item_edit(request: MemberRequest, item_id: int) -> HttpResponse:
    item = get_object_or_404(AgendaItem.objects.select_related("meeting"), pk=item_id)
    require(may_edit_meeting(request.user, item.meeting))
    return form_page(
        request,
        AgendaItemForm(request.POST or None, instance=item),
        lambda form: actions.edit_agenda_item(
            by=request.user, item=item, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit agenda item"),
        back=item.get_absolute_url(),
    )


def agenda_item_delete(request: MemberRequest, item_id: int) -> HttpResponse:
    item = get_object_or_404(AgendaItem.objects.select_related("meeting"), pk=item_id)
    require(may_edit_meeting(request.user, item.meeting))
    return delete_page(
        request,
        item,
        lambda: actions.delete_agenda_item(by=request.user, item=item),
        back=item.get_absolute_url(),
        after=item.meeting.get_absolute_url(),
    )


def decision_new(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = get_object_or_404(GeneralMeeting, pk=meeting_id)
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
    decision = get_object_or_404(Decision.objects.select_related("meeting"), pk=decision_id)
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
    decision = get_object_or_404(Decision.objects.select_related("meeting"), pk=decision_id)
    require(may_edit_meeting(request.user, decision.meeting))
    return delete_page(
        request,
        decision,
        lambda: actions.delete_decision(by=request.user, decision=decision),
        back=decision.get_absolute_url(),
        after=decision.meeting.get_absolute_url(),
    )


def agenda_item_document_new(request: MemberRequest, item_id: int) -> HttpResponse:
    item = get_object_or_404(AgendaItem.objects.select_related("meeting"), pk=item_id)
    require(may_edit_meeting(request.user, item.meeting))
    add = partial(actions.add_meeting_document, of=item)
    return document_of_record_page(request, item, add, subcommittee=item.subcommittee_id)


def decision_document_new(request: MemberRequest, decision_id: int) -> HttpResponse:
    decision = get_object_or_404(Decision.objects.select_related("meeting"), pk=decision_id)
    require(may_edit_meeting(request.user, decision.meeting))
    add = partial(actions.add_meeting_document, of=decision)
    return document_of_record_page(request, decision, add, subcommittee=decision.subcommittee_id)
