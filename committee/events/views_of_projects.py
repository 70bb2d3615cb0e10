"""What the kind of a project brings to its page: its events, and the indicators it proposes."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from committee.events import actions
from committee.events.counting import take_indicators
from committee.events.forms import EventForm, IndicatorsForm
from committee.events.models import EventFigure
from committee.events.totals import totals_of
from committee.history.models import Record
from committee.languages.wording import columns
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import form_page
from committee.projects.models import Project, ProjectQuerySet
from committee.projects.permissions import may_edit_project, may_work_on


def project_events(request: MemberRequest, project_id: int) -> HttpResponse:
    """Show a project's events and their totals: a panel for its page, or a page of its own."""
    project = _project(request, project_id)
    context = {
        "project": project,
        "events": project.events.select_related("city"),
        "totals": totals_of(EventFigure.objects.filter(event__project=project)),
        "today": request.user.today,
        "may_create": may_work_on(request.user, project),
    }
    page = "events/project_events.html"
    return page_or_part(request, page, f"{page}#panel", context)


def event_new(request: MemberRequest, project_id: int) -> HttpResponse:
    """Ask for an event; `?like=` proposes the words of an earlier one of the project."""
    project = _project(request, project_id)
    require(may_work_on(request.user, project))
    return form_page(
        request,
        EventForm(request.POST or None, initial=_like(request, project)),
        lambda form: actions.add_event(by=request.user, project=project, **form.changes),
        heading=_("New event"),
        back=project.get_absolute_url(),
        template="events/form.html",
        project=project,
    )


def indicators_take(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(_in_sight(request), pk=project_id)
    require(may_edit_project(request.user, project))

    def take(form: RecordForm) -> Record:
        take_indicators(by=request.user, project=project, proposed=form.cleaned_data["proposed"])
        return project

    return form_page(
        request,
        IndicatorsForm(request.POST or None, instance=project),
        take,
        heading=_("Indicators of the kind “%(kind)s”") % {"kind": project.kind},
        back=project.get_absolute_url(),
    )


def _project(request: MemberRequest, project_id: int) -> Project:
    return get_object_or_404(_in_sight(request).filter(kind__has_events=True), pk=project_id)


def _in_sight(request: MemberRequest) -> ProjectQuerySet:
    return Project.objects.visible_to(request.user).select_related("subcommittee", "kind")


def _like(request: MemberRequest, project: Project) -> dict[str, object]:
    number = request.GET.get("like", "")
    earlier = project.events.filter(pk=number).first() if number.isdecimal() else None
    if earlier is None:
        return {}
    words = columns("title", "place", "programme")
    return {name: getattr(earlier, name) for name in [*words, "city"]}
