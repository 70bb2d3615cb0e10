from typing import Any

from environment.threads.actions import acknowledge, record_measure, send_message
from tests.factories.alert_thread import thread_of
from tests.permission_matrix import Row, World, of_members


def of_thread(world: World) -> list[Any]:
    return [thread_of(world.seoul).pk]


def of_message(world: World, language: str = "zh_hans") -> list[Any]:
    officer = world.members["liaison"][0]
    return [send_message(by=officer, thread=thread_of(world.seoul), text_ko="확인.").pk, language]


def in_the_authors_language(world: World) -> list[Any]:
    return of_message(world, "ko")


def of_measure(world: World) -> list[Any]:
    officer = world.members["liaison"][0]
    measure = record_measure(
        by=officer, thread=thread_of(world.seoul), taken_from="2026-01-16", text_ko="살수차 운행."
    )
    return [measure.pk]


def of_acknowledged_thread(world: World) -> list[Any]:
    thread = thread_of(world.seoul)
    acknowledge(by=world.members["liaison"][0], thread=thread, seen_message=thread.messages.get().pk)
    return [thread.pk]


def newest(_world: World) -> dict[str, Any]:
    return {"seen": 1}


OFFICERS = of_members(403) | {"liaison": 200}
OF_ONE_CITY = of_members(403) | {"liaison": (200, 403)}

ROWS = [
    Row("thread_list", **of_members(200)),
    Row("thread", of_thread, **of_members(200)),
    Row("thread_log", **of_members(200)),
    Row("thread_log_csv", **of_members(200)),
    Row("thread_log_xlsx", **of_members(200)),
    Row("thread_csv", of_thread, **of_members(200)),
    Row("thread_xlsx", of_thread, **of_members(200)),
    Row("thread_acknowledge", of_thread, **(of_members(302) | {"observer": 302})),
    Row("thread_acknowledge", of_thread, method="post", **(OFFICERS | {"liaison": 422})),
    Row("thread_acknowledge", of_thread, method="post", form=newest, **(OFFICERS | {"liaison": 302})),
    # Twice is no harm: the first time stands.
    Row(
        "thread_acknowledge",
        of_acknowledged_thread,
        method="post",
        form=newest,
        **(OFFICERS | {"liaison": 302}),
    ),
    Row("thread_write", of_thread, **OFFICERS),
    Row("thread_write", of_thread, method="post", **(OFFICERS | {"liaison": 422})),
    Row("thread_measure", of_thread, **OFFICERS),
    Row("thread_measure", of_thread, method="post", **(OFFICERS | {"liaison": 422})),
    Row("thread_close", of_thread, **OFFICERS),
    Row("thread_close", of_thread, method="post", **(OFFICERS | {"liaison": 422})),
    Row("message_translate", of_message, **OFFICERS),
    Row("message_translate", of_message, method="post", **(OFFICERS | {"liaison": 422})),
    Row("message_translate", in_the_authors_language, **of_members(404)),
    Row("measure_dates", of_measure, **OF_ONE_CITY),
    Row("measure_dates", of_measure, method="post", **(OF_ONE_CITY | {"liaison": (422, 403)})),
    Row("api-thread-list", **of_members(200, anonymous=403)),
    Row("api-thread-detail", of_thread, **of_members(200, anonymous=403)),
]
