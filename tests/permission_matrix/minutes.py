"""Seoul hosts: its secretariat writes, both remark and agree."""

import datetime
from typing import Any

from django.utils import timezone

from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.factories.minutes import (
    MinutesFactory,
    circulated_minutes,
    remark_on,
    written_minutes,
)
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_subcommittee_meeting(world: World) -> list[Any]:
    return [SubcommitteeMeetingFactory(subcommittee=world.subcommittee, state="held").pk]


def of_draft(_world: World) -> list[Any]:
    return [written_minutes().pk]


def of_circulated(_world: World) -> list[Any]:
    return [circulated_minutes().pk]


def of_subcommittees_draft(world: World) -> list[Any]:
    meeting = SubcommitteeMeetingFactory(subcommittee=world.subcommittee, state="held")
    return [MinutesFactory(meeting=meeting).pk]


def of_subcommittees_section(world: World) -> list[Any]:
    meeting = SubcommitteeMeetingFactory(subcommittee=world.subcommittee, state="held")
    return [circulated_minutes(meeting=meeting).sections.get().pk]


def of_version(_world: World) -> list[Any]:
    return [circulated_minutes().pk, 1]


def of_section(_world: World) -> list[Any]:
    return [written_minutes().sections.get().pk]


def of_circulated_section(_world: World) -> list[Any]:
    return [circulated_minutes().sections.get().pk]


def of_remark(_world: World) -> list[Any]:
    return [remark_on(circulated_minutes()).pk]


def an_answer_by(_world: World) -> dict[str, Any]:
    return {"answer_by": timezone.localdate() + datetime.timedelta(days=14)}


def a_heading(_world: World) -> dict[str, Any]:
    return {"title_en": "Thanks"}


def a_text(_world: World) -> dict[str, Any]:
    return {"text": "Name the officers."}


def declining(_world: World) -> dict[str, Any]:
    return {"accepts": "no", "answer": "They are named elsewhere."}


def of_the_host(status: int, *, others: int = 403) -> dict[str, Any]:
    """A draft is not seen by the other city."""
    return of_members((others, 404)) | {"secretariat": (status, 404)}


def of_the_hosts_secretariat(status: int) -> dict[str, Any]:
    """Circulated minutes are seen by everybody."""
    return of_members(403) | {"secretariat": (status, 403)}


ROWS = [
    Row("minutes_list", **of_members(200)),
    Row("minutes_waiting", **of_members(200)),
    Row("minutes", of_draft, **of_members((200, 404))),
    Row("minutes", of_circulated, **of_members(200)),
    Row("minutes_version", of_version, **of_members(200)),
    Row("minutes_new", of_meeting, **of_members(302)),
    Row("minutes_new", of_meeting, method="post", **of_the_hosts_secretariat(302)),
    Row(
        "minutes_new",
        of_subcommittee_meeting,
        method="post",
        **of_the_hosts_secretariat(302) | {"co_lead": (302, 403), "elsewhere": 403},
    ),
    Row("minutes_delete", of_draft, **of_the_host(200)),
    Row("minutes_delete", of_draft, method="post", **of_the_host(302)),
    Row("minutes_section_new", of_draft, **of_the_host(200)),
    Row("minutes_section_new", of_draft, method="post", **of_the_host(422)),
    Row("minutes_section_new", of_draft, method="post", form=a_heading, **of_the_host(302)),
    Row(
        "minutes_section_new",
        of_subcommittees_draft,
        **of_the_host(200) | {"co_lead": (200, 404), "elsewhere": (403, 404)},
    ),
    Row("minutes_section_edit", of_section, **of_the_host(200)),
    Row("minutes_section_edit", of_section, method="post", **of_the_host(422)),
    Row("minutes_section_new_autosave", of_draft, method="post", **of_the_host(422) | {"anonymous": 422}),
    Row(
        "minutes_section_autosave",
        of_section,
        method="post",
        form=a_heading,
        **of_the_host(200) | {"anonymous": 422},
    ),
    Row("minutes_section_delete", of_section, **of_the_host(200)),
    Row("minutes_section_delete", of_section, method="post", **of_the_host(302)),
    Row("minutes_section_move", of_section, **of_the_host(302)),
    Row("minutes_section_move", of_section, method="post", **of_the_host(404)),
    Row(
        "minutes_section_move",
        of_section,
        method="post",
        form=lambda _world: {"way": "up"},
        **of_the_host(302),
    ),
    Row("minutes_circulate", of_draft, **of_the_host(200)),
    Row("minutes_circulate", of_draft, method="post", **of_the_host(422)),
    Row("minutes_circulate", of_draft, method="post", form=an_answer_by, **of_the_host(302)),
    Row("minutes_take_back", of_circulated, **of_members(302)),
    Row("minutes_take_back", of_circulated, method="post", **of_the_hosts_secretariat(302)),
    Row("minutes_agree", of_circulated, **of_members(302)),
    Row("minutes_agree", of_circulated, method="post", **of_secretariat(422)),
    Row("minutes_remark_new", of_circulated_section, **of_secretariat(200)),
    Row("minutes_remark_new", of_circulated_section, method="post", **of_secretariat(422)),
    Row("minutes_remark_new", of_circulated_section, method="post", form=a_text, **of_secretariat(302)),
    Row(
        "minutes_remark_new",
        of_subcommittees_section,
        **of_secretariat(200) | {"co_lead": 200, "elsewhere": 403},
    ),
    Row("minutes_remark_answer", of_remark, **of_the_hosts_secretariat(200)),
    Row("minutes_remark_answer", of_remark, method="post", **of_the_hosts_secretariat(422)),
    Row("minutes_remark_answer", of_remark, method="post", form=declining, **of_the_hosts_secretariat(302)),
    Row("minutes_document_new", of_circulated, **of_secretariat(200)),
    Row("minutes_document_new", of_circulated, method="post", **of_secretariat(422)),
    Row("api-minutes-list", **of_members(200, anonymous=403)),
    Row("api-minutes-detail", of_circulated, **of_members(200, anonymous=403)),
    Row("api-minutes-detail", of_draft, **of_members((200, 404), anonymous=403)),
]
