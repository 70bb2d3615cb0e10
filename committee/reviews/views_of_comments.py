"""Pages of a review's sections: what each says, beside what is commented on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.mentions.naming import offered
from committee.mentions.offering import people_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, act_page, by_button_of
from committee.printing.contents import chapter_numbers, numbers_before
from committee.reports.meeting_report import MeetingReport
from committee.reviews import actions
from committee.reviews.forms import AnswerForm, CommentForm
from committee.reviews.models import CommentAnswer, ReviewComment
from committee.reviews.permissions import may_answer, may_comment, may_settle, readers_of, works_on_review
from committee.reviews.sections import round_with
from committee.reviews.views import visible, visible_reports
from committee.rules import BrokenRule


@dataclass(frozen=True)
class ShownComment:
    comment: ReviewComment
    may_answer: bool
    may_settle: bool

    @property
    def scope(self) -> str:
        """Tells the form of its answer apart, as in `people_page`."""
        return f"-{self.comment.pk}"


def report_section(request: MemberRequest, report_id: int, section: str) -> HttpResponse:
    """Show a section with its comments; what is posted is a new comment on it."""
    report = visible(request, report_id)
    require(works_on_review(request.user))
    if request.method != "POST":
        return _show(request, report, section)
    form = CommentForm(request.POST, readers=readers_of(report))
    if not form.is_valid():
        return _show(request, report, section, UNPROCESSABLE, form=form)
    return _attempt(
        request,
        report,
        section,
        lambda: actions.comment_on(by=request.user, report=report, section=section, **form.changes),
        form=form,
    )


@by_button_of("report_comment")
def comment_answer(request: MemberRequest, comment_id: int) -> HttpResponse:
    comment = _visible_comment(request, comment_id)
    report = comment.report
    form = AnswerForm(request.POST, readers=readers_of(report))
    written = {"answered": comment, "answer": form}
    if not form.is_valid():
        return _show(request, report, comment.section, UNPROCESSABLE, **written)
    return _attempt(
        request,
        report,
        comment.section,
        lambda: actions.answer_comment(by=request.user, comment=comment, **form.changes),
        **written,
    )


@by_button_of("report_comment")
def comment_settle(request: MemberRequest, comment_id: int) -> HttpResponse:
    comment = _visible_comment(request, comment_id)
    return _attempt(
        request,
        comment.report,
        comment.section,
        lambda: actions.settle_comment(by=request.user, comment=comment),
    )


@require_POST
def report_people(request: MemberRequest, report_id: int) -> HttpResponse:
    """Offer who fits the name being typed after an `@`, in a new comment or in the answer to one."""
    report = visible(request, report_id)
    require(works_on_review(request.user))
    answered, readers = request.GET.get("answered", ""), readers_of(report)
    scope = f"-{answered}" if answered.isdecimal() else ""
    return people_page(request, CommentForm(request.POST, readers=readers), readers, scope)


def report_comment(request: MemberRequest, comment_id: int) -> HttpResponse:
    """Lead to the section that a comment is on."""
    return HttpResponseRedirect(_visible_comment(request, comment_id).get_absolute_url())


def _visible_comment(request: MemberRequest, comment_id: int) -> ReviewComment:
    comments = ReviewComment.objects.filter(report__in=visible_reports(request)).in_full()
    comment = get_object_or_404(comments, pk=comment_id)
    require(works_on_review(request.user))
    comment.report = visible(request, comment.report_id)
    return comment


def _attempt(
    request: MemberRequest,
    report: MeetingReport,
    section: str,
    act: Callable[[], ReviewComment | CommentAnswer],
    **written: Any,
) -> HttpResponse:
    """Do `act`; where it is refused, show the section as it stands now, with what was `written` kept."""

    def refuse(rule: BrokenRule) -> HttpResponse:
        now = visible(request, report.pk)
        return _show(request, now, section, UNPROCESSABLE, refusal=rule.message, **written)

    return act_page(request, act, done=_("Saved."), refuse=refuse)


def _show(
    request: MemberRequest, report: MeetingReport, key: str, status: int = 200, **more: Any
) -> HttpResponse:
    found = round_with(key, report, request.LANGUAGE_CODE)
    if found is None:
        raise Http404
    begun, content = found
    sections = content.sections
    place = [section.key for section in sections].index(key)
    is_there = begun == report.latest_frozen
    readers = readers_of(report)
    context = {
        "report": report,
        "section": sections[place],
        "number": chapter_numbers(content)[place],
        "place": place + 1,
        "numbers": numbers_before(content, place + 1),
        "is_for_browser": True,
        "last_in": None if is_there else begun,
        "before": sections[place - 1] if is_there and place else None,
        "after": sections[place + 1] if is_there and place + 1 < len(sections) else None,
        "comments": _comments(request.user, report, key),
        "may_comment": is_there and may_comment(request.user, report),
        "form": CommentForm(readers=readers),
        "people": offered("", readers),
        **more,
    }
    return render(request, "reviews/section.html", context, status=status)


def _comments(reader: Member, report: MeetingReport, key: str) -> list[ShownComment]:
    found = []
    for comment in ReviewComment.objects.filter(report=report, section=key).in_full():
        comment.report = report
        found.append(ShownComment(comment, may_answer(reader, comment), may_settle(reader, comment)))
    return found
