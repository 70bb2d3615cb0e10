import datetime

import pytest
from django.core.exceptions import ValidationError

from committee.history.actions import (
    ChangedMeanwhile,
    keep_changes,
    keep_deletion,
    keep_new,
    titles_of,
)
from committee.history.deletion import StillNeeded
from committee.models import Agreement, Decision, GeneralMeeting, HistoryEntry
from tests.factories.agreement import AgreementFactory, SignatureFactory
from tests.factories.article import ArticleFactory
from tests.factories.city import seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.decision import DecisionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory


def acts_on(record) -> list[tuple[str, dict]]:
    return [(entry.verb, entry.changes) for entry in HistoryEntry.objects.of(record)]


def test_a_new_record_is_kept_with_who_made_it(secretary):
    meeting = keep_new(by=secretary, record=GeneralMeeting(ordinal=1, host=seoul()))

    entry = HistoryEntry.objects.of(meeting).get()
    assert (entry.verb, entry.by, entry.changes["ordinal"], entry.changes["host"]) == (
        "created",
        secretary,
        [None, 1],
        [None, {"id": seoul().pk, "title": {"ko": "서울", "zh_hans": "首尔", "en": "Seoul"}}],
    )


def test_the_links_of_a_new_record_are_kept_with_it(secretary):
    commitment = CommitmentFactory(title_en="Run the hotline")

    project = keep_new(
        by=secretary,
        record=ProjectFactory.build(subcommittee=SubcommitteeFactory()),
        commitments=[commitment],
    )

    entry = HistoryEntry.objects.of(project).get()
    assert list(project.commitments.all()) == [commitment]
    assert entry.changes["commitments"] == [None, [{"id": commitment.pk, "title": titles_of(commitment)}]]


def test_a_record_that_breaks_a_constraint_is_not_kept(secretary):
    with pytest.raises(ValidationError):
        keep_new(by=secretary, record=GeneralMeeting(ordinal=1, host=seoul(), state="held"))

    assert (GeneralMeeting.objects.count(), HistoryEntry.objects.count()) == (0, 0)


def test_only_what_changed_is_recorded(secretary):
    meeting = MeetingFactory(venue_en="City Hall")

    keep_changes(by=secretary, record=meeting, changes={"venue_en": "City Hall", "state": "postponed"})

    assert acts_on(meeting) == [("changed", {"state": ["held", "postponed"]})]


def test_equal_values_change_nothing(secretary):
    meeting = MeetingFactory(starts_on=datetime.date(2018, 3, 19))

    kept = keep_changes(by=secretary, record=meeting, changes={"starts_on": datetime.date(2018, 3, 19)})

    assert (kept.version, acts_on(meeting)) == (1, [])


def test_equal_links_change_nothing(secretary):
    commitments = [CommitmentFactory(), CommitmentFactory()]
    project = ProjectFactory()
    project.commitments.set(commitments)

    kept = keep_changes(by=secretary, record=project, changes={"commitments": commitments[::-1]})

    assert (kept.version, acts_on(project)) == (1, [])


def test_fields_that_are_not_named_stay_as_others_left_them(secretary):
    read_before = MeetingFactory(venue_en="City Hall")
    GeneralMeeting.objects.filter(pk=read_before.pk).update(venue_en="Guildhall")

    keep_changes(by=secretary, record=read_before, changes={"state": "postponed"})

    read_before.refresh_from_db()
    assert (read_before.venue_en, read_before.state) == ("Guildhall", "postponed")


def test_two_writers_who_changed_different_fields_both_keep_theirs(secretary):
    meeting = MeetingFactory()
    keep_changes(by=secretary, record=meeting, changes={"venue_en": "Guildhall"}, seen_version=1)

    keep_changes(by=secretary, record=meeting, changes={"venue_ko": "서울시청"}, seen_version=1)

    meeting.refresh_from_db()
    assert (meeting.venue_en, meeting.venue_ko, meeting.version) == ("Guildhall", "서울시청", 3)


def test_two_writers_who_wrote_the_same_do_not_conflict(secretary):
    meeting = MeetingFactory()
    keep_changes(by=secretary, record=meeting, changes={"venue_en": "Guildhall"}, seen_version=1)

    kept = keep_changes(by=secretary, record=meeting, changes={"venue_en": "Guildhall"}, seen_version=1)

    assert kept.version == 2


def test_the_second_of_two_writers_of_one_field_is_told_so(secretary):
    meeting = MeetingFactory()
    keep_changes(by=secretary, record=meeting, changes={"venue_en": "Guildhall"}, seen_version=1)

    with pytest.raises(ChangedMeanwhile) as conflict:
        keep_changes(by=secretary, record=meeting, changes={"venue_en": "City Hall"}, seen_version=1)

    meeting.refresh_from_db()
    assert (conflict.value.fields, meeting.venue_en) == ({"venue_en"}, "Guildhall")
    assert [entry.by for entry in conflict.value.entries] == [secretary]


def test_whoever_has_read_the_last_version_conflicts_with_nobody(secretary):
    meeting = MeetingFactory()
    keep_changes(by=secretary, record=meeting, changes={"venue_en": "Guildhall"}, seen_version=1)

    kept = keep_changes(by=secretary, record=meeting, changes={"venue_en": "City Hall"}, seen_version=2)

    assert kept.venue_en == "City Hall"


def test_a_change_that_breaks_a_constraint_leaves_the_record_as_it_was(secretary):
    meeting = MeetingFactory(starts_on=datetime.date(2018, 3, 19))

    with pytest.raises(ValidationError):
        keep_changes(by=secretary, record=meeting, changes={"ends_on": datetime.date(2018, 3, 18)})

    meeting.refresh_from_db()
    assert (meeting.ends_on, meeting.version, acts_on(meeting)) == (None, 1, [])


def test_a_record_on_which_nothing_depends_is_deleted_and_its_history_stays(secretary):
    meeting = MeetingFactory(ordinal=3)
    number = meeting.pk

    keep_deletion(by=secretary, record=meeting)

    entry = HistoryEntry.objects.get(record_id=number)
    assert (entry.verb, entry.record_title, entry.changes["ordinal"]) == (
        "deleted",
        "General meeting no. 3",
        [3, None],
    )


def test_deletion_is_refused_by_name_while_something_depends(secretary):
    meeting = MeetingFactory()
    AgreementFactory(meeting=meeting, title_en="MOU on air quality")

    with pytest.raises(StillNeeded) as refusal:
        keep_deletion(by=secretary, record=meeting)

    assert refusal.value.message == "This cannot be deleted while these depend on it: “MOU on air quality”"
    assert (GeneralMeeting.objects.count(), HistoryEntry.objects.count()) == (1, 0)


def test_deletion_is_refused_while_something_depends_on_a_part(secretary):
    article = ArticleFactory()
    CommitmentFactory(agreement=AgreementFactory(), article=article, title_en="Run the hotline")

    with pytest.raises(StillNeeded):
        keep_deletion(by=secretary, record=article.agreement)

    assert Agreement.objects.filter(pk=article.agreement_id).exists()


def test_deletion_is_refused_while_another_record_is_linked_to_it(secretary):
    commitment = CommitmentFactory()
    project = ProjectFactory(title_en="Hotline")
    project.commitments.add(commitment)

    with pytest.raises(StillNeeded) as refusal:
        keep_deletion(by=secretary, record=commitment)

    assert refusal.value.message == "This cannot be deleted while these depend on it: “Hotline”"


def test_links_of_a_record_do_not_keep_it(secretary):
    project = ProjectFactory()
    project.commitments.add(CommitmentFactory())

    keep_deletion(by=secretary, record=project)

    assert HistoryEntry.objects.get().verb == "deleted"


def test_what_goes_with_a_record_is_recorded_one_by_one(secretary):
    agreement = AgreementFactory()
    ArticleFactory(agreement=agreement, heading_en="Hotline", number=1)
    SignatureFactory(agreement=agreement)

    keep_deletion(by=secretary, record=agreement)

    deleted = HistoryEntry.objects.filter(verb="deleted").values_list("record_type__model", flat=True)
    assert sorted(deleted) == ["agreement", "article", "signature"]


def test_the_page_of_a_record_knows_what_became_of_its_parts(secretary):
    meeting = MeetingFactory()
    decision = keep_new(by=secretary, record=Decision(meeting=meeting, number=1, text_en="To go on"))
    keep_deletion(by=secretary, record=decision)

    about = [(entry.kind, entry.verb, entry.is_of_a_part) for entry in HistoryEntry.objects.about(meeting)]

    assert about == [("decision", "deleted", True), ("decision", "created", True)]


def test_the_history_of_one_record_leaves_its_parts_out(secretary):
    meeting = keep_new(by=secretary, record=GeneralMeeting(ordinal=1, host=seoul()))
    keep_new(by=secretary, record=Decision(meeting=meeting, number=1, text_en="To go on"))

    assert [entry.kind for entry in HistoryEntry.objects.of(meeting)] == ["meeting"]


def test_a_part_of_a_part_belongs_to_the_page_of_the_whole(secretary):
    decision = DecisionFactory()

    assert decision.whole == decision.meeting
