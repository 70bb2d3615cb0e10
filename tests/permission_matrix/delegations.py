import datetime
from typing import Any

from tests.factories.delegation import DelegateFactory, DelegationFactory, announced, led_by
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.permission_matrix import MEMBER_ROLES, Row, World, of_members, of_secretariat

BEGUN = datetime.date(2018, 3, 19)


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_subcommittee_meeting(world: World) -> list[Any]:
    return [SubcommitteeMeetingFactory(subcommittee=world.subcommittee).pk]


def draft_of_subcommittee(world: World) -> list[Any]:
    meeting = SubcommitteeMeetingFactory(subcommittee=world.subcommittee)
    return [DelegationFactory(meeting=meeting, city=world.seoul).pk]


def draft(world: World) -> list[Any]:
    return [DelegationFactory(city=world.seoul).pk]


def draft_with_people(world: World) -> list[Any]:
    delegation = DelegationFactory(city=world.seoul, meeting__starts_on=BEGUN)
    led_by(delegation, "Head")
    return [delegation.pk]


def of_announced(world: World) -> list[Any]:
    return [announced(world.seoul, meeting__starts_on=BEGUN).pk]


def second_of_draft(world: World) -> list[Any]:
    return [led_by(DelegationFactory(city=world.seoul), "Head", "Second", "Third")[1].pk]


def second_of_announced(world: World) -> list[Any]:
    return [DelegateFactory(delegation=announced(world.seoul)).pk]


def of_seoul_only(status: int, *, secretariat: int | None = None, anonymous: int = 302) -> dict[str, Any]:
    """What Beijing does not see."""
    answers = {"anonymous": anonymous} | dict.fromkeys(MEMBER_ROLES, (status, 404))
    return answers | {"secretariat": (secretariat or status, 404)}


def of_the_secretariat_of_seoul(status: int) -> dict[str, Any]:
    return of_secretariat((status, 403))


ROWS = [
    Row("delegation_list", **of_members(200)),
    Row("delegate_list", **of_members(200)),
    Row("delegations_waiting", **of_members(200)),
    Row("delegation_new", of_meeting, **of_secretariat(200)),
    Row("delegation_new", of_meeting, method="post", **of_secretariat(302)),
    Row("delegation_new", of_subcommittee_meeting, **of_secretariat(200) | {"co_lead": 200}),
    Row(
        "delegate_new", draft_of_subcommittee, **of_seoul_only(403, secretariat=200) | {"co_lead": (200, 404)}
    ),
    Row("delegation", draft, **of_seoul_only(200)),
    Row("delegation", of_announced, **of_members(200)),
    Row("delegation_delete", draft, **of_seoul_only(403, secretariat=200)),
    Row("delegation_delete", draft, method="post", **of_seoul_only(403, secretariat=302)),
    Row("delegation_delete", of_announced, method="post", **of_the_secretariat_of_seoul(422)),
    Row("delegation_announce", of_announced, **of_members(302)),
    Row("delegation_announce", draft_with_people, method="post", **of_seoul_only(403, secretariat=302)),
    Row("delegation_announce", of_announced, method="post", **of_the_secretariat_of_seoul(422)),
    Row("attendance", draft_with_people, **of_seoul_only(403, secretariat=200)),
    Row("attendance", draft_with_people, method="post", **of_seoul_only(403, secretariat=422)),
    Row("attendance", of_announced, **of_the_secretariat_of_seoul(200)),
    Row("delegate_new", draft, **of_seoul_only(403, secretariat=200)),
    Row("delegate_new", draft, method="post", **of_seoul_only(403, secretariat=422)),
    Row("delegate_new", of_announced, **of_the_secretariat_of_seoul(200)),
    Row("delegate_edit", second_of_draft, **of_seoul_only(403, secretariat=200)),
    Row("delegate_edit", second_of_announced, **of_the_secretariat_of_seoul(200)),
    Row("delegate_edit", second_of_announced, method="post", **of_the_secretariat_of_seoul(422)),
    Row("delegate_delete", second_of_draft, **of_seoul_only(403, secretariat=200)),
    Row("delegate_delete", second_of_announced, method="post", **of_the_secretariat_of_seoul(302)),
    Row("delegate_head", second_of_draft, method="post", **of_seoul_only(403, secretariat=302)),
    Row("delegate_head", second_of_announced, **of_the_secretariat_of_seoul(302)),
    Row("delegate_move", second_of_draft, method="post", **of_seoul_only(403, secretariat=422)),
    Row(
        "delegate_move",
        second_of_draft,
        method="post",
        form=lambda _world: {"to": "down", "seen": "1"},
        **of_seoul_only(403, secretariat=302),
    ),
    Row("delegate_move", second_of_announced, method="post", **of_the_secretariat_of_seoul(422)),
    Row("api-delegation-list", **of_members(200, anonymous=403)),
    Row("api-delegation-detail", of_announced, **of_members(200, anonymous=403)),
    Row("api-delegation-detail", draft, **of_seoul_only(200, anonymous=403)),
]
