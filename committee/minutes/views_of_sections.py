"""Pages that write the sections of minutes."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.minutes import actions
from committee.minutes.forms import SectionForm
from committee.minutes.models import Minutes, MinutesSection
from committee.minutes.permissions import writes_minutes_of
from committee.minutes.views import refuse, visible, visible_minutes
from committee.pages.autosaving import TEMPLATE, autosaved, autosaves, sent_or_kept
from committee.pages.kept_writing import keeps_writing
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.rules import BrokenRule


@keeps_writing
def section_new(request: MemberRequest, minutes_id: int) -> HttpResponse:
    minutes = _minutes_written(request, minutes_id)
    return form_page(
        request,
        SectionForm(sent_or_kept(request)),
        lambda form: actions.add_section(by=request.user, minutes=minutes, **form.changes),
        heading=_("New section of the minutes"),
        back=minutes.get_absolute_url(),
        template=TEMPLATE,
        autosave=reverse("minutes_section_new_autosave", args=[minutes.pk]),
    )


@autosaves
def section_new_autosave(request: MemberRequest, minutes_id: int) -> HttpResponse:
    """Make a section of what is written so far; the page then goes on with that section."""
    minutes, form = _minutes_written(request, minutes_id), SectionForm(request.POST)
    return autosaved(
        request,
        form,
        lambda: actions.add_section(by=request.user, minutes=minutes, **form.changes),
        "minutes_section",
    )


@autosaves
def section_autosave(request: MemberRequest, section_id: int) -> HttpResponse:
    section = _written(request, section_id)
    form = SectionForm(request.POST, instance=section)
    return autosaved(
        request,
        form,
        lambda: actions.edit_section(
            by=request.user, section=section, seen_version=form.version_seen, **form.changes
        ),
        "minutes_section",
    )


@keeps_writing
def section_edit(request: MemberRequest, section_id: int) -> HttpResponse:
    section = _written(request, section_id)
    return form_page(
        request,
        SectionForm(sent_or_kept(request), instance=section),
        lambda form: actions.edit_section(
            by=request.user, section=section, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit section: %(section)s") % {"section": section},
        back=section.get_absolute_url(),
        template=TEMPLATE,
        autosave=reverse("minutes_section_autosave", args=[section.pk]),
    )


def section_delete(request: MemberRequest, section_id: int) -> HttpResponse:
    section = _written(request, section_id)
    return delete_page(
        request,
        section,
        lambda: actions.delete_section(by=request.user, section=section),
        back=section.get_absolute_url(),
        after=section.minutes.get_absolute_url(),
    )


def section_move(request: MemberRequest, section_id: int) -> HttpResponse:
    section = _written(request, section_id)
    way = request.POST.get("way")
    if request.method != "POST":
        return HttpResponseRedirect(section.get_absolute_url())
    if way not in ("up", "down"):
        raise Http404
    try:
        actions.move_section(by=request.user, section=section, up=way == "up")
    except BrokenRule as rule:
        return refuse(request, section.minutes, rule)
    return HttpResponseRedirect(section.get_absolute_url())


def _minutes_written(request: MemberRequest, minutes_id: int) -> Minutes:
    minutes = visible(request, minutes_id)
    require(writes_minutes_of(request.user, minutes.meeting))
    return minutes


def _written(request: MemberRequest, section_id: int) -> MinutesSection:
    """Return a section whose minutes the reader sees and writes."""
    sections = MinutesSection.objects.select_related(
        "minutes__meeting__host", "minutes__meeting__subcommittee"
    )
    section = get_object_or_404(sections.filter(minutes__in=visible_minutes(request)), pk=section_id)
    require(writes_minutes_of(request.user, section.minutes.meeting))
    return section
