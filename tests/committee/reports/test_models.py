import pytest
from django.db import IntegrityError

from committee.members.models import Role
from committee.models import ReportEdition
from tests.factories.edition import EditionFactory, FailedEditionFactory, ReadyEditionFactory
from tests.factories.meeting_report import published_report, ready_editions, report_in_review
from tests.factories.member import member_with


def test_one_edition_of_a_language_is_under_way_at_a_time(db):
    queued = EditionFactory()

    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        EditionFactory(meeting=queued.meeting, state=ReportEdition.State.BUILDING)


def test_a_ready_edition_has_its_file(db):
    with pytest.raises(IntegrityError, match="edition_ready_has_its_pdf"):
        ReadyEditionFactory(sha256="")


def test_a_failed_edition_says_why(db):
    with pytest.raises(IntegrityError, match="edition_failed_says_why"):
        FailedEditionFactory(failure="")


def test_an_observer_sees_only_what_is_ready(db):
    ready = ReadyEditionFactory()
    FailedEditionFactory(meeting=ready.meeting)
    EditionFactory(meeting=ready.meeting)

    assert list(ReportEdition.objects.visible_to(member_with(Role.OBSERVER))) == [ready]


def test_an_observer_sees_an_edition_of_a_review_once_it_was_published(db):
    in_review = report_in_review()
    ready_editions(in_review)
    published = published_report()

    seen = ReportEdition.objects.visible_to(member_with(Role.OBSERVER))

    assert {edition.meeting for edition in seen} == {published.meeting}


def test_a_contributor_sees_what_is_under_way(db):
    queued = EditionFactory()

    assert list(ReportEdition.objects.visible_to(member_with(Role.CONTRIBUTOR))) == [queued]
