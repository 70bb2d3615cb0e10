"""Where minors take part nothing about persons is stored: what is written of such a project is searched."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.documents.attachments import Attachment
from committee.history.models import HistoryEntry, Record
from committee.languages.wording import language_of_column
from committee.project_kinds.personal_details import personal_details_in
from committee.projects.models import Project
from committee.rules import BrokenRule
from committee.translations.models import TranslationRequest


class NamesSomebody(BrokenRule):
    """What minors take part in is told in figures; nothing that points to a person is stored."""

    def __init__(self, found: str, field: str) -> None:
        sentence = _(
            "“%(found)s” looks like a name, a number or an address of a person. Of this kind of project only "
            "figures are kept; take it out."
        )
        super().__init__(sentence % {"found": found}, field=field)


class NamedBefore(BrokenRule):
    """What was once written stays in the history, so a project that told of persons stays what it is."""

    def __init__(self, found: str, title: str) -> None:
        sentence = _(
            "“%(found)s” was written of “%(record)s” and looks like a name, a number or an address of a "
            "person. It would stay in the history, taken out or not: set up a new project of this kind."
        )
        super().__init__(sentence % {"found": found, "record": title}, field="kind")


class FiguresOnly(BrokenRule):
    """A file would say of minors what no text may say."""

    def __init__(self) -> None:
        super().__init__(_("Of this kind of project only figures are kept, no documents."))


def refuse_what_names_somebody(record: models.Model) -> None:
    """Look through what an act wrote into a record of a project, see AFTER_RECORD_CHANGED.

    Raises:
        NamesSomebody: when a person is named and the project's kind is figures only.
        NamedBefore: when it becomes of such a kind and a person was named before, by anything about it.
        FiguresOnly: when it becomes of such a kind and has documents.
    """
    project = _project_of(record)
    if project is None or not project.kind.figures_only:
        return
    act = HistoryEntry.objects.of(record).first()
    if act is None or act.verb == HistoryEntry.Verb.DELETED:
        return
    for name in sorted(_texts(type(record)) & act.changes.keys()):
        if found := personal_details_in(getattr(record, name)):
            raise NamesSomebody(found, name)
    if record == project and "kind" in act.changes and act.verb != HistoryEntry.Verb.CREATED:
        _refuse_what_named_somebody(project)


def _refuse_what_named_somebody(project: Project) -> None:
    """Look through all that is and was said of a project by itself, its parts, its updates and the rest."""
    for model, records in _about(project).items():
        kind = ContentType.objects.get_for_model(model)
        numbers = [record.pk for record in records]
        if Attachment.objects.filter(record_type=kind, record_id__in=numbers).exists():
            raise FiguresOnly
        for record in records:
            for name in _texts(model):
                _refuse_text(getattr(record, name), str(record))
        gone = HistoryEntry.objects.filter(record_type=kind, changes__project__0__id=project.pk)
        acts = HistoryEntry.objects.filter(record_type=kind)
        for act in acts.filter(Q(record_id__in=numbers) | Q(record_id__in=gone.values("record_id"))):
            for name in _texts(model) & act.changes.keys():
                for said in act.changes[name]:
                    _refuse_text(str(said or ""), act.record_title)


def _refuse_text(text: str, title: str) -> None:
    if found := personal_details_in(text):
        raise NamedBefore(found, title)


def _about(project: Project) -> dict[type[Record], list[Record]]:
    """Return a project and all that belongs to it or translates it, by model."""
    # Those of which nothing is left, too: their history is.
    found: dict[type[Record], list[Record]] = {model: [] for model, _name in _parts_of(Project)}
    for record in _belonging_to(project):
        found.setdefault(type(record), []).append(record)
        found.setdefault(TranslationRequest, []).extend(TranslationRequest.objects.of(record))
    return found


def _belonging_to(record: Record) -> Iterator[Record]:
    yield record
    for model, name in _parts_of(type(record)):
        for part in model._default_manager.filter(**{name: record.pk}):
            yield from _belonging_to(part)


def _parts_of(whole: type[Record]) -> Iterator[tuple[type[Record], str]]:
    """Yield the models that belong to a model, each with the field that says so."""
    for relation in whole._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        if issubclass(model, Record) and name in (model.part_of, "project"):
            yield model, name


def _project_of(record: models.Model) -> Project | None:
    """Return the project that a record is, belongs to or is about; None where it has none."""
    if not isinstance(record, Record):
        return None
    said_of = record.translated_record if isinstance(record, TranslationRequest) else record
    whole = said_of.whole
    project = whole if isinstance(whole, Project) else getattr(whole, "project", None)
    return project if isinstance(project, Project) else None


def _texts(model: type[models.Model]) -> set[str]:
    """Return the columns in which people write freely."""
    fields = model._meta.concrete_fields
    return {
        field.name
        for field in fields
        if isinstance(field, models.TextField) or language_of_column(field.name)
    }
