import importlib
import pkgutil

import pytest
from django.apps import apps
from django.conf import settings

from committee.history.actions import keep_changes, keep_deletion
from committee.history.models import Record
from committee.history.restoring import IsGoneToo, RestoredAlready, StandsInTheWay, restore
from committee.models import (
    AgendaItem,
    Attachment,
    City,
    Decision,
    HistoryEntry,
    Indicator,
    IndicatorValue,
    Project,
)
from tests import factories
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.city import beijing
from tests.factories.commitment import CommitmentFactory
from tests.factories.decision import DecisionFactory
from tests.factories.deletion import deleted
from tests.factories.document import DocumentFactory
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.project import ProjectFactory

# These are never deleted: they are withdrawn, closed or kept for ever, and no action deletes them.
NEVER_DELETED = {
    "committee.TranslationRequest",
    "committee.Document",
    "committee.HandOver",
    "committee.Message",
    "committee.OutlineSection",
    "committee.CommentAnswer",
    "committee.Remark",
    "committee.ReportOutline",
    "committee.ReviewComment",
    "environment.Acknowledgement",
    "environment.AlertThread",
    "environment.ClockCheck",
    "environment.GapNotice",
    "environment.MachineAccount",
    "environment.MeasureTaken",
    "environment.MessageTranslation",
    "environment.QuarantineDecision",
    "environment.ThreadMessage",
}

WITHOUT_A_PAGE = {"environment.ClockCheck", "environment.QuarantineDecision"}


def kinds_of_records() -> list[type[Record]]:
    models = apps.get_models()
    return [model for model in models if issubclass(model, Record) and not model._meta.proxy]


DELETABLE = [model for model in kinds_of_records() if model._meta.label not in NEVER_DELETED]


def factory_of(model):
    modules = [module.name for module in pkgutil.iter_modules(factories.__path__)]
    for name in modules:
        for each in vars(importlib.import_module(f"{factories.__name__}.{name}")).values():
            if getattr(getattr(each, "_meta", None), "model", None) is model and hasattr(each, "build"):
                return each
    raise LookupError(f"no factory makes a {model.__name__}")


def columns(record):
    return {
        field.attname: getattr(record, field.attname)
        for field in record._meta.concrete_fields
        if field.name != "version"
    }


def may_be_asked(model) -> bool:
    whole = model
    while whole.part_of:
        whole = whole._meta.get_field(whole.part_of).related_model
    return model._meta.label in settings.MAY_DELETE or whole._meta.label in settings.MAY_DELETE


@pytest.mark.parametrize("model", DELETABLE, ids=lambda model: model._meta.label)
def test_every_kind_of_record_that_is_deleted_comes_back_as_it_was(model, secretary):
    record = beijing() if model is City else factory_of(model)()
    record.refresh_from_db()
    before = columns(record)

    back = restore(by=secretary, deletion=deleted(record, secretary))

    again = model._base_manager.get(pk=back.pk)
    assert (columns(again), again.version) == (before, record.version + 1)


def test_of_every_kind_with_a_page_it_is_said_who_reads_its_history():
    with_a_page = {model._meta.label for model in kinds_of_records() if not model.part_of}

    assert with_a_page - WITHOUT_A_PAGE == set(settings.MAY_READ_HISTORY)


@pytest.mark.parametrize("model", DELETABLE, ids=lambda model: model._meta.label)
def test_of_every_kind_that_is_deleted_somebody_may_undo_it(model):
    assert may_be_asked(model)


def test_a_project_comes_back_with_its_parts_links_and_documents(secretary):
    commitment = CommitmentFactory()
    project = ProjectFactory()
    project.commitments.set([commitment])
    value = IndicatorValueFactory(indicator=IndicatorFactory(project=project))
    attachment = Attachment.objects.create(document=DocumentFactory(), record=project)
    deletion = deleted(project, secretary)

    restore(by=secretary, deletion=deletion)

    again = Project.objects.get(pk=project.pk)
    assert list(again.commitments.all()) == [commitment]
    assert list(again.indicators.all()) == list(Indicator.objects.filter(pk=value.indicator_id))
    assert IndicatorValue.objects.get(pk=value.pk).value == value.value
    assert Attachment.objects.get(pk=attachment.pk).record == again


def test_the_history_says_who_brought_it_back_and_what_it_says_again(secretary):
    decision = DecisionFactory()
    deletion = deleted(decision, secretary)

    restore(by=secretary, deletion=deletion)

    latest = HistoryEntry.objects.of(decision).first()
    assert (latest.verb, latest.by, latest.changes["text_en"]) == (
        "restored",
        secretary,
        [None, "To run a fine dust hotline."],
    )


def test_it_is_dated_as_it_was_first_entered(secretary):
    decision = DecisionFactory()
    entered = Decision.objects.get(pk=decision.pk).created_at

    restore(by=secretary, deletion=deleted(decision, secretary))

    assert Decision.objects.get(pk=decision.pk).created_at == entered


def test_a_number_given_to_another_record_since_stands_in_the_way(secretary):
    decision = DecisionFactory(number=4)
    deletion = deleted(decision, secretary)
    DecisionFactory(meeting=decision.meeting, number=4)

    with pytest.raises(StandsInTheWay) as refused:
        restore(by=secretary, deletion=deletion)

    assert "Another decision of this meeting has this number." in str(refused.value.message)


def test_a_part_of_what_was_deleted_too_waits_for_its_whole(secretary):
    item = AgendaItemFactory()
    of_item, of_meeting = deleted(item, secretary), deleted(item.meeting, secretary)

    with pytest.raises(IsGoneToo):
        restore(by=secretary, deletion=of_item)
    restore(by=secretary, deletion=of_meeting)
    restore(by=secretary, deletion=of_item)

    assert AgendaItem.objects.get().pk == item.pk


def test_a_record_is_brought_back_once(secretary):
    deletion = deleted(MeetingFactory(), secretary)
    restore(by=secretary, deletion=deletion)

    with pytest.raises(RestoredAlready):
        restore(by=secretary, deletion=deletion)


def test_what_was_written_before_the_deletion_is_no_conflict_with_a_form_opened_after_it(secretary):
    meeting = MeetingFactory()
    back = restore(by=secretary, deletion=deleted(meeting, secretary))

    changed = keep_changes(
        by=secretary, record=back, changes={"venue_en": "Seoul"}, seen_version=back.version
    )

    assert changed.venue_en == "Seoul"


def test_it_can_be_deleted_again(secretary):
    meeting = MeetingFactory()
    back = restore(by=secretary, deletion=deleted(meeting, secretary))

    keep_deletion(by=secretary, record=back)

    assert not type(meeting).objects.exists()
