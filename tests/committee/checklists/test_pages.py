import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import ChecklistStep, ChecklistTask
from tests.factories.checklist import ChecklistStepFactory, ChecklistTaskFactory
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(signed_in):
    member = member_with(Role.SECRETARIAT, seoul())
    beijing()
    return signed_in(member)


def text_of(answer):
    return answer.content.decode()


def test_a_checklist_is_drawn_up_by_its_button(keeper):
    ChecklistTaskFactory()
    meeting = MeetingFactory(state="planned", starts_on="2027-03-19")

    answer = keeper.post(reverse("checklist_draw_up", args=[meeting.pk]))

    assert (answer.status_code, answer.url) == (302, reverse("checklist", args=[meeting.pk]))
    assert meeting.checklist.count() == 2


def test_what_cannot_be_drawn_up_says_why_on_the_page(keeper):
    meeting = MeetingFactory(state="planned")

    answer = keeper.post(reverse("checklist_draw_up", args=[meeting.pk]))

    assert answer.status_code == 422
    assert "The checklist template is empty. Enter its tasks first." in text_of(answer)


def test_a_step_is_ticked_off_and_opened_again_by_its_buttons(keeper):
    step = ChecklistStepFactory(city=seoul())

    keeper.post(reverse("checklist_step_do", args=[step.pk]))
    done = ChecklistStep.objects.get()
    keeper.post(reverse("checklist_step_reopen", args=[step.pk]))

    assert (done.done_on is None, ChecklistStep.objects.get().done_on) == (False, None)


def test_a_second_tick_is_refused_on_the_page(keeper):
    step = ChecklistStepFactory(city=seoul())
    keeper.post(reverse("checklist_step_do", args=[step.pk]))

    answer = keeper.post(reverse("checklist_step_do", args=[step.pk]))

    assert (answer.status_code, "This step is done already." in text_of(answer)) == (422, True)


def test_the_other_city_is_offered_no_button(signed_in):
    step = ChecklistStepFactory(city=beijing())

    page = text_of(signed_in(member_with(Role.SECRETARIAT, seoul())).get(step.get_absolute_url()))

    assert reverse("checklist_step_do", args=[step.pk]) not in page


def test_the_page_of_a_meeting_shows_how_far_its_preparation_is(keeper):
    meeting = MeetingFactory(state="planned")
    ChecklistStepFactory(meeting=meeting, city=seoul(), title_en="Agenda")
    step = ChecklistStepFactory(meeting=meeting, city=seoul())
    keeper.post(reverse("checklist_step_do", args=[step.pk]))

    page = text_of(keeper.get(meeting.get_absolute_url()))

    assert "1 of 2 steps are done." in page
    assert f'<a href="{reverse("checklist", args=[meeting.pk])}#step-' in page


def test_a_new_step_stands_on_the_checklist(keeper):
    meeting = MeetingFactory(state="planned", starts_on="2026-10-12")
    form = {"title_en": "Flags", "working_days_before": 2, "city": seoul().pk, "role": Role.SECRETARIAT}

    answer = keeper.post(reverse("checklist_step_new", args=[meeting.pk]), form)

    step = ChecklistStep.objects.get()
    assert (answer.url, str(step.due_on)) == (step.get_absolute_url(), "2026-09-30")


def test_the_usual_tasks_are_entered_by_a_button_once(keeper):
    first, second = (keeper.post(reverse("checklist_tasks_usual")) for _time in range(2))

    assert (first.status_code, second.status_code, ChecklistTask.objects.count()) == (302, 422, 13)


def test_the_first_page_of_a_secretariat_takes_in_what_comes_next(keeper):
    step = ChecklistStepFactory(city=seoul(), title_en="Agenda", due_on="2026-10-08")

    home, panel = keeper.get("/en/"), keeper.get(reverse("checklist_waiting"), headers={"HX-Request": "true"})

    assert reverse("checklist_waiting") in text_of(home)
    assert f'<a href="{step.get_absolute_url()}">Agenda</a>' in text_of(panel)
    assert "<html" not in text_of(panel)


@pytest.mark.parametrize(("chosen", "titles"), [({"done": "true"}, ["Done"]), ({"done": "false"}, ["To do"])])
def test_the_checklist_is_narrowed_down(keeper, chosen, titles):
    meeting = MeetingFactory(state="planned")
    done = ChecklistStepFactory(meeting=meeting, city=seoul(), title_en="Done")
    ChecklistStepFactory(meeting=meeting, city=seoul(), title_en="To do")
    keeper.post(reverse("checklist_step_do", args=[done.pk]))

    answer = keeper.get(reverse("checklist", args=[meeting.pk]), chosen)

    assert [step.title_en for step in answer.context["rows"]] == titles


@pytest.mark.parametrize("count", [1, 3])
def test_a_checklist_costs_the_same_whatever_its_length(keeper, django_assert_num_queries, count):
    meeting = MeetingFactory(state="planned")
    for _number in range(count):
        ChecklistStepFactory(meeting=meeting, city=seoul(), due_on="2026-10-08")

    with django_assert_num_queries(8):
        keeper.get(reverse("checklist", args=[meeting.pk]))
