from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.agendas.forms import ReasonForm
from committee.follow_ups import actions, closing
from committee.follow_ups.columns import FOLLOW_UP_COLUMNS
from committee.follow_ups.forms import DoneForm, FollowUpFilter, FollowUpForm, OutcomeForm
from committee.follow_ups.models import FollowUp, Outcome
from committee.follow_ups.permissions import (
    may_delete_follow_up,
    may_edit_follow_up,
    may_finish,
    may_open_again,
    may_open_meeting_again,
    may_say_outcome,
)
from committee.history.models import HistoryEntry
from committee.meetings.models import Decision, Meeting
from committee.meetings.views import show_meeting
from committee.members.holders import holders_of
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.panels import panel_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of, delete_page, form_page


def follow_up_list(request: MemberRequest) -> HttpResponse:
    found = FollowUp.objects.listed()
    return list_page(
        request, "follow_ups/list.html", found, FollowUpFilter, FOLLOW_UP_COLUMNS, today=request.user.today
    )


def follow_ups_waiting(request: MemberRequest) -> HttpResponse:
    """Show the member's own open actions; the first page takes them in."""
    open_actions = FollowUp.objects.open().select_related("decision__meeting__subcommittee")
    own = open_actions.seen_to_by(request.user)
    context = {"actions": own, "today": request.user.today}
    return panel_page(request, "follow_ups/waiting.html", context, waits=bool(own))


def follow_up_page(request: MemberRequest, follow_up_id: int) -> HttpResponse:
    follow_up = _follow_up(follow_up_id)
    agendas = follow_up.carried_over.select_related("meeting__subcommittee")
    context = {
        "action": follow_up,
        "holders": holders_of(follow_up.post, timezone.now()) if follow_up.post else [],
        "agendas": agendas.order_by("pk"),
        "today": request.user.today,
        "may_edit": may_edit_follow_up(request.user, follow_up),
        "may_delete": may_delete_follow_up(request.user, follow_up),
        "may_finish": may_finish(request.user, follow_up),
        "may_open": may_open_again(request.user, follow_up),
        "history": HistoryEntry.objects.about(follow_up),
    }
    return render(request, "follow_ups/detail.html", context)


def follow_up_new(request: MemberRequest, decision_id: int) -> HttpResponse:
    decision = _decision(decision_id)
    require(may_say_outcome(request.user, decision))
    return form_page(
        request,
        FollowUpForm(request.POST or None),
        lambda form: actions.add_follow_up(by=request.user, decision=decision, **form.changes),
        heading=_("New action"),
        back=decision.get_absolute_url(),
        template="follow_ups/form.html",
        decision=decision,
    )


def follow_up_edit(request: MemberRequest, follow_up_id: int) -> HttpResponse:
    follow_up = _follow_up(follow_up_id)
    require(may_edit_follow_up(request.user, follow_up))
    return form_page(
        request,
        FollowUpForm(request.POST or None, instance=follow_up),
        lambda form: actions.edit_follow_up(
            by=request.user, follow_up=follow_up, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit action"),
        back=follow_up.get_absolute_url(),
        template="follow_ups/form.html",
        decision=follow_up.decision,
    )


def follow_up_delete(request: MemberRequest, follow_up_id: int) -> HttpResponse:
    follow_up = _follow_up(follow_up_id)
    require(may_delete_follow_up(request.user, follow_up))
    return delete_page(
        request,
        follow_up,
        lambda: actions.delete_follow_up(by=request.user, follow_up=follow_up),
        back=follow_up.get_absolute_url(),
        after=follow_up.decision.get_absolute_url(),
    )


def follow_up_done(request: MemberRequest, follow_up_id: int) -> HttpResponse:
    follow_up = _follow_up(follow_up_id)
    require(may_finish(request.user, follow_up))
    return form_page(
        request,
        DoneForm(request.POST or None, initial={"done_on": request.user.today}),
        lambda form: actions.finish_follow_up(by=request.user, follow_up=follow_up, **form.changes),
        heading=_("Action done"),
        back=follow_up.get_absolute_url(),
        template="follow_ups/form.html",
        decision=follow_up.decision,
        action=follow_up,
    )


def follow_up_open(request: MemberRequest, follow_up_id: int) -> HttpResponse:
    follow_up = _follow_up(follow_up_id)
    require(may_open_again(request.user, follow_up))
    return form_page(
        request,
        ReasonForm(request.POST or None),
        lambda form: actions.open_follow_up_again(by=request.user, follow_up=follow_up, **form.changes),
        heading=_("Open the action again"),
        back=follow_up.get_absolute_url(),
    )


def outcome_edit(request: MemberRequest, decision_id: int) -> HttpResponse:
    decision = _decision(decision_id)
    require(may_say_outcome(request.user, decision))
    outcome = Outcome.objects.filter(decision=decision).first()
    return form_page(
        request,
        OutcomeForm(request.POST or None, instance=outcome),
        lambda form: actions.say_outcome(
            by=request.user, decision=decision, seen_version=form.version_seen, **form.changes
        ),
        heading=_("What became of the decision"),
        back=decision.get_absolute_url(),
        template="follow_ups/form.html",
        decision=decision,
    )


@by_button_of("meeting")
def meeting_close(request: MemberRequest, meeting_id: int) -> HttpResponse:
    meeting = _meeting(meeting_id)
    return act_page(
        request,
        lambda: closing.close_meeting(by=request.user, meeting=meeting),
        done=_("The meeting is closed."),
        refuse=lambda rule: show_meeting(request, meeting.pk, UNPROCESSABLE, refusal=rule.message),
    )


def meeting_open(request: MemberRequest, meeting_id: int) -> HttpResponse:
    """Ask why a closed meeting is to be open again."""
    meeting = _meeting(meeting_id)
    require(may_open_meeting_again(request.user, meeting))

    def open_again(form: Any) -> Meeting:
        return closing.open_meeting_again(by=request.user, meeting=meeting, **form.changes)

    return form_page(
        request,
        ReasonForm(request.POST or None),
        open_again,
        heading=_("Open the meeting again"),
        back=meeting.get_absolute_url(),
    )


def _follow_up(follow_up_id: int) -> FollowUp:
    return get_object_or_404(FollowUp.objects.in_full(), pk=follow_up_id)


def _decision(decision_id: int) -> Decision:
    return get_object_or_404(Decision.objects.select_related("meeting__subcommittee"), pk=decision_id)


def _meeting(meeting_id: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("subcommittee"), pk=meeting_id)
