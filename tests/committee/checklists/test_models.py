import datetime

import pytest

from committee.calendar.gathering import Chosen, entries
from committee.checklists.waiting import waiting_for
from committee.members.models import Role
from committee.models import ChecklistStep, Notice
from committee.reminders.reminding import remind
from committee.workdays.dated import Period
from tests.factories.checklist import ChecklistStepFactory
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db

# The first working day of both cities after China's National Day week.
BACK_AT_WORK = datetime.date(2026, 10, 8)


def at(text):
    return datetime.datetime.fromisoformat(f"{text}T01:00+00:00")


@pytest.fixture
def secretaries():
    return [member_with(Role.SECRETARIAT, city) for city in (seoul(), beijing())]


def told(now):
    return [(notice.member, notice.subject_en) for notice in remind(now)]


@pytest.mark.parametrize(
    ("state", "days_later", "standing"),
    [("planned", 0, "open"), ("planned", 1, "late"), ("postponed", 1, "open")],
)
def test_a_step_is_late_when_its_day_has_passed_and_the_meeting_stands(state, days_later, standing):
    step = ChecklistStepFactory(meeting__state=state, due_on=BACK_AT_WORK)
    on = BACK_AT_WORK + datetime.timedelta(days=days_later)

    assert step.standing(on) == standing
    assert ChecklistStep.objects.overdue(on).count() == (standing == "late")


def test_whoever_has_to_do_a_step_is_reminded_before_and_after(secretaries):
    seoul_secretary, beijing_secretary = secretaries
    ChecklistStepFactory(title_en="Agenda", city=seoul(), due_on=BACK_AT_WORK)

    # Three working days of both cities before the eighth: 30 September is the first one before it.
    days = {
        day: told(at(day)) for day in ("2026-09-25", "2026-09-28", "2026-10-08", "2026-10-09", "2026-10-12")
    }

    assert days == {
        "2026-09-25": [],
        "2026-09-28": [(seoul_secretary, "Step due soon: Agenda")],
        "2026-10-08": [],
        "2026-10-09": [(seoul_secretary, "Step late: Agenda")],
        "2026-10-12": [],
    }
    assert not Notice.objects.filter(member=beijing_secretary).exists()


def test_co_leads_are_reminded_of_theirs():
    leads = [member_with(Role.CO_LEAD, city) for city in (seoul(), beijing())]
    ChecklistStepFactory(title_en="Papers", city=beijing(), role=Role.CO_LEAD, due_on=BACK_AT_WORK)

    assert told(at("2026-10-08")) == [(leads[1], "Step due soon: Papers")]


def test_towards_a_postponed_meeting_nobody_is_reminded(secretaries):
    ChecklistStepFactory(meeting__state="postponed", due_on=BACK_AT_WORK)

    assert told(at("2026-10-12")) == []


def test_a_new_day_reminds_anew(secretaries):
    step = ChecklistStepFactory(title_en="Agenda", due_on=BACK_AT_WORK)
    told(at("2026-10-08"))
    ChecklistStep.objects.filter(pk=step.pk).update(due_on="2026-10-12")

    assert told(at("2026-10-08")) == [(secretaries[0], "Step due soon: Agenda")]


def test_what_waits_for_a_member_is_of_the_posts_held(secretaries):
    lead = member_with(Role.CO_LEAD, seoul())
    for title, role in (("Agenda", Role.SECRETARIAT), ("Papers", Role.CO_LEAD)):
        ChecklistStepFactory(title_en=title, role=role, meeting=planned(), due_on=BACK_AT_WORK)
    ChecklistStepFactory(title_en="Not yet", meeting=planned())

    waiting = {member: [step.title_en for step in waiting_for(member)] for member in (*secretaries, lead)}

    assert list(waiting.values()) == [["Agenda", "Papers"], [], ["Papers"]]


def planned():
    return MeetingFactory(state="planned")


def test_the_calendar_knows_the_steps_of_planned_meetings(secretaries):
    ChecklistStepFactory(title_en="Agenda", due_on=BACK_AT_WORK)
    ChecklistStepFactory(title_en="Lapsed", meeting__state="postponed", due_on=BACK_AT_WORK)
    october = Period(datetime.date(2026, 10, 1), datetime.date(2026, 10, 31))

    found = entries(october, secretaries[0], seoul().zone, Chosen(kind="checklist"))

    assert [entry.dated.title for entry in found] == ["Seoul: Agenda"]
