"""Pages by which minutes go round: circulating, remarking, answering, agreeing."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.minutes import circulation
from committee.minutes.forms import AnswerForm, CirculationForm, RemarkForm
from committee.minutes.models import Minutes, MinutesSection
from committee.minutes.permissions import works_on, writes_minutes_of
from committee.minutes.remarks import Remark
from committee.minutes.views import refuse, visible, visible_minutes
from committee.pages.permissions import require
from committee.pages.writing import act_page, by_button_of, form_page


def circulate(request: MemberRequest, minutes_id: int) -> HttpResponse:
    minutes = visible(request, minutes_id)
    require(writes_minutes_of(request.user, minutes.meeting))

    def act(form: CirculationForm) -> Minutes:
        return circulation.circulate(by=request.user, minutes=minutes, **form.changes)

    return form_page(
        request,
        CirculationForm(request.POST or None, today=request.user.today),
        act,  # type: ignore[arg-type]  # the form it is given is the one above
        heading=_("Circulate: %(minutes)s") % {"minutes": minutes},
        back=minutes.get_absolute_url(),
    )


@by_button_of("minutes")
def take_back(request: MemberRequest, minutes_id: int) -> HttpResponse:
    minutes = visible(request, minutes_id)
    require(writes_minutes_of(request.user, minutes.meeting))
    return _attempt(
        request,
        minutes,
        lambda: circulation.take_back(by=request.user, minutes=minutes),
        done=_("Taken back. The minutes can be written again."),
    )


@by_button_of("minutes")
def agree(request: MemberRequest, minutes_id: int) -> HttpResponse:
    minutes = visible(request, minutes_id)
    seen = request.POST.get("seen", "")
    return _attempt(
        request,
        minutes,
        lambda: circulation.agree(by=request.user, minutes=minutes, seen=seen),
        done=_("Your city has agreed."),
    )


def remark_new(request: MemberRequest, section_id: int) -> HttpResponse:
    sections = MinutesSection.objects.select_related("minutes__meeting__subcommittee")
    section = get_object_or_404(sections.filter(minutes__in=visible_minutes(request)), pk=section_id)
    require(works_on(request.user, section.minutes.meeting))
    return form_page(
        request,
        RemarkForm(request.POST or None),
        lambda form: circulation.remark(by=request.user, section=section, **form.changes),
        heading=_("Remark on: %(section)s") % {"section": section},
        back=section.get_absolute_url(),
        template="minutes/remark.html",
        section=section,
    )


def remark_answer(request: MemberRequest, remark_id: int) -> HttpResponse:
    remarks = Remark.objects.select_related("section__minutes__meeting__subcommittee", "by__city")
    remark = get_object_or_404(remarks.filter(section__minutes__in=visible_minutes(request)), pk=remark_id)
    require(writes_minutes_of(request.user, remark.section.minutes.meeting))
    return form_page(
        request,
        AnswerForm(request.POST or None),
        lambda form: circulation.answer_remark(by=request.user, remark=remark, **form.changes),
        heading=_("Answer the remark on: %(section)s") % {"section": remark.section},
        back=remark.get_absolute_url(),
        template="minutes/answer.html",
        remark=remark,
    )


def _attempt(
    request: MemberRequest, minutes: Minutes, act: Callable[[], Minutes], *, done: str
) -> HttpResponse:
    return act_page(request, act, done=done, refuse=lambda rule: refuse(request, minutes, rule))
