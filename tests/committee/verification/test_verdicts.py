import pytest

from committee.members.models import Role
from committee.models import EditionFile, MeetingReport, Member, ReportEdition
from committee.verification.verdicts import Verdict, verify
from tests.factories.city import seoul
from tests.factories.edition import ReadyEditionFactory
from tests.factories.meeting_report import (
    approved_report,
    published_report,
    withdrawn_report,
)
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db

KNOWN, CORRECTED, UNKNOWN = "a" * 64, "b" * 64, "c" * 64


def english_of(report: MeetingReport, sha256: str = KNOWN) -> ReportEdition:
    """Return the English edition of a report, under a checksum of its own."""
    edition = ReportEdition.objects.get(frozen__round__report=report, language="en")
    ReportEdition.objects.filter(pk=edition.pk).update(sha256=sha256)
    return edition


def member() -> Member:
    return member_with(Role.CONTRIBUTOR, seoul())


def test_a_published_edition_is_known_by_its_checksum():
    edition = english_of(published_report())

    verified = verify(KNOWN, reader=None)

    assert (verified.verdict, verified.edition, verified.sound) == (Verdict.UNCHANGED, edition, edition)


def test_a_withdrawn_edition_says_why():
    english_of(withdrawn_report())

    verified = verify(KNOWN, reader=None)

    assert (verified.verdict, verified.reason, verified.sound) == (
        Verdict.WITHDRAWN,
        "A table was wrong.",
        None,
    )


def test_a_corrected_edition_leads_to_the_one_in_force():
    first = published_report()
    english_of(first)
    MeetingReport.objects.filter(pk=first.pk).update(state=MeetingReport.State.CORRECTED)
    second = published_report(
        meeting=first.meeting, number=2, corrects=first, correction="The table of commitments."
    )
    current = english_of(second, CORRECTED)

    verified = verify(KNOWN, reader=None)

    assert (verified.verdict, verified.reason, verified.sound) == (
        Verdict.CORRECTED,
        "The table of commitments.",
        current,
    )


def test_a_file_that_says_it_is_an_edition_and_is_not_was_altered():
    edition = english_of(published_report())
    edition.refresh_from_db()

    verified = verify(UNKNOWN, reader=None, identifier=edition.identifier)

    assert (verified.verdict, verified.edition, verified.sound) == (Verdict.ALTERED, edition, edition)


def test_a_file_beside_the_pdf_is_known_as_well():
    edition = english_of(published_report())
    EditionFile.objects.create(edition=edition, kind="docx", sha256=UNKNOWN)

    verified = verify(UNKNOWN, reader=None)

    assert (verified.verdict, verified.edition) == (Verdict.UNCHANGED, edition)


def test_any_other_file_is_unknown():
    english_of(published_report())

    assert verify(UNKNOWN, reader=None, identifier="SBJC-9-2030-en-1").verdict == Verdict.UNKNOWN


def test_a_draft_is_known_to_members_alone():
    ReadyEditionFactory(sha256=KNOWN)

    assert verify(KNOWN, reader=None).verdict == Verdict.UNKNOWN
    assert verify(KNOWN, reader=member()).verdict == Verdict.DRAFT


def test_what_was_approved_and_not_published_is_nothing_to_a_visitor():
    report = approved_report()
    ReadyEditionFactory(meeting=report.meeting, frozen=report.latest_frozen.contents.first(), sha256=KNOWN)

    assert verify(KNOWN, reader=None).verdict == Verdict.UNKNOWN


def test_without_a_public_part_a_visitor_hears_of_nothing(settings):
    settings.PUBLIC_PART = False
    english_of(published_report())

    assert verify(KNOWN, reader=None).verdict == Verdict.UNKNOWN
    assert verify(KNOWN, reader=member()).verdict == Verdict.UNCHANGED
