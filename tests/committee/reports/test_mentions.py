import pytest

from committee.printing.checked import Mention
from committee.printing.content import Column, Row, Table
from committee.reports.mentions import keep_mentions, states_in_last_report
from tests.factories.edition import EditionFactory, FailedEditionFactory, ReadyEditionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.report import small_report

pytestmark = pytest.mark.django_db


def mentioning(state: str):
    row = Row(("Hotline",), mention=Mention("commitment-7", state))
    return small_report("en", Table("Commitments", (Column("Commitment"),), (row, Row(("Total",)))))


def test_an_attempt_replaces_what_the_one_before_noted():
    edition = EditionFactory()

    keep_mentions(edition, mentioning("late"))
    keep_mentions(edition, mentioning("kept"))

    assert [(each.record, each.state) for each in edition.mentions.all()] == [("commitment-7", "kept")]


def test_the_last_report_is_the_newest_ready_edition_of_the_last_meeting_before():
    third, fourth, fifth = (MeetingFactory(ordinal=ordinal) for ordinal in (3, 4, 5))
    keep_mentions(ReadyEditionFactory(meeting=third), mentioning("silent"))
    keep_mentions(ReadyEditionFactory(meeting=fourth), mentioning("late"))
    keep_mentions(ReadyEditionFactory(meeting=fourth, language="ko"), mentioning("on_track"))
    keep_mentions(FailedEditionFactory(meeting=fourth), mentioning("released"))
    keep_mentions(ReadyEditionFactory(meeting=fifth), mentioning("kept"))

    said = [states_in_last_report(meeting.pk) for meeting in (third, fourth, fifth)]

    assert said == [{}, {"commitment-7": "silent"}, {"commitment-7": "on_track"}]
