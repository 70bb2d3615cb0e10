from typing import Any

from tests.factories.agenda_item import ProposedItemFactory
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory, WorkingMeetingFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory(state="planned").pk]


def of_meeting_held(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_subcommittee_meeting(world: World) -> list[Any]:
    return [SubcommitteeMeetingFactory(subcommittee=world.subcommittee).pk]


def of_working_meeting(_world: World) -> list[Any]:
    return [WorkingMeetingFactory().pk]


def of_item(world: World) -> list[Any]:
    """Seoul's, of the subcommittee, on the agenda of a general meeting."""
    return [ProposedItemFactory(city=world.seoul, subcommittee=world.subcommittee).pk]


def of_item_of_all(world: World) -> list[Any]:
    """Seoul's, of the whole committee."""
    return [ProposedItemFactory(city=world.seoul).pk]


def of_item_of_working_meeting(world: World) -> list[Any]:
    meeting = WorkingMeetingFactory()
    return [ProposedItemFactory(city=world.seoul, meeting=meeting, subcommittee=world.subcommittee).pk]


BY_SEOUL, BY_BEIJING = (200, 403), (403, 200)


def of_those_concerned(status: Any) -> dict[str, Any]:
    """What the secretariats and the co-leads of the subcommittee may do."""
    return of_secretariat(status) | {"co_lead": status}


ROWS = [
    Row("agenda_waiting", **of_members(200)),
    Row("agenda_item", of_item, **of_members(200)),
    Row("agenda_item_new", of_meeting, **of_those_concerned(200), elsewhere=200),
    Row("agenda_item_new", of_meeting, method="post", **of_those_concerned(422), elsewhere=422),
    Row("agenda_item_new", of_meeting_held, **of_secretariat(200)),
    Row("agenda_item_new", of_subcommittee_meeting, **of_those_concerned(200)),
    Row("agenda_item_new", of_working_meeting, **of_secretariat(200)),
    Row("agenda_item_edit", of_item, **of_those_concerned(BY_SEOUL)),
    Row("agenda_item_edit", of_item, method="post", **of_those_concerned((422, 403))),
    Row("agenda_item_edit", of_item_of_all, **of_secretariat(BY_SEOUL)),
    Row("agenda_item_edit", of_item_of_working_meeting, **of_secretariat(BY_SEOUL)),
    Row("agenda_item_delete", of_item, **of_those_concerned(BY_SEOUL)),
    Row("agenda_item_delete", of_item, method="post", **of_those_concerned((302, 403))),
    Row("agenda_item_document_new", of_item, **of_those_concerned(200)),
    Row("agenda_item_document_new", of_item, method="post", **of_those_concerned(422)),
    Row("agenda_item_accept", of_item, **of_members(302)),
    Row("agenda_item_accept", of_item, method="post", **of_those_concerned((403, 422))),
    Row("agenda_item_accept", of_item_of_all, method="post", **of_secretariat((403, 422))),
    Row("agenda_item_return", of_item, **of_members(302)),
    Row("agenda_item_return", of_item, method="post", **of_those_concerned((403, 422))),
    Row("agenda_item_up", of_item, **of_members(302)),
    Row("agenda_item_up", of_item, method="post", **of_those_concerned(302)),
    Row("agenda_item_down", of_item, **of_members(302)),
    Row("agenda_item_down", of_item, method="post", **of_those_concerned(302)),
    Row("agenda_agree", of_meeting, **of_members(302)),
    Row("agenda_agree", of_meeting, method="post", **of_secretariat(422)),
    Row("agenda_open", of_meeting, **of_secretariat(200)),
    Row("agenda_open", of_meeting, method="post", **of_secretariat(422)),
]
