from typing import Any

from tests.factories.checklist import ChecklistStepFactory, ChecklistTaskFactory
from tests.factories.meeting import MeetingFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_task(_world: World) -> list[Any]:
    return [ChecklistTaskFactory().pk]


def of_meeting(_world: World) -> list[Any]:
    ChecklistTaskFactory()
    return [MeetingFactory(state="planned").pk]


def of_held_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_step(world: World) -> list[Any]:
    return [ChecklistStepFactory(city=world.seoul).pk]


def of_step_of_co_leads(world: World) -> list[Any]:
    return [ChecklistStepFactory(city=world.seoul, role="co_lead").pk]


# A step is done by the city that has to do it.
OWN_SECRETARIAT = of_secretariat((302, 403))

ROWS = [
    Row("checklist_task_list", **of_members(200)),
    Row("checklist_task_new", **of_secretariat(200)),
    Row("checklist_task_new", method="post", **of_secretariat(422)),
    Row("checklist_task_edit", of_task, **of_secretariat(200)),
    Row("checklist_task_edit", of_task, method="post", **of_secretariat(422)),
    Row("checklist_task_delete", of_task, **of_secretariat(200)),
    Row("checklist_task_delete", of_task, method="post", **of_secretariat(302)),
    Row("checklist_tasks_usual", **of_members(302)),
    Row("checklist_tasks_usual", method="post", **of_secretariat(302)),
    Row("checklist_waiting", **of_members(200)),
    Row("checklist", of_meeting, **of_members(200)),
    Row("checklist_draw_up", of_meeting, **of_members(302)),
    Row("checklist_draw_up", of_meeting, method="post", **of_secretariat(302)),
    Row("checklist_draw_up", of_held_meeting, method="post", **of_secretariat(422)),
    Row("checklist_step_new", of_meeting, **of_secretariat(200)),
    Row("checklist_step_new", of_meeting, method="post", **of_secretariat(422)),
    Row("checklist_step_edit", of_step, **of_secretariat(200)),
    Row("checklist_step_edit", of_step, method="post", **of_secretariat(422)),
    Row("checklist_step_delete", of_step, **of_secretariat(200)),
    Row("checklist_step_delete", of_step, method="post", **of_secretariat(302)),
    Row("checklist_step_do", of_step, **of_members(302)),
    Row("checklist_step_do", of_step, method="post", **OWN_SECRETARIAT),
    Row(
        "checklist_step_do",
        of_step_of_co_leads,
        method="post",
        **OWN_SECRETARIAT | {"co_lead": (302, 403), "elsewhere": (302, 403)},
    ),
    Row("checklist_step_reopen", of_step, **of_members(302)),
    Row("checklist_step_reopen", of_step, method="post", **of_secretariat((422, 403))),
    Row("api-checklist-step-list", **of_members(200, anonymous=403)),
    Row("api-checklist-step-detail", of_step, **of_members(200, anonymous=403)),
]
