import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from committee.checklists import actions
from committee.checklists.models import Side
from committee.checklists.rules import (
    DoneAlready,
    DoneInTheFuture,
    DrawnUpAlready,
    MeetingHeld,
    NotDone,
    NoTemplate,
    TemplateNotEmpty,
)
from committee.meetings.actions import edit_meeting
from committee.members.models import Role
from committee.models import ChecklistStep, ChecklistTask, HistoryEntry
from tests.factories.checklist import ChecklistStepFactory, ChecklistTaskFactory
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def secretary():
    member = member_with(Role.SECRETARIAT, seoul())
    beijing()
    return member


@pytest.fixture
def meeting(secretary):
    """A general meeting in Seoul, on the second working day after the National Day week."""
    return MeetingFactory(state="planned", host=seoul(), starts_on=day("2026-10-12"))


def days_of(meeting):
    return list(meeting.checklist.values_list("due_on", flat=True))


def test_the_days_are_counted_back_in_days_that_both_cities_work(secretary, meeting):
    for count in (1, 2, 3):
        ChecklistTaskFactory(working_days_before=count, side=Side.HOST)

    actions.draw_up(by=secretary, meeting=meeting)

    assert days_of(meeting) == [day("2026-09-29"), day("2026-09-30"), day("2026-10-08")]


@pytest.mark.parametrize(
    ("side", "cities"), [(Side.HOST, ["Seoul"]), (Side.GUEST, ["Beijing"]), (Side.BOTH, ["Seoul", "Beijing"])]
)
def test_each_step_is_of_the_city_that_has_to_do_it(secretary, meeting, side, cities):
    ChecklistTaskFactory(side=side)

    steps = actions.draw_up(by=secretary, meeting=meeting)

    assert [step.city.name_en for step in steps] == cities


def test_a_checklist_is_drawn_up_once(secretary, meeting):
    ChecklistTaskFactory()
    actions.draw_up(by=secretary, meeting=meeting)

    with pytest.raises(DrawnUpAlready):
        actions.draw_up(by=secretary, meeting=meeting)


def test_without_a_template_there_is_nothing_to_draw_up(secretary, meeting):
    with pytest.raises(NoTemplate):
        actions.draw_up(by=secretary, meeting=meeting)


def test_towards_a_meeting_that_was_held_nothing_is_drawn_up(secretary):
    with pytest.raises(MeetingHeld):
        actions.draw_up(by=secretary, meeting=MeetingFactory())


def test_open_steps_move_with_the_meeting_and_those_done_stay(secretary, meeting):
    done, to_do = (
        actions.add_step(by=secretary, meeting=meeting, city=seoul(), title_en=title, working_days_before=2)
        for title in ("Done", "To do")
    )
    actions.do_step(by=secretary, step=done)

    edit_meeting(by=secretary, meeting=meeting, starts_on=day("2026-10-14"))

    assert days_of(meeting) == [day("2026-09-30"), day("2026-10-12")]
    moved = HistoryEntry.objects.of(to_do).first()
    assert (moved.changes, moved.comment) == ({"due_on": ["2026-09-30", "2026-10-12"]}, "The meeting moved.")
    assert HistoryEntry.objects.of(done).count() == 2


def test_without_a_first_day_nothing_is_due(secretary, meeting):
    step = actions.add_step(
        by=secretary, meeting=meeting, city=seoul(), title_en="Notes", working_days_before=2
    )

    edit_meeting(by=secretary, meeting=meeting, starts_on=None)
    step.refresh_from_db()

    assert (step.due_on, step.standing(day("2030-01-01"))) == (None, ChecklistStep.Standing.OPEN)


def test_what_does_not_move_the_meeting_leaves_its_steps_alone(secretary, meeting):
    step = actions.add_step(
        by=secretary, meeting=meeting, city=seoul(), title_en="Notes", working_days_before=2
    )

    edit_meeting(by=secretary, meeting=meeting, venue_en="City hall")

    assert HistoryEntry.objects.of(step).count() == 1


def test_other_working_days_give_another_day(secretary, meeting):
    step = actions.add_step(
        by=secretary, meeting=meeting, city=seoul(), title_en="Notes", working_days_before=2
    )

    edited = actions.edit_step(by=secretary, step=step, working_days_before=1)

    assert edited.due_on == day("2026-10-08")


def test_the_history_says_who_did_a_step_and_who_opened_it_again(secretary, meeting):
    step = actions.add_step(
        by=secretary, meeting=meeting, city=seoul(), title_en="Notes", working_days_before=2
    )

    done = actions.do_step(by=secretary, step=step)
    again = actions.reopen_step(by=secretary, step=step)

    assert (done.done_on, done.done_by) == (secretary.today, secretary)
    assert (again.done_on, again.done_by) == (None, None)
    assert [entry.by for entry in HistoryEntry.objects.of(step)] == [secretary] * 3


def test_a_step_opened_again_has_its_day_counted_anew(secretary, meeting):
    step = actions.add_step(
        by=secretary, meeting=meeting, city=seoul(), title_en="Notes", working_days_before=2
    )
    actions.do_step(by=secretary, step=step)
    edit_meeting(by=secretary, meeting=meeting, starts_on=day("2026-10-14"))

    again = actions.reopen_step(by=secretary, step=step)

    assert again.due_on == day("2026-10-12")


def test_another_host_takes_over_what_the_host_has_to_do_and_the_other_way_round(secretary, meeting):
    for count, side in enumerate([Side.HOST, Side.GUEST, Side.BOTH], start=1):
        ChecklistTaskFactory(working_days_before=count, side=side)
    steps = {(step.side, step.city): step for step in actions.draw_up(by=secretary, meeting=meeting)}

    edit_meeting(by=secretary, meeting=meeting, host=beijing())

    now = {sides: ChecklistStep.objects.get(pk=step.pk).city for sides, step in steps.items()}
    assert now == {
        (Side.HOST, seoul()): beijing(),
        (Side.GUEST, beijing()): seoul(),
        (Side.BOTH, seoul()): seoul(),
        (Side.BOTH, beijing()): beijing(),
    }


def test_what_is_done_and_what_was_given_to_a_city_by_hand_stay_where_they_are(secretary, meeting):
    ChecklistTaskFactory(side=Side.HOST)
    [done] = actions.draw_up(by=secretary, meeting=meeting)
    actions.do_step(by=secretary, step=done)
    by_hand = actions.add_step(
        by=secretary, meeting=meeting, city=seoul(), title_en="Flowers", working_days_before=1
    )

    edit_meeting(by=secretary, meeting=meeting, host=beijing())

    cities = ChecklistStep.objects.filter(pk__in=[done.pk, by_hand.pk]).values_list(
        "city__name_en", flat=True
    )
    assert list(cities) == ["Seoul", "Seoul"]


def test_a_step_is_done_once_and_not_in_the_future(secretary):
    step = ChecklistStepFactory()

    with pytest.raises(DoneInTheFuture):
        actions.do_step(by=secretary, step=step, done_on=secretary.today + datetime.timedelta(days=1))
    actions.do_step(by=secretary, step=step)
    with pytest.raises(DoneAlready):
        actions.do_step(by=secretary, step=step)


def test_only_a_step_that_is_done_is_opened_again(secretary):
    with pytest.raises(NotDone):
        actions.reopen_step(by=secretary, step=ChecklistStepFactory())


@pytest.mark.parametrize(
    ("role", "city", "may"),
    [
        (Role.CO_LEAD, seoul, True),
        (Role.SECRETARIAT, seoul, True),
        (Role.CO_LEAD, beijing, False),
        (Role.SECRETARIAT, beijing, False),
        (Role.OBSERVER, seoul, False),
    ],
)
def test_a_step_is_done_by_its_role_in_its_city_or_by_that_secretariat(role, city, may):
    step = ChecklistStepFactory(city=seoul(), role=Role.CO_LEAD)
    member = member_with(role, city())

    if may:
        assert actions.do_step(by=member, step=step).done_by == member
    else:
        with pytest.raises(PermissionDenied):
            actions.do_step(by=member, step=step)


def test_the_usual_tasks_fill_an_empty_template(secretary):
    tasks = actions.take_usual_tasks(by=secretary)

    assert len(tasks) == ChecklistTask.objects.count() == 13
    assert all(task.title_ko and task.title_zh_hans and task.title_en for task in tasks)
    with pytest.raises(TemplateNotEmpty):
        actions.take_usual_tasks(by=secretary)


@pytest.mark.parametrize("days", [0, 501])
def test_a_task_lies_before_the_meeting(secretary, days):
    with pytest.raises(ValidationError):
        actions.add_task(by=secretary, title_en="Notes", working_days_before=days)


def test_the_database_keeps_day_and_person_together(secretary):
    step = ChecklistStepFactory()

    for half in ({"done_on": day("2026-01-05")}, {"done_by": secretary}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ChecklistStep.objects.filter(pk=step.pk).update(**half)


def test_the_database_knows_which_posts_prepare_a_meeting():
    task = ChecklistTaskFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ChecklistTask.objects.filter(pk=task.pk).update(role="observer")
