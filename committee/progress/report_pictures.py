"""Photographs in the report: pictures attached to a project and its updates that both cities may see."""

from collections.abc import Iterable, Sequence
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from committee.documents.attachments import Attachment
from committee.documents.models import Document
from committee.history.models import Record
from committee.printing.attached_pictures import pictures_in
from committee.printing.content import Picture
from committee.progress.models import ProgressUpdate
from committee.projects.models import Project

# More of one project belong into an album.
MOST_PICTURES = 4


def pictures_of_each(projects: Sequence[Project]) -> dict[int, tuple[Picture, ...]]:
    """Return the pictures of each project by its id, those of its printed updates (`reported`) among them.

    Raises:
        PictureNotPrinted: when the file of one cannot be printed.
    """
    updates = {each.pk: project.pk for project in projects for each in _reported(project)}
    of_projects = dict.fromkeys((project.pk for project in projects), ())
    found: dict[int, list[Document]] = {pk: [] for pk in of_projects}
    for attachment in _attached(of_projects, updates):
        is_of_update = attachment.record_type == _type_of(ProgressUpdate)
        project_id = updates[attachment.record_id] if is_of_update else attachment.record_id
        if attachment.document not in found[project_id]:
            found[project_id].append(attachment.document)
    return {pk: tuple(islice(pictures_in(each), MOST_PICTURES)) for pk, each in found.items()}


def _reported(project: Project) -> list[ProgressUpdate]:
    return project.reported  # type: ignore[attr-defined, no-any-return]  # read with it


def _attached(projects: Iterable[int], updates: Iterable[int]) -> Iterable[Attachment]:
    of_project = Q(record_type=_type_of(Project), record_id__in=list(projects))
    of_update = Q(record_type=_type_of(ProgressUpdate), record_id__in=list(updates))
    attached = Attachment.objects.filter(
        of_project | of_update, document__in=Document.objects.readable_by_both()
    )
    return attached.select_related("record_type").prefetch_related("document__files").order_by("document")


def _type_of(kind: type[Record]) -> ContentType:
    return ContentType.objects.get_for_model(kind)
