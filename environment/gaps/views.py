"""Gap notices: whose turn it is, what was answered, how it was closed."""

import datetime

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import form_page
from environment.gaps import actions
from environment.gaps.columns import GAP_COLUMNS
from environment.gaps.finding import missing_of
from environment.gaps.forms import AnswerForm, ClosingForm, GapFilter
from environment.gaps.models import GapNotice
from environment.gaps.permissions import may_answer_gap, may_close_gap


def gap_list(request: MemberRequest) -> HttpResponse:
    notices = GapNotice.objects.select_related("city", "station")
    return list_page(request, "gaps/list.html", notices, GapFilter, GAP_COLUMNS)


def gap_page(request: MemberRequest, gap_id: int) -> HttpResponse:
    notice = _notice(gap_id)
    until = timezone.now() - datetime.timedelta(hours=settings.GAP_GRACE_HOURS)
    context = {
        "notice": notice,
        "missing_now": sum(missing_of(notice, until).values()),
        "may_answer": may_answer_gap(request.user, notice),
        "may_close": may_close_gap(request.user, notice),
        "history": HistoryEntry.objects.about(notice),
    }
    return render(request, "gaps/detail.html", context)


def gap_answer(request: MemberRequest, gap_id: int) -> HttpResponse:
    notice = _notice(gap_id)
    require(may_answer_gap(request.user, notice))
    return form_page(
        request,
        AnswerForm(request.POST or None, instance=notice),
        lambda form: actions.answer_gap(
            by=request.user,
            notice=notice,
            seen_version=form.version_seen,
            reason=form.cleaned_data["reason"],
            answer=form.cleaned_data["answer"],
        ),
        heading=_("Answer a gap notice"),
        back=notice.get_absolute_url(),
    )


def gap_close(request: MemberRequest, gap_id: int) -> HttpResponse:
    notice = _notice(gap_id)
    require(may_close_gap(request.user, notice))
    return form_page(
        request,
        ClosingForm(request.POST or None, instance=notice),
        lambda form: actions.close_gap(
            by=request.user,
            notice=notice,
            seen_version=form.version_seen,
            closing_note=form.cleaned_data["closing_note"],
        ),
        heading=_("Close a gap notice"),
        back=notice.get_absolute_url(),
    )


def _notice(gap_id: int) -> GapNotice:
    related = GapNotice.objects.select_related("city", "station", "answered_by__city", "closed_by__city")
    return get_object_or_404(related, pk=gap_id)
