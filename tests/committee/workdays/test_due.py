import datetime

import pytest
from django.template import Context, Template

from committee.models import Commitment, Milestone, Project
from committee.workdays.due import DueDay, is_overdue
from tests.factories.commitment import CommitmentFactory
from tests.factories.milestone import MilestoneFactory

DAY = datetime.timedelta(days=1)
# The first working day of both cities after China's National Day week.
BACK_AT_WORK = datetime.date(2026, 10, 8)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("agreed", "note"),
    [
        ("2026-09-30", ""),
        ("2026-10-01", "National Day (CN): counts as due on Oct. 8, 2026."),
        ("2026-10-10", "Saturday: counts as due on Oct. 12, 2026."),
        (
            "2026-02-17",
            "Korean New Year (KR), Chinese New Year (Spring Festival) (CN): counts as due on Feb. 24, 2026.",
        ),
    ],
)
def test_a_day_off_says_when_it_counts_as_due(agreed, note):
    assert DueDay(day(agreed)).note == note


@pytest.mark.parametrize(
    ("agreed", "overdue"), [("2026-09-30", True), ("2026-10-01", False), ("2026-10-08", False)]
)
def test_what_is_due_on_a_day_off_is_overdue_only_after_the_next_working_day(agreed, overdue):
    assert is_overdue(day(agreed), BACK_AT_WORK) is overdue
    assert is_overdue(day(agreed), BACK_AT_WORK + DAY) is True


@pytest.mark.django_db
@pytest.mark.parametrize(("on", "late"), [(BACK_AT_WORK, 0), (BACK_AT_WORK + DAY, 1)])
def test_a_commitment_due_in_the_national_day_week_is_late_after_it(on, late):
    commitment = CommitmentFactory(due_on="2026-10-02")
    commitment.refresh_from_db()

    assert (Commitment.objects.overdue(on).count(), commitment.is_overdue(on)) == (late, bool(late))
    assert commitment.due_on == day("2026-10-02")


@pytest.mark.django_db
@pytest.mark.parametrize(("on", "late"), [("2026-02-24", 0), ("2026-02-25", 1)])
def test_a_milestone_due_on_a_saturday_that_beijing_works_waits_for_both(on, late):
    milestone = MilestoneFactory(due_on=day("2026-02-14"))

    assert Milestone.objects.overdue(day(on)).count() == late
    assert Project.objects.with_late_milestones(day(on)).count() == late
    assert Project.objects.counting_late_milestones(day(on)).get().late_milestones == late
    assert milestone.is_overdue(day(on)) is bool(late)


@pytest.mark.parametrize(
    ("agreed", "shown"),
    [
        (None, "—"),
        (day("2026-09-30"), '<span class="day">Sept. 30, 2026</span>'),
        (
            day("2026-10-10"),
            '<span class="day">Oct. 10, 2026</span> '
            '<small class="count">Saturday: counts as due on Oct. 12, 2026.</small>',
        ),
    ],
)
def test_pages_show_the_agreed_day_and_when_it_counts(agreed, shown):
    assert Template("{{ day|due }}").render(Context({"day": agreed})) == shown
