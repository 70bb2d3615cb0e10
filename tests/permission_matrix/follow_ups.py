import datetime
from typing import Any

from tests.factories.decision import DecisionFactory
from tests.factories.follow_up import FollowUpFactory, OutcomeFactory
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.factories.member import MemberFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_decision(_world: World) -> list[Any]:
    return [DecisionFactory().pk]


def of_decision_of_subcommittee(world: World) -> list[Any]:
    meeting = SubcommitteeMeetingFactory(subcommittee=world.subcommittee, state="held")
    return [DecisionFactory(meeting=meeting).pk]


def of_follow_up(_world: World) -> list[Any]:
    return [FollowUpFactory().pk]


def of_follow_up_of_liaison(world: World) -> list[Any]:
    """Seoul's liaison officer is responsible."""
    return [FollowUpFactory(responsible=world.members["liaison"][0]).pk]


def of_follow_up_done(_world: World) -> list[Any]:
    day = datetime.date(2026, 11, 20)
    action = FollowUpFactory(state="done", done_on=day, done_by=MemberFactory(), result_en="Written")
    return [action.pk]


def of_meeting(_world: World) -> list[Any]:
    return [OutcomeFactory().decision.meeting.pk]


def of_meeting_closed(_world: World) -> list[Any]:
    now = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
    return [MeetingFactory(closed_at=now, closed_by=MemberFactory()).pk]


def of_those_who_lead(status: int) -> dict[str, Any]:
    """What the secretariats and the co-leads of the subcommittee may do."""
    return of_secretariat(status) | {"co_lead": status}


ROWS = [
    Row("follow_up_list", **of_members(200)),
    Row("follow_ups_waiting", **of_members(200)),
    Row("follow_up", of_follow_up, **of_members(200)),
    Row("follow_up_edit", of_follow_up, **of_secretariat(200)),
    Row("follow_up_edit", of_follow_up, method="post", **of_secretariat(422)),
    Row("follow_up_edit", of_follow_up_done, **of_secretariat(403)),
    Row("follow_up_delete", of_follow_up, **of_secretariat(200)),
    Row("follow_up_delete", of_follow_up, method="post", **of_secretariat(302)),
    Row("follow_up_done", of_follow_up, **of_secretariat(200)),
    Row("follow_up_done", of_follow_up, method="post", **of_secretariat(422)),
    Row("follow_up_done", of_follow_up_of_liaison, **of_secretariat(200) | {"liaison": (200, 403)}),
    Row("follow_up_open", of_follow_up_done, **of_secretariat(200)),
    Row("follow_up_open", of_follow_up_done, method="post", **of_secretariat(422)),
    Row("outcome_edit", of_decision, **of_secretariat(200)),
    Row("outcome_edit", of_decision, method="post", **of_secretariat(422)),
    Row("outcome_edit", of_decision_of_subcommittee, **of_those_who_lead(200)),
    Row("follow_up_new", of_decision, **of_secretariat(200)),
    Row("follow_up_new", of_decision, method="post", **of_secretariat(422)),
    Row("follow_up_new", of_decision_of_subcommittee, **of_those_who_lead(200)),
    Row("meeting_close", of_meeting, **of_members(302)),
    Row("meeting_close", of_meeting, method="post", **of_secretariat(302)),
    Row("meeting_open", of_meeting_closed, **of_secretariat(200)),
    Row("meeting_open", of_meeting_closed, method="post", **of_secretariat(422)),
    Row("meeting_edit", of_meeting_closed, **of_secretariat(403)),
    Row("api-follow-up-list", **of_members(200, anonymous=403)),
    Row("api-follow-up-detail", of_follow_up, **of_members(200, anonymous=403)),
]
