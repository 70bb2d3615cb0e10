"""Pages that write what belongs to a project: lead organisations, milestones, indicators and their values."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.projects import actions
from committee.projects.forms import (
    IndicatorForm,
    IndicatorValueForm,
    LeadOrganisationForm,
    MilestoneForm,
)
from committee.projects.indicators import Indicator, IndicatorValue
from committee.projects.models import LeadOrganisation, Milestone, Project
from committee.projects.permissions import may_edit_project


def lead_organisation_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=project_id)
    require(may_edit_project(request.user, project))
    return form_page(
        request,
        LeadOrganisationForm(request.POST or None),
        lambda form: actions.add_lead_organisation(by=request.user, project=project, **form.changes),
        heading=_("New lead organisation"),
        back=project.get_absolute_url(),
    )


def lead_organisation_edit(request: MemberRequest, organisation_id: int) -> HttpResponse:
    organisation = get_object_or_404(
        LeadOrganisation.objects.visible_to(request.user).select_related("project"), pk=organisation_id
    )
    require(may_edit_project(request.user, organisation.project))
    return form_page(
        request,
        LeadOrganisationForm(request.POST or None, instance=organisation),
        lambda form: actions.edit_lead_organisation(
            by=request.user, organisation=organisation, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit lead organisation"),
        back=organisation.get_absolute_url(),
    )


def lead_organisation_delete(request: MemberRequest, organisation_id: int) -> HttpResponse:
    organisation = get_object_or_404(
        LeadOrganisation.objects.visible_to(request.user).select_related("project"), pk=organisation_id
    )
    require(may_edit_project(request.user, organisation.project))
    return delete_page(
        request,
        organisation,
        lambda: actions.delete_lead_organisation(by=request.user, organisation=organisation),
        back=organisation.get_absolute_url(),
        after=organisation.project.get_absolute_url(),
    )


def milestone_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=project_id)
    require(may_edit_project(request.user, project))
    return form_page(
        request,
        MilestoneForm(request.POST or None),
        lambda form: actions.add_milestone(by=request.user, project=project, **form.changes),
        heading=_("New milestone"),
        back=project.get_absolute_url(),
    )


def milestone_edit(request: MemberRequest, milestone_id: int) -> HttpResponse:
    milestone = get_object_or_404(
        Milestone.objects.visible_to(request.user).select_related("project"), pk=milestone_id
    )
    require(may_edit_project(request.user, milestone.project))
    return form_page(
        request,
        MilestoneForm(request.POST or None, instance=milestone),
        lambda form: actions.edit_milestone(
            by=request.user, milestone=milestone, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit milestone"),
        back=milestone.get_absolute_url(),
    )


def milestone_delete(request: MemberRequest, milestone_id: int) -> HttpResponse:
    milestone = get_object_or_404(
        Milestone.objects.visible_to(request.user).select_related("project"), pk=milestone_id
    )
    require(may_edit_project(request.user, milestone.project))
    return delete_page(
        request,
        milestone,
        lambda: actions.delete_milestone(by=request.user, milestone=milestone),
        back=milestone.get_absolute_url(),
        after=milestone.project.get_absolute_url(),
    )


def indicator_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=project_id)
    require(may_edit_project(request.user, project))
    return form_page(
        request,
        IndicatorForm(request.POST or None),
        lambda form: actions.add_indicator(by=request.user, project=project, **form.changes),
        heading=_("New indicator"),
        back=project.get_absolute_url(),
    )


def indicator_edit(request: MemberRequest, indicator_id: int) -> HttpResponse:
    indicator = get_object_or_404(
        Indicator.objects.visible_to(request.user).select_related("project"), pk=indicator_id
    )
    require(may_edit_project(request.user, indicator.project))
    return form_page(
        request,
        IndicatorForm(request.POST or None, instance=indicator),
        lambda form: actions.edit_indicator(
            by=request.user, indicator=indicator, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit indicator"),
        back=indicator.get_absolute_url(),
    )


def indicator_delete(request: MemberRequest, indicator_id: int) -> HttpResponse:
    indicator = get_object_or_404(
        Indicator.objects.visible_to(request.user).select_related("project"), pk=indicator_id
    )
    require(may_edit_project(request.user, indicator.project))
    return delete_page(
        request,
        indicator,
        lambda: actions.delete_indicator(by=request.user, indicator=indicator),
        back=indicator.get_absolute_url(),
        after=indicator.project.get_absolute_url(),
    )


def indicator_value_new(request: MemberRequest, indicator_id: int) -> HttpResponse:
    indicator = get_object_or_404(
        Indicator.objects.visible_to(request.user).select_related("project"), pk=indicator_id
    )
    require(may_edit_project(request.user, indicator.project))
    return form_page(
        request,
        IndicatorValueForm(request.POST or None, initial={"on": request.user.today}),
        lambda form: actions.add_indicator_value(by=request.user, indicator=indicator, **form.changes),
        heading=_("New value"),
        back=indicator.get_absolute_url(),
    )


def indicator_value_edit(request: MemberRequest, value_id: int) -> HttpResponse:
    value = get_object_or_404(
        IndicatorValue.objects.visible_to(request.user).select_related("indicator__project"), pk=value_id
    )
    require(may_edit_project(request.user, value.indicator.project))
    return form_page(
        request,
        IndicatorValueForm(request.POST or None, instance=value),
        lambda form: actions.edit_indicator_value(
            by=request.user, value=value, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit value"),
        back=value.get_absolute_url(),
    )


def indicator_value_delete(request: MemberRequest, value_id: int) -> HttpResponse:
    value = get_object_or_404(
        IndicatorValue.objects.visible_to(request.user).select_related("indicator__project"), pk=value_id
    )
    require(may_edit_project(request.user, value.indicator.project))
    return delete_page(
        request,
        value,
        lambda: actions.delete_indicator_value(by=request.user, value=value),
        back=value.get_absolute_url(),
        after=value.get_absolute_url(),
    )
