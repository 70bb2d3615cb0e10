"""Timelines of projects, and the pictures of timelines and indicators."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from committee.members.requests import MemberRequest
from committee.pages.lists import ROWS_A_PAGE, RecordPages, list_page
from committee.printing.pictures import WIDTH_ON_A_PHONE, is_narrow, picture, width_for
from committee.projects.columns import PROJECT_COLUMNS
from committee.projects.forms import ProjectFilter
from committee.projects.indicator_chart import indicator_chart, points_of
from committee.projects.indicators import Indicator
from committee.projects.listed import listed_for
from committee.projects.models import Project, ProjectQuerySet
from committee.projects.timeline import legend_in_words, rows_of, rows_of_projects, timeline
from committee.projects.turns import with_turn

WIDTH_IN_A_CARD = 460


def project_timeline(request: MemberRequest) -> HttpResponse:
    """The projects that the filters leave against time, as many as the list shows on a page."""
    projects = _projects(request)
    return list_page(
        request,
        "projects/timeline.html",
        # Whose turn it is stands in the files alone.
        with_turn(projects, request.user.today) if "format" in request.GET else projects,
        ProjectFilter,
        PROJECT_COLUMNS,
        legend=legend_in_words(),
    )


def project_timeline_picture(request: MemberRequest) -> HttpResponse:
    chosen = ProjectFilter(request.GET, queryset=_projects(request), request=request)
    shown = RecordPages(chosen.qs, ROWS_A_PAGE).get_page(request.GET.get("page"))
    rows = rows_of_projects(list(shown))
    return picture(timeline(rows, request.user.today, width=width_for(request)))


def timeline_of_project(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(
        Project.objects.visible_to(request.user).prefetch_related("milestones"), pk=project_id
    )
    return picture(timeline(rows_of(project), request.user.today, width=width_for(request)))


def indicator_picture(request: MemberRequest, indicator_id: int) -> HttpResponse:
    indicators = Indicator.objects.visible_to(request.user).prefetch_related("values", "reports__update")
    indicator = get_object_or_404(indicators, pk=indicator_id)
    width = WIDTH_ON_A_PHONE if is_narrow(request) else WIDTH_IN_A_CARD
    return picture(indicator_chart(indicator, points_of(indicator), width=width))


def _projects(request: MemberRequest) -> ProjectQuerySet:
    return listed_for(request.user).prefetch_related("milestones")
