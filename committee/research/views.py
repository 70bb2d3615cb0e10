from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from committee.documents.attached import document_of_record_page, documents_of
from committee.documents.models import Document
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.projects.models import Project, ProjectQuerySet
from committee.projects.permissions import may_work_on
from committee.research import actions
from committee.research.columns import STUDY_COLUMNS
from committee.research.forms import StudyFilter, StudyForm
from committee.research.models import Study
from committee.research.permissions import may_edit_study


def with_research(reader: Member) -> ProjectQuerySet:
    return (
        Project.objects.visible_to(reader)
        .select_related("subcommittee", "kind")
        .filter(kind__has_research=True)
    )


def project_research(request: MemberRequest, project_id: int) -> HttpResponse:
    """Show institutes, researchers and studies: a panel for the project's page, or a page of its own."""
    project = get_object_or_404(with_research(request.user), pk=project_id)
    context = {
        "project": project,
        "institutes": project.institutes.select_related("city").prefetch_related("researchers"),
        "studies": project.studies.prefetch_related("institutes"),
        "may_edit": may_work_on(request.user, project),
    }
    page = "research/project_research.html"
    return page_or_part(request, page, f"{page}#panel", context)


def study_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "research/list.html",
        Study.objects.visible_to(request.user).in_brief(),
        StudyFilter,
        STUDY_COLUMNS,
    )


def study_page(request: MemberRequest, study_id: int) -> HttpResponse:
    study = _study(request, study_id)
    context = {
        "study": study,
        "documents": documents_of(study, request.user),
        "may_edit": may_edit_study(request.user, study),
        "history": HistoryEntry.objects.about(study),
    }
    return render(request, "research/detail.html", context)


def study_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(with_research(request.user), pk=project_id)
    require(may_work_on(request.user, project))
    return form_page(
        request,
        StudyForm(request.POST or None, project=project),
        lambda form: actions.add_study(by=request.user, project=project, **form.changes),
        heading=_("New study"),
        back=project.get_absolute_url(),
    )


def study_edit(request: MemberRequest, study_id: int) -> HttpResponse:
    study = _study(request, study_id)
    require(may_edit_study(request.user, study))
    return form_page(
        request,
        StudyForm(request.POST or None, instance=study, project=study.project),
        lambda form: actions.edit_study(
            by=request.user, study=study, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit study"),
        back=study.get_absolute_url(),
    )


def study_delete(request: MemberRequest, study_id: int) -> HttpResponse:
    study = _study(request, study_id)
    require(may_edit_study(request.user, study))
    return delete_page(
        request,
        study,
        lambda: actions.delete_study(by=request.user, study=study),
        back=study.get_absolute_url(),
        after=study.project.get_absolute_url(),
    )


def study_document_new(request: MemberRequest, study_id: int) -> HttpResponse:
    study = _study(request, study_id)
    require(may_edit_study(request.user, study))
    add = partial(actions.add_study_document, study=study)
    return document_of_record_page(
        request, study, add, kind=Document.Kind.STUDY, subcommittee=study.project.subcommittee_id
    )


def _study(request: MemberRequest, study_id: int) -> Study:
    study: Study = get_object_or_404(Study.objects.visible_to(request.user).in_brief(), pk=study_id)
    return study
