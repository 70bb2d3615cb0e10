from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.projects.models import Project
from environment.project_links.actions import create_link, delete_link, edit_link
from environment.project_links.forms import ProjectAirLinkForm
from environment.project_links.models import ProjectAirLink
from environment.project_links.permissions import cities_to_link, may_create_link, may_edit_link


def air_link_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(
        Project.objects.visible_to(request.user).select_related("subcommittee"), pk=project_id
    )
    require(may_create_link(request.user, project))
    return form_page(
        request,
        ProjectAirLinkForm(request.POST or None, cities=cities_to_link(request.user, project)),
        lambda form: create_link(by=request.user, project=project, **form.changes),
        heading=_("New link to air quality"),
        back=reverse("project_air", args=[project.pk]),
    )


def air_link_edit(request: MemberRequest, link_id: int) -> HttpResponse:
    link = get_object_or_404(ProjectAirLink.objects.visible_to(request.user).with_places(), pk=link_id)
    require(may_edit_link(request.user, link))
    cities = cities_to_link(request.user, link.project)
    return form_page(
        request,
        ProjectAirLinkForm(request.POST or None, instance=link, cities=cities),
        lambda form: edit_link(by=request.user, link=link, seen_version=form.version_seen, **form.changes),
        heading=_("Edit link to air quality"),
        back=link.get_absolute_url(),
    )


def air_link_delete(request: MemberRequest, link_id: int) -> HttpResponse:
    link = get_object_or_404(ProjectAirLink.objects.visible_to(request.user).with_places(), pk=link_id)
    require(may_edit_link(request.user, link))
    return delete_page(
        request,
        link,
        lambda: delete_link(by=request.user, link=link),
        back=link.get_absolute_url(),
        after=link.get_absolute_url(),
    )
