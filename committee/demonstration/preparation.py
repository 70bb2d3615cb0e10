"""How the demonstration prepares its next meetings: a general one, and one of the secretariats."""

import datetime

from committee.checklists.actions import add_step, add_task, do_step, draw_up
from committee.checklists.usual import USUAL_TASKS
from committee.demonstration.cast import Cast
from committee.demonstration.story import BEIJING, SEOUL, Words, day
from committee.meetings.actions import create_meeting
from committee.meetings.models import Meeting
from committee.workdays.days import next_common_working_day

POSTPONED_MEETING = 4
# What was done before the meeting was postponed, in the order of the checklist.
DONE_ON = tuple(day(text) for text in ("2020-11-09", "2020-12-04", "2020-12-08", "2021-01-13"))
VENUE = Words("베이징시 인민정부 외사판공실", "北京市人民政府外事办公室", "Foreign Affairs Office of Beijing")
SUMMARY = Words(
    "제4차 전체회의의 새 날짜와 의제를 협의한다.",
    "商议第四次全体会议的新日期和议题。",
    "To talk about a new day and the agenda of the fourth general meeting.",
)
# Working days before the working meeting, whose step, what.
STEPS = (
    (8, BEIJING, Words("회의 일정 통보", "通报会议安排", "Give notice of the meeting")),
    (5, SEOUL, Words("협의 안건 송부", "送交商议事项", "Send the points to talk about")),
    (2, BEIJING, Words("화상회의 연결 점검", "检查视频会议连接", "Test the video link")),
)


def prepare_postponed_meeting(cast: Cast) -> None:
    """Draw up the checklist of the fourth general meeting, as far as it had come when it was postponed."""
    by = cast.secretariat
    for task in USUAL_TASKS:
        add_task(by=by, is_illustrative=True, **task)
    steps = draw_up(by=by, meeting=cast.meetings[POSTPONED_MEETING])
    for step, done_on in zip(steps, DONE_ON, strict=False):
        do_step(by=cast.members[f"secretariat.{step.city.code}"], step=step, done_on=done_on)


def call_working_meeting(cast: Cast) -> None:
    """Call a meeting of the secretariats three weeks from now, so that the calendar has something to come."""
    by = cast.secretariat
    meeting = create_meeting(
        by=by,
        kind=Meeting.Kind.WORKING,
        host=cast.cities[BEIJING],
        starts_on=next_common_working_day(by.today + datetime.timedelta(days=21)),
        start_time=datetime.time(10),
        end_time=datetime.time(12),
        is_illustrative=True,
        **VENUE.columns("venue"),
        **SUMMARY.columns("summary"),
    )
    for days, city, title in STEPS:
        add_step(
            by=by,
            meeting=meeting,
            city=cast.cities[city],
            working_days_before=days,
            is_illustrative=True,
            **title.columns("title"),
        )
