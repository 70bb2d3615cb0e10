from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.project_kinds import actions
from committee.project_kinds.columns import KIND_COLUMNS
from committee.project_kinds.forms import KindFigureForm, KindFilter, KindForm, KindIndicatorForm
from committee.project_kinds.models import KindFigure, KindIndicator, ProjectKind
from committee.project_kinds.permissions import may_keep_kinds


def kind_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "project_kinds/list.html",
        _counted(request.user.city_id),
        KindFilter,
        KIND_COLUMNS,
        may_create=may_keep_kinds(request.user),
    )


def kind_page(request: MemberRequest, kind_id: int) -> HttpResponse:
    kind = get_object_or_404(ProjectKind.objects.in_full(), pk=kind_id)
    context = {
        "kind": kind,
        "may_edit": may_keep_kinds(request.user),
        "history": HistoryEntry.objects.about(kind),
    }
    return render(request, "project_kinds/detail.html", context)


def kind_new(request: MemberRequest) -> HttpResponse:
    require(may_keep_kinds(request.user))
    return form_page(
        request,
        KindForm(request.POST or None, initial={"position": ProjectKind.objects.count() + 1}),
        lambda form: actions.create_kind(by=request.user, **form.changes),
        heading=_("New kind of project"),
        back=reverse("project_kind_list"),
    )


def kind_edit(request: MemberRequest, kind_id: int) -> HttpResponse:
    kind = get_object_or_404(ProjectKind, pk=kind_id)
    require(may_keep_kinds(request.user))
    return form_page(
        request,
        KindForm(request.POST or None, instance=kind),
        lambda form: actions.edit_kind(
            by=request.user, kind=kind, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit kind of project"),
        back=kind.get_absolute_url(),
    )


def kind_delete(request: MemberRequest, kind_id: int) -> HttpResponse:
    kind = get_object_or_404(ProjectKind, pk=kind_id)
    require(may_keep_kinds(request.user))
    return delete_page(
        request,
        kind,
        lambda: actions.delete_kind(by=request.user, kind=kind),
        back=kind.get_absolute_url(),
        after=reverse("project_kind_list"),
    )


def kind_figure_new(request: MemberRequest, kind_id: int) -> HttpResponse:
    kind = get_object_or_404(ProjectKind, pk=kind_id)
    require(may_keep_kinds(request.user))
    return form_page(
        request,
        KindFigureForm(request.POST or None, kind=kind, initial={"position": kind.figures.count() + 1}),
        lambda form: actions.add_kind_figure(by=request.user, kind=kind, **form.changes),
        heading=_("New figure"),
        back=kind.get_absolute_url(),
    )


def kind_figure_edit(request: MemberRequest, figure_id: int) -> HttpResponse:
    figure = get_object_or_404(KindFigure.objects.select_related("kind"), pk=figure_id)
    require(may_keep_kinds(request.user))
    return form_page(
        request,
        KindFigureForm(request.POST or None, instance=figure, kind=figure.kind),
        lambda form: actions.edit_kind_figure(
            by=request.user, figure=figure, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit figure"),
        back=figure.get_absolute_url(),
    )


def kind_figure_delete(request: MemberRequest, figure_id: int) -> HttpResponse:
    figure = get_object_or_404(KindFigure.objects.select_related("kind"), pk=figure_id)
    require(may_keep_kinds(request.user))
    return delete_page(
        request,
        figure,
        lambda: actions.delete_kind_figure(by=request.user, figure=figure),
        back=figure.get_absolute_url(),
        after=figure.kind.get_absolute_url(),
    )


def kind_indicator_new(request: MemberRequest, kind_id: int) -> HttpResponse:
    kind = get_object_or_404(ProjectKind, pk=kind_id)
    require(may_keep_kinds(request.user))
    return form_page(
        request,
        KindIndicatorForm(request.POST or None, kind=kind, initial={"position": kind.indicators.count() + 1}),
        lambda form: actions.add_kind_indicator(by=request.user, kind=kind, **form.changes),
        heading=_("New indicator of the kind"),
        back=kind.get_absolute_url(),
    )


def kind_indicator_edit(request: MemberRequest, indicator_id: int) -> HttpResponse:
    indicator = get_object_or_404(KindIndicator.objects.select_related("kind"), pk=indicator_id)
    require(may_keep_kinds(request.user))
    return form_page(
        request,
        KindIndicatorForm(request.POST or None, instance=indicator, kind=indicator.kind),
        lambda form: actions.edit_kind_indicator(
            by=request.user, indicator=indicator, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit indicator of the kind"),
        back=indicator.get_absolute_url(),
    )


def kind_indicator_delete(request: MemberRequest, indicator_id: int) -> HttpResponse:
    indicator = get_object_or_404(KindIndicator.objects.select_related("kind"), pk=indicator_id)
    require(may_keep_kinds(request.user))
    return delete_page(
        request,
        indicator,
        lambda: actions.delete_kind_indicator(by=request.user, indicator=indicator),
        back=indicator.get_absolute_url(),
        after=indicator.kind.get_absolute_url(),
    )


def _counted(city_id: int) -> QuerySet[ProjectKind]:
    """Count the projects of each kind that a city sees: the drafts of the other one are not among them."""
    seen = Q(projects__draft_of__isnull=True) | Q(projects__draft_of=city_id)
    counted = ProjectKind.objects.in_full().annotate(all_projects=Count("projects", filter=seen))
    return counted.order_by("position", "pk")  # counting drops the model's own order
