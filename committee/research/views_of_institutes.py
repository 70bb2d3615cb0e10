"""Pages that write the institutes of a joint research and their researchers."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.projects.permissions import may_work_on
from committee.research import actions
from committee.research.forms import InstituteForm, ResearcherForm
from committee.research.models import Institute, Researcher
from committee.research.permissions import may_edit_institute, may_edit_researcher
from committee.research.views import with_research


def institute_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(with_research(request.user), pk=project_id)
    require(may_work_on(request.user, project))
    return form_page(
        request,
        InstituteForm(request.POST or None, initial={"city": request.user.city_id}),
        lambda form: actions.add_institute(by=request.user, project=project, **form.changes),
        heading=_("New institute"),
        back=project.get_absolute_url(),
    )


def institute_edit(request: MemberRequest, institute_id: int) -> HttpResponse:
    institute = _institute(request, institute_id)
    require(may_edit_institute(request.user, institute))
    return form_page(
        request,
        InstituteForm(request.POST or None, instance=institute),
        lambda form: actions.edit_institute(
            by=request.user, institute=institute, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit institute"),
        back=institute.get_absolute_url(),
    )


def institute_delete(request: MemberRequest, institute_id: int) -> HttpResponse:
    institute = _institute(request, institute_id)
    require(may_edit_institute(request.user, institute))
    return delete_page(
        request,
        institute,
        lambda: actions.delete_institute(by=request.user, institute=institute),
        back=institute.get_absolute_url(),
        after=institute.project.get_absolute_url(),
    )


def researcher_new(request: MemberRequest, institute_id: int) -> HttpResponse:
    institute = _institute(request, institute_id)
    require(may_edit_institute(request.user, institute))
    return form_page(
        request,
        ResearcherForm(request.POST or None),
        lambda form: actions.add_researcher(by=request.user, institute=institute, **form.changes),
        heading=_("New researcher: %(institute)s") % {"institute": institute},
        back=institute.get_absolute_url(),
    )


def researcher_edit(request: MemberRequest, researcher_id: int) -> HttpResponse:
    researcher = _researcher(request, researcher_id)
    require(may_edit_researcher(request.user, researcher))
    return form_page(
        request,
        ResearcherForm(request.POST or None, instance=researcher),
        lambda form: actions.edit_researcher(
            by=request.user, researcher=researcher, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit researcher"),
        back=researcher.get_absolute_url(),
    )


def researcher_delete(request: MemberRequest, researcher_id: int) -> HttpResponse:
    researcher = _researcher(request, researcher_id)
    require(may_edit_researcher(request.user, researcher))
    return delete_page(
        request,
        researcher,
        lambda: actions.delete_researcher(by=request.user, researcher=researcher),
        back=researcher.get_absolute_url(),
        after=researcher.institute.get_absolute_url(),
    )


def _institute(request: MemberRequest, institute_id: int) -> Institute:
    seen = Institute.objects.visible_to(request.user).select_related("project__subcommittee")
    institute: Institute = get_object_or_404(seen, pk=institute_id)
    return institute


def _researcher(request: MemberRequest, researcher_id: int) -> Researcher:
    seen = Researcher.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("institute__project__subcommittee"), pk=researcher_id)
