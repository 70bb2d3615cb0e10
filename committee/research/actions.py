"""What is done with the institutes, researchers and studies of a project."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.members.models import Member
from committee.pages.permissions import require
from committee.projects.models import Project
from committee.projects.permissions import may_work_on
from committee.research.models import Institute, Researcher, Study
from committee.research.permissions import may_edit_institute, may_edit_researcher, may_edit_study
from committee.research.rules import InstituteOfAnotherProject, KindHasNoResearch
from committee.research.series import kept


def add_institute(*, by: Member, project: Project, **fields: Any) -> Institute:
    """Let an institute take part.

    Raises:
        KindHasNoResearch: when the project's kind has none.
    """
    require(may_work_on(by, project))
    _refuse_without_research(project)
    return keep_new(by=by, record=Institute(project=project, **fields))


def edit_institute(
    *, by: Member, institute: Institute, seen_version: int | None = None, **changes: Any
) -> Institute:
    require(may_edit_institute(by, institute))
    return keep_changes(by=by, record=institute, changes=changes, seen_version=seen_version)


def delete_institute(*, by: Member, institute: Institute) -> None:
    """Delete an institute with its researchers.

    Raises:
        StillNeeded: when a study is its work.
    """
    require(may_edit_institute(by, institute))
    keep_deletion(by=by, record=institute)


def add_researcher(*, by: Member, institute: Institute, **fields: Any) -> Researcher:
    require(may_edit_institute(by, institute))
    return keep_new(by=by, record=Researcher(institute=institute, **fields))


def edit_researcher(
    *, by: Member, researcher: Researcher, seen_version: int | None = None, **changes: Any
) -> Researcher:
    require(may_edit_researcher(by, researcher))
    return keep_changes(by=by, record=researcher, changes=changes, seen_version=seen_version)


def delete_researcher(*, by: Member, researcher: Researcher) -> None:
    require(may_edit_researcher(by, researcher))
    keep_deletion(by=by, record=researcher)


@transaction.atomic
def add_study(
    *,
    by: Member,
    project: Project,
    institutes: Iterable[Institute] = (),
    series: str = "",
    **fields: Any,
) -> Study:
    """Enter a study of a project.

    Raises:
        KindHasNoResearch: when the project's kind has none.
        InstituteOfAnotherProject: when one of its institutes is.
        NotASeries: when `series` is no page with measurements.
    """
    require(may_work_on(by, project))
    _refuse_without_research(project)
    own = list(institutes)
    _refuse_strangers(project, own)
    return keep_new(by=by, record=Study(project=project, series=kept(series), **fields), institutes=own)


@transaction.atomic
def edit_study(*, by: Member, study: Study, seen_version: int | None = None, **changes: Any) -> Study:
    """Change a study.

    Raises:
        InstituteOfAnotherProject, NotASeries: as for a new one.
    """
    locked = lock(study)
    require(may_edit_study(by, locked))
    _refuse_strangers(locked.project, changes.get("institutes", ()))
    if "series" in changes:
        changes["series"] = kept(changes["series"])
    return keep_changes(by=by, record=locked, changes=changes, seen_version=seen_version)


def delete_study(*, by: Member, study: Study) -> None:
    """Delete a study; its outputs stay in the list of all documents."""
    require(may_edit_study(by, study))
    keep_deletion(by=by, record=study)


def add_study_document(*, by: Member, study: Study, **fields: Any) -> Document:
    """Attach an output of a study: see `add_document` for what it raises."""
    require(may_edit_study(by, study))
    return add_document(by=by, of=study, **fields)


def refuse_restored(part: Institute | Study) -> None:
    """Refuse to have a part back that the project's kind has lost since, see REFUSE_RESTORED.

    Raises:
        KindHasNoResearch: when it has.
    """
    _refuse_without_research(part.project)


def _refuse_without_research(project: Project) -> None:
    if not project.kind.has_research:
        raise KindHasNoResearch


def _refuse_strangers(project: Project, institutes: Iterable[Institute]) -> None:
    if any(institute.project_id != project.pk for institute in institutes):
        raise InstituteOfAnotherProject
