import datetime

from committee.minutes.report_section import state_of_minutes
from committee.models import Meeting
from committee.printing.content import Paragraph, Scope, Status
from tests.factories.city import seoul
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.factories.minutes import MinutesFactory, circulated_minutes


def scope_of(meeting: Meeting) -> Scope:
    return Scope(meeting.pk, None, datetime.date(2020, 1, 1), "en", (seoul().pk,))


def test_the_report_says_of_each_meeting_where_its_minutes_stand(db):
    first = MeetingFactory(ordinal=1)
    of_subcommittee = SubcommitteeMeetingFactory(state="held", starts_on=datetime.date(2015, 5, 4))
    minutes = circulated_minutes(days=-20, meeting=first)
    MinutesFactory(meeting=of_subcommittee)

    [table] = state_of_minutes(scope_of(first)).blocks

    assert [(row.cells[0], row.cells[3]) for row in table.rows] == [
        (first.title, minutes.printable_state),
        (of_subcommittee.title, "not circulated yet"),
    ]
    assert [type(row.cells[2]) for row in table.rows] == [Status, str]


def test_without_a_meeting_the_report_says_so(db):
    meeting = MeetingFactory(state="planned", starts_on=None)

    assert state_of_minutes(scope_of(meeting)).blocks == (
        Paragraph("No meeting was held.", manner="nothing"),
    )
