"""Where minors take part nothing about persons is stored: what is written of such a project is searched."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from committee.history.models import HistoryEntry, Record
from committee.languages.wording import language_of_column
from committee.project_kinds.personal_details import personal_details_in
from committee.projects.models import Project
from committee.rules import BrokenRule


class NamesSomebody(BrokenRule):
    """What minors take part in is told in figures; nothing that points to a person is stored."""

    def __init__(self, found: str, field: str) -> None:
        sentence = _(
            "“%(found)s” looks like a name, a number or an address of a person. Of this kind of project only "
            "figures are kept; take it out."
        )
        super().__init__(sentence % {"found": found}, field=field)


def refuse_what_names_somebody(record: models.Model) -> None:
    """Look through what an act wrote into a record of a project, see AFTER_RECORD_CHANGED.

    Raises:
        NamesSomebody: when a person is named and the project's kind is figures only.
    """
    project = _project_of(record)
    if project is None or not project.kind.figures_only:
        return
    act = HistoryEntry.objects.of(record).first()
    if act is None or act.verb == HistoryEntry.Verb.DELETED:
        return
    # A project that becomes one of such a kind is searched as a whole.
    names = _texts(record) if "kind" in act.changes else _texts(record) & act.changes.keys()
    for name in sorted(names):
        if found := personal_details_in(getattr(record, name)):
            raise NamesSomebody(found, name)


def _project_of(record: models.Model) -> Project | None:
    """Return the project that a record is, belongs to or is about; None where it has none."""
    if not isinstance(record, Record):
        return None
    whole = record.whole
    project = whole if isinstance(whole, Project) else getattr(whole, "project", None)
    return project if isinstance(project, Project) else None


def _texts(record: models.Model) -> set[str]:
    """Return the columns in which people write freely."""
    fields = record._meta.concrete_fields
    return {
        field.name
        for field in fields
        if isinstance(field, models.TextField) or language_of_column(field.name)
    }
