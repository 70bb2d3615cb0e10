from typing import Any

from django.contrib.contenttypes.models import ContentType

from tests.factories.decision import DecisionFactory
from tests.factories.deletion import deleted
from tests.factories.hand_over import HandOverFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import MemberFactory
from tests.factories.update import UpdateFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_decision(world: World) -> list[Any]:
    return [deleted(DecisionFactory(), world.members["secretariat"][0]).pk]


def of_draft(world: World) -> list[Any]:
    draft = UpdateFactory(project__subcommittee=world.subcommittee)
    return [deleted(draft, world.members["co_lead"][0]).pk]


def history_of(record: Any) -> list[Any]:
    return [ContentType.objects.get_for_model(record).pk, record.pk]


def of_meeting_history(_world: World) -> list[Any]:
    return history_of(MeetingFactory())


def of_draft_history(world: World) -> list[Any]:
    return history_of(UpdateFactory(project__subcommittee=world.subcommittee))


def of_member_history(world: World) -> list[Any]:
    return history_of(MemberFactory(city=world.seoul))


def of_hand_over_history(_world: World) -> list[Any]:
    return history_of(HandOverFactory())


OF_SEOULS_AUTHORS = of_members(404) | {"contributor": (200, 404), "co_lead": (200, 404)}

ROWS = [
    Row("deletion_list", **of_members(200)),
    Row("deletion", of_decision, **of_secretariat(200, others=404)),
    Row("deletion", of_decision, method="post", **of_secretariat(302, others=404)),
    Row("deletion", of_draft, **OF_SEOULS_AUTHORS),
    Row("history_file", of_meeting_history, **of_members(200)),
    Row("history_file", of_draft_history, **of_members((200, 404))),
    Row("history_file", of_hand_over_history, **of_secretariat((200, 404), others=404)),
    Row("history_file", of_member_history, **of_secretariat((200, 404), others=404)),
]
