"""What reaches the project when an update is confirmed, and what a correction changes of it."""

import datetime
import decimal

import pytest
from django.utils.translation import override

from committee.history.models import HistoryEntry
from committee.history.readable import changes_of
from committee.models import ProgressUpdate
from committee.progress import actions
from committee.progress.reported import Measured
from committee.progress.rules import (
    ConfirmedOtherwise,
    CorrectedAlready,
    NothingCorrected,
    OfAnotherProject,
)
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory, confirm, confirmed_update, correction_of

pytestmark = pytest.mark.django_db

MAY, JUNE = datetime.date(2018, 5, 3), datetime.date(2018, 6, 30)


def draft_saying(project, milestones=None, values=None):
    draft = UpdateFactory(project=project)
    return actions.edit_update(by=draft.author, update=draft, milestones=milestones, values=values)


def confirm_draft(draft):
    return confirm(actions.submit_update(by=draft.author, update=draft))


def measured(number, on=JUNE):
    return Measured(on, decimal.Decimal(number))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", {"互换: 2018年5月3日", "通报: 24 次 (2018年6月30日)"}),
        ("en", {"Exchange: May 3, 2018", "Messages: 24 messages (June 30, 2018)"}),
    ],
)
def test_the_history_of_an_update_tells_what_it_reports_in_the_reader_s_language(language, said):
    project = ProjectFactory()
    milestone = MilestoneFactory(project=project, title_en="Exchange", title_zh_hans="互换")
    indicator = IndicatorFactory(project=project, name_en="Messages", name_zh_hans="通报", unit_zh_hans="次")

    update = draft_saying(project, {milestone: MAY}, {indicator: measured(24)})

    with override(language):
        changes = changes_of(HistoryEntry.objects.of(update).get())
    assert {change.after for change in changes} == said


def test_confirmation_enters_milestones_and_values_into_the_project():
    project = ProjectFactory()
    milestone, indicator = MilestoneFactory(project=project), IndicatorFactory(project=project)

    update = confirm_draft(draft_saying(project, {milestone: MAY}, {indicator: measured(24)}))

    milestone.refresh_from_db()
    value = indicator.values.get()
    assert milestone.done_on == MAY
    assert (value.on, value.value, value.reported_in) == (JUNE, 24, update)
    entries = [HistoryEntry.objects.of(record).get() for record in (milestone, value)]
    assert [(entry.verb, entry.by) for entry in entries] == [
        ("changed", update.answered_by),
        ("created", update.answered_by),
    ]


def test_before_confirmation_nothing_reaches_the_project():
    project = ProjectFactory()
    milestone, indicator = MilestoneFactory(project=project), IndicatorFactory(project=project)

    draft = draft_saying(project, {milestone: MAY}, {indicator: measured(24)})
    actions.submit_update(by=draft.author, update=draft)

    milestone.refresh_from_db()
    assert milestone.done_on is None
    assert indicator.values.count() == 0


def test_a_confirmed_value_outranks_one_entered_by_hand():
    indicator = IndicatorFactory()
    by_hand = IndicatorValueFactory(indicator=indicator, on=JUNE, value=20)

    update = confirm_draft(draft_saying(indicator.project, values={indicator: measured(24)}))

    by_hand.refresh_from_db()
    assert (by_hand.value, by_hand.reported_in) == (24, update)


def test_a_correction_counts_once_it_is_confirmed():
    indicator = IndicatorFactory()
    update = confirm_draft(draft_saying(indicator.project, values={indicator: measured(24)}))
    correction = correction_of(update)

    actions.edit_update(by=correction.author, update=correction, values={indicator: measured(26)})
    before = indicator.values.get().value
    confirmed = confirm_draft(correction)

    assert before == 24
    assert [(each.value, each.reported_in) for each in indicator.values.all()] == [(26, confirmed)]
    assert list(ProgressUpdate.objects.current()) == [confirmed]


def test_a_correction_takes_back_what_it_no_longer_says():
    project = ProjectFactory()
    milestone, indicator = MilestoneFactory(project=project), IndicatorFactory(project=project)
    update = confirm_draft(draft_saying(project, {milestone: MAY}, {indicator: measured(24)}))
    correction = correction_of(update)

    actions.edit_update(
        by=correction.author, update=correction, milestones={milestone: None}, values={indicator: None}
    )
    confirm_draft(correction)

    milestone.refresh_from_db()
    assert milestone.done_on is None
    assert indicator.values.count() == 0


def test_a_correction_leaves_the_confirmed_update_as_it_was():
    update = confirmed_update()
    correction = correction_of(update)

    actions.edit_update(by=correction.author, update=correction, narrative_en="Every day.")
    confirm_draft(correction)

    update.refresh_from_db()
    assert update.narrative_en == "Both liaison officers exchange readings every week."
    assert update.is_intact


def test_a_correction_that_corrects_nothing_is_not_submitted():
    correction = correction_of(confirmed_update())

    with pytest.raises(NothingCorrected):
        actions.submit_update(by=correction.author, update=correction)


def test_an_update_has_one_correction():
    update = confirmed_update()
    correction_of(update)

    with pytest.raises(CorrectedAlready):
        correction_of(update)


def test_two_confirmed_updates_never_contradict_each_other():
    indicator = IndicatorFactory()
    first = draft_saying(indicator.project, values={indicator: measured(24)})
    second = draft_saying(indicator.project, values={indicator: measured(25)})
    confirm_draft(first)

    with pytest.raises(ConfirmedOtherwise):
        actions.submit_update(by=second.author, update=second)


def test_an_update_speaks_of_its_own_project():
    update = UpdateFactory()

    with pytest.raises(OfAnotherProject):
        actions.edit_update(by=update.author, update=update, milestones={MilestoneFactory(): MAY})


def test_the_fingerprint_is_of_the_content_alone():
    update = UpdateFactory()
    before = update.fingerprint()

    submitted = actions.submit_update(by=update.author, update=update)

    assert submitted.fingerprint() == before


def test_what_a_confirmed_correction_replaced_says_so():
    update = confirmed_update()
    correction = correction_of(update)
    actions.edit_update(by=correction.author, update=correction, narrative_en="Every day.")

    before = ProgressUpdate.objects.in_brief().get(pk=update.pk).is_replaced
    confirm_draft(correction)
    after = ProgressUpdate.objects.in_brief().get(pk=update.pk).is_replaced

    assert (before, after) == (False, True)
