import pytest
from django.core.management import call_command

from committee.models import Project, SearchEntry, SearchWords, WaitingRecord
from committee.projects.actions import create_project, delete_project, edit_project
from committee.reports.actions import request_editions
from committee.search.following import note_changed
from committee.search.indexing import bring_up_to_date, build, is_built
from committee.search.query import parse
from tests.factories.commitment import CommitmentFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db


def number_with(typed):
    return SearchEntry.objects.containing(parse(typed)).count()


def test_what_is_written_is_found_and_what_is_deleted_is_not(secretary):
    commitment = CommitmentFactory()
    project = create_project(
        by=secretary,
        title_ko="환경 포럼",
        subcommittee=commitment.subcommittee,
        commitments=[commitment],
    )
    numbers = [number_with("포럼")]

    bring_up_to_date()
    numbers.append(number_with("포럼"))
    edit_project(by=secretary, project=project, title_ko="환경 연수", seen_version=None)
    bring_up_to_date()
    numbers += [number_with("포럼"), number_with("연수")]
    delete_project(by=secretary, project=project)
    bring_up_to_date()

    assert [*numbers, number_with("연수")] == [0, 1, 0, 1, 0]
    assert WaitingRecord.objects.count() == 0


def test_parts_move_with_the_project_to_another_subcommittee(secretary):
    milestone = MilestoneFactory(title_en="Signing")
    build()
    economy = SubcommitteeFactory(code="economy")

    Project.objects.update(subcommittee=economy)
    note_changed(milestone.project)
    bring_up_to_date()

    assert SearchEntry.objects.get(kind="milestone").subcommittee == economy


def test_a_record_of_a_kind_that_is_no_longer_searched_keeps_nobody_waiting():
    WaitingRecord.objects.create(kind="no longer searched", record_id=1)
    note_changed(ProjectFactory(title_en="Forum"))

    assert (bring_up_to_date(), WaitingRecord.objects.count(), number_with("forum")) == (2, 0, 1)


def test_what_changed_last_has_the_highest_id():
    first, _second = ProjectFactory(), ProjectFactory()
    build()

    note_changed(first)
    bring_up_to_date()

    assert SearchEntry.objects.filter(kind="project").latest("pk").record_id == first.pk


def test_a_report_that_is_asked_for_is_found(secretary):
    request_editions(by=secretary, meeting=MeetingFactory(ordinal=3), languages=["ko"])

    bring_up_to_date()

    assert SearchEntry.objects.get().kind == "reportedition"


def test_a_record_of_a_kind_that_is_not_searched_does_not_wait(secretary):
    note_changed(secretary.city)

    assert WaitingRecord.objects.count() == 0


def test_many_acts_in_one_transaction_tell_the_worker_once(django_capture_on_commit_callbacks):
    project = ProjectFactory()

    with django_capture_on_commit_callbacks() as calls:
        for _act in range(3):
            note_changed(project)

    assert (len(calls), WaitingRecord.objects.count()) == (1, 3)


def test_building_again_changes_nothing_and_forgets_what_is_gone():
    ProjectFactory(title_en="Forum")
    SearchEntry.objects.create(kind="project", record_id=999)
    SearchEntry.objects.create(kind="no longer searched", record_id=1)

    build()
    once = list(SearchEntry.objects.order_by("kind", "record_id").values_list("kind", "record_id"))
    build()

    again = list(SearchEntry.objects.order_by("kind", "record_id").values_list("kind", "record_id"))
    assert (again == once, len(once), SearchWords.objects.count(), number_with("forum")) == (True, 3, 3, 1)


def test_the_command_builds_what_is_missing_once(capsys):
    ProjectFactory()  # with its subcommittee, and the general kind that is always there
    assert not is_built()

    call_command("build_search_index", if_missing=True)
    SearchEntry.objects.all().delete()
    call_command("build_search_index", if_missing=True)

    assert capsys.readouterr().out == "3 records can be found.\n0 records can be found.\n"
