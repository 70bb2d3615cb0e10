import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from committee.delegations.attendance import Taken, has_begun, take_attendance, turnouts
from committee.delegations.report_section import delegations
from committee.delegations.rules import NotBegun
from committee.history.actions import ChangedMeanwhile
from committee.models import Delegation, Meeting
from committee.printing.content import Scope
from tests.factories.city import beijing, seoul
from tests.factories.delegation import DelegateFactory, DelegationFactory, announced, led_by
from tests.factories.meeting import MeetingFactory

DAY = datetime.date(2018, 3, 19)
# Midnight in Seoul is 15:00 in UTC the day before; in Beijing an hour later.
MIDNIGHT_IN_SEOUL = datetime.datetime(2018, 3, 18, 15, tzinfo=datetime.UTC)
MIDNIGHT_IN_BEIJING = MIDNIGHT_IN_SEOUL + datetime.timedelta(hours=1)
A_MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def delegation(db) -> Delegation:
    """Seoul's delegation of two to a meeting on 19 March 2018 in Seoul."""
    delegation = DelegationFactory(meeting__starts_on=DAY)
    led_by(delegation, "Head", "Second")
    return delegation


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("host", "midnight"), [(seoul, MIDNIGHT_IN_SEOUL), (beijing, MIDNIGHT_IN_BEIJING)], ids=["KST", "CST"]
)
def test_a_meeting_begins_at_midnight_of_the_host(host, midnight):
    meeting = MeetingFactory(host=host(), starts_on=DAY)

    assert [has_begun(meeting, midnight - A_MINUTE), has_begun(meeting, midnight)] == [False, True]


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [{"state": "postponed"}, {"state": "planned", "starts_on": None}])
def test_a_meeting_that_was_postponed_or_has_no_day_has_not_begun(fields):
    meeting = MeetingFactory(**{"starts_on": DAY, **fields})

    assert not has_begun(meeting, MIDNIGHT_IN_SEOUL)


def test_attendance_is_taken_of_all_together(secretary, delegation):
    head, second = delegation.delegates.all()
    taken = {
        head: Taken({"attendance": "present"}),
        second: Taken({"attendance": "substituted", "substitute_ko": "이몽룡 과장"}),
    }

    take_attendance(by=secretary, delegation=delegation, taken=taken, now=MIDNIGHT_IN_SEOUL)

    found = [(each.attendance, each.substitute_ko) for each in delegation.delegates.all()]
    assert found == [("present", ""), ("substituted", "이몽룡 과장")]


def test_one_that_cannot_be_leaves_all_as_it_was(secretary, delegation):
    head, second = delegation.delegates.all()
    taken = {head: Taken({"attendance": "present"}), second: Taken({"attendance": "substituted"})}

    with pytest.raises(ValidationError):
        take_attendance(by=secretary, delegation=delegation, taken=taken, now=MIDNIGHT_IN_SEOUL)

    assert [each.attendance for each in delegation.delegates.all()] == ["expected", "expected"]


def test_attendance_is_not_taken_before_the_meeting_has_begun(secretary, delegation):
    with pytest.raises(NotBegun):
        take_attendance(by=secretary, delegation=delegation, taken={}, now=MIDNIGHT_IN_SEOUL - A_MINUTE)


def test_two_who_take_the_attendance_of_one_person_do_not_overwrite_each_other(secretary, delegation):
    head = delegation.delegates.first()
    seen = head.version
    first = {head: Taken({"attendance": "present"}, seen)}
    take_attendance(by=secretary, delegation=delegation, taken=first, now=MIDNIGHT_IN_SEOUL)

    second = {head: Taken({"attendance": "absent"}, seen)}
    with pytest.raises(ChangedMeanwhile):
        take_attendance(by=secretary, delegation=delegation, taken=second, now=MIDNIGHT_IN_SEOUL)


def test_nobody_of_another_delegation_is_taken_with_it(secretary, delegation):
    stranger = DelegateFactory(delegation=announced(beijing(), meeting=delegation.meeting))
    taken = {stranger: Taken({"attendance": "absent"})}

    with pytest.raises(PermissionDenied):
        take_attendance(by=secretary, delegation=delegation, taken=taken, now=MIDNIGHT_IN_SEOUL)


def test_the_figures_stand_in_the_order_of_protocol(delegation):
    seouls = led_by(announced(seoul(), meeting=MeetingFactory(host=beijing())))
    meeting = Meeting.objects.get(host=beijing())
    announced(beijing(), meeting=meeting).delegates.update(attendance="present")

    figures = [
        (each.city.code, each.named, each.present, each.expected)
        for each in turnouts(meeting, meeting.delegations.all())
    ]

    assert seouls == []
    assert figures == [("beijing", 1, 1, 0), ("seoul", 1, 0, 1)]


def test_the_report_names_announced_delegations_only(delegation):
    announced(beijing(), meeting=delegation.meeting).delegates.update(attendance="present")

    section = delegations(scope_of(delegation.meeting))

    [figures, people] = section.blocks
    assert [row.cells for row in figures.rows] == [("Beijing", "1", "1", "0", "0", "0")]
    assert [row.cells[1].lines for row in people.rows] == [("Head of Beijing", "Head of the delegation")]


def test_the_report_has_no_chapter_where_nothing_was_announced(delegation):
    assert delegations(scope_of(delegation.meeting)) is None


def scope_of(meeting: Meeting) -> Scope:
    return Scope(meeting.pk, None, DAY, "en", (meeting.host_id, beijing().pk))
