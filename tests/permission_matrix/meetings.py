from typing import Any

from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.decision import DecisionFactory
from tests.factories.meeting import MeetingFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_agenda_item(_world: World) -> list[Any]:
    return [AgendaItemFactory().pk]


def of_decision(_world: World) -> list[Any]:
    return [DecisionFactory().pk]


ROWS = [
    Row("meeting_list", **of_members(200)),
    Row("meeting", of_meeting, **of_members(200)),
    Row("meeting_new", **of_secretariat(200)),
    Row("meeting_new", method="post", **of_secretariat(422)),
    Row("meeting_edit", of_meeting, **of_secretariat(200)),
    Row("meeting_edit", of_meeting, method="post", **of_secretariat(422)),
    Row("meeting_delete", of_meeting, **of_secretariat(200)),
    Row("meeting_delete", of_meeting, method="post", **of_secretariat(302)),
    Row("agenda_item_new", of_meeting, **of_secretariat(200)),
    Row("agenda_item_new", of_meeting, method="post", **of_secretariat(422)),
    Row("agenda_item_edit", of_agenda_item, **of_secretariat(200)),
    Row("agenda_item_edit", of_agenda_item, method="post", **of_secretariat(422)),
    Row("agenda_item_delete", of_agenda_item, **of_secretariat(200)),
    Row("agenda_item_delete", of_agenda_item, method="post", **of_secretariat(302)),
    Row("agenda_item_document_new", of_agenda_item, **of_secretariat(200)),
    Row("agenda_item_document_new", of_agenda_item, method="post", **of_secretariat(422)),
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
