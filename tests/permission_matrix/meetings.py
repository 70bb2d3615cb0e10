from typing import Any

from tests.factories.decision import DecisionFactory
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory, WorkingMeetingFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_subcommittee_meeting(world: World) -> list[Any]:
    return [SubcommitteeMeetingFactory(subcommittee=world.subcommittee).pk]


def of_working_meeting(_world: World) -> list[Any]:
    return [WorkingMeetingFactory().pk]


def of_decision(_world: World) -> list[Any]:
    return [DecisionFactory().pk]


def of_those_who_lead(status: int) -> dict[str, Any]:
    """What the secretariats and the co-leads of the record's subcommittee may do."""
    return of_secretariat(status) | {"co_lead": status}


ROWS = [
    Row("meeting_list", **of_members(200)),
    Row("meeting", of_meeting, **of_members(200)),
    Row("meeting_new", **of_secretariat(200)),
    Row("meeting_new", method="post", **of_secretariat(422)),
    Row("meeting_edit", of_meeting, **of_secretariat(200)),
    Row("meeting_edit", of_meeting, method="post", **of_secretariat(422)),
    Row("subcommittee_meeting_new", **of_those_who_lead(200), elsewhere=200),
    Row("subcommittee_meeting_new", method="post", **of_those_who_lead(422), elsewhere=422),
    Row("working_meeting_new", **of_secretariat(200)),
    Row("working_meeting_new", method="post", **of_secretariat(422)),
    Row("meeting", of_subcommittee_meeting, **of_members(200)),
    Row("meeting_edit", of_subcommittee_meeting, **of_those_who_lead(200)),
    Row("meeting_edit", of_subcommittee_meeting, method="post", **of_those_who_lead(422)),
    Row("meeting_delete", of_subcommittee_meeting, **of_those_who_lead(200)),
    Row("decision_new", of_subcommittee_meeting, **of_those_who_lead(200)),
    Row("meeting", of_working_meeting, **of_members(200)),
    Row("meeting_edit", of_working_meeting, **of_secretariat(200)),
    Row("meeting_edit", of_working_meeting, method="post", **of_secretariat(422)),
    Row("meeting_delete", of_meeting, **of_secretariat(200)),
    Row("meeting_delete", of_meeting, method="post", **of_secretariat(302)),
    Row("decision_document_new", of_decision, **of_secretariat(200)),
    Row("decision_document_new", of_decision, method="post", **of_secretariat(422)),
    Row("decision_new", of_meeting, **of_secretariat(200)),
    Row("decision_new", of_meeting, method="post", **of_secretariat(422)),
    Row("decision_edit", of_decision, **of_secretariat(200)),
    Row("decision_edit", of_decision, method="post", **of_secretariat(422)),
    Row("decision_delete", of_decision, **of_secretariat(200)),
    Row("decision_delete", of_decision, method="post", **of_secretariat(302)),
    Row("api-meeting-list", **of_members(200, anonymous=403)),
    Row("api-meeting-detail", of_meeting, **of_members(200, anonymous=403)),
]
