from typing import Any

from committee.models import AgendaItem, Decision
from tests.factories.meeting import MeetingFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_meeting(_world: World) -> list[Any]:
    return [MeetingFactory().pk]


def of_agenda_item(_world: World) -> list[Any]:
    return [AgendaItem.objects.create(meeting=MeetingFactory(), position=1, title_en="Fine dust").pk]


def of_decision(_world: World) -> list[Any]:
    return [Decision.objects.create(meeting=MeetingFactory(), number=1, text_en="To go on").pk]


ROWS = [
    Row("meeting_list", **of_members(200)),
    Row("meeting", of_meeting, **of_members(200)),
    Row("meeting_new", **of_secretariat(200)),
    Row("meeting_edit", of_meeting, **of_secretariat(200)),
    Row("meeting_edit", of_meeting, method="post", **of_secretariat(422)),
    Row("meeting_delete", of_meeting, **of_secretariat(200)),
    Row("meeting_delete", of_meeting, method="post", **of_secretariat(302)),
    Row("agenda_item_new", of_meeting, **of_secretariat(200)),
    Row("agenda_item_edit", of_agenda_item, **of_secretariat(200)),
    Row("agenda_item_delete", of_agenda_item, **of_secretariat(200)),
    Row("decision_new", of_meeting, **of_secretariat(200)),
    Row("decision_edit", of_decision, **of_secretariat(200)),
    Row("decision_delete", of_decision, **of_secretariat(200)),
    Row("api-meeting-list", **of_members(200, anonymous=403)),
    Row("api-meeting-detail", of_meeting, **of_members(200, anonymous=403)),
]
