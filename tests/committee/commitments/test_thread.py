import pytest

from committee.commitments.thread import thread_of
from committee.members.models import Role
from committee.models import Commitment, EditionMention, ReportEdition
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.edition import EditionFactory, FailedEditionFactory, ReadyEditionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.update import submitted_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    return member_with(Role.OBSERVER)


def printed(commitment: Commitment, state: str, **fields: object) -> ReportEdition:
    edition = ReadyEditionFactory(**fields)
    EditionMention.objects.create(edition=edition, record=f"commitment-{commitment.pk}", state=state)
    return edition


def told(commitment: Commitment, reader) -> list[tuple[int, str, str | None]]:
    reports = thread_of(commitment, reader).reports
    return [(report.meeting.ordinal, report.standing, report.before) for report in reports]


def test_a_later_report_says_what_changed(reader):
    commitment = kept_commitment()
    printed(commitment, "kept", meeting=MeetingFactory(ordinal=4))
    printed(commitment, "late", meeting=MeetingFactory(ordinal=3))

    found = thread_of(commitment, reader).reports

    assert told(commitment, reader) == [(3, "late", None), (4, "kept", "late")]
    assert [report.has_changed for report in found] == [False, True]


def test_the_newest_edition_of_a_meeting_says_the_state_and_each_language_is_named_once(reader):
    commitment, meeting = CommitmentFactory(), MeetingFactory()
    printed(commitment, "silent", meeting=meeting, language="ko")
    korean = printed(commitment, "late", meeting=meeting, language="ko")
    english = printed(commitment, "on_track", meeting=meeting, language="en")

    [report] = thread_of(commitment, reader).reports

    assert (report.editions, report.standing) == ([korean, english], "on_track")


def test_an_edition_that_was_not_finished_is_not_named(reader):
    commitment = CommitmentFactory()
    for edition in (FailedEditionFactory(), EditionFactory()):
        EditionMention.objects.create(edition=edition, record=f"commitment-{commitment.pk}", state="late")

    assert thread_of(commitment, reader).reports == []


def test_the_page_says_in_which_report_it_stood_how(signed_in, reader):
    commitment = CommitmentFactory()
    printed(commitment, "silent", meeting=MeetingFactory(ordinal=3))
    printed(commitment, "late", meeting=MeetingFactory(ordinal=4))

    page = signed_in(reader).get(commitment.get_absolute_url()).content.decode()

    assert "before: silent" in page


def test_a_long_project_shows_its_latest_updates_and_says_that_there_are_more(reader):
    commitment = CommitmentFactory()
    project = ProjectFactory()
    project.commitments.add(commitment)
    for _ in range(6):
        submitted_update(project=project)

    [carried_out] = thread_of(commitment, reader).projects

    assert (len(carried_out.updates), carried_out.has_more) == (5, True)
