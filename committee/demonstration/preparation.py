"""How the demonstration prepares its next meetings: a general one, and one of the secretariats."""

import datetime

from committee.checklists.actions import add_step, add_task, do_step, draw_up
from committee.checklists.usual import USUAL_TASKS
from committee.demonstration.cast import Cast
from committee.demonstration.story import BEIJING, SEOUL, Words, day
from committee.meetings.actions import create_meeting
from committee.meetings.models import Meeting
from committee.report_outlines.actions import introduce_section
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
INTRODUCED = "committee.progress.report_summary.summary"
INTRODUCTION = Words(
    "이 보고서는 제3차 전체회의 이후 두 도시가 함께 추진한 사업을 정리한 것이다. "
    "회의 연기로 대면 교류는 제한되었으나 미세먼지 핫라인과 화상회의를 통해 협력은 중단 없이 이어졌다.\n\n"
    "각 분과의 추진 현황은 두 도시가 함께 확인한 내용을 바탕으로 하며, "
    "의견이 다른 부분은 양측의 서술을 나란히 싣는다.",
    "本报告汇总第三次全体会议以来两市共同推进的工作。"
    "会议延期后，面对面交流受到限制，但双方通过细颗粒物热线和视频会议保持合作不断。\n\n"
    "各组进展以两市共同确认的内容为准；看法不一之处，双方表述并列刊载。",
    "This report sums up what the two cities have done together since the third general meeting. "
    "The postponement limited what could be done face to face; the fine dust hotline and video meetings "
    "kept the cooperation going.\n\n"
    "What is said of each subcommittee was confirmed by both cities. Where they see something "
    "differently, both statements stand side by side.",
)


def prepare_postponed_meeting(cast: Cast) -> None:
    """Draw up the checklist of the fourth general meeting, as far as it had come when it was postponed."""
    by = cast.secretariat
    for task in USUAL_TASKS:
        add_task(by=by, is_illustrative=True, **task)
    steps = draw_up(by=by, meeting=cast.meetings[POSTPONED_MEETING])
    for step, done_on in zip(steps, DONE_ON, strict=False):
        do_step(by=cast.members[f"secretariat.{step.city.code}"], step=step, done_on=done_on)


def introduce_next_report(cast: Cast) -> None:
    """Let the report to the fourth general meeting begin with words of the secretariats."""
    introduce_section(
        by=cast.secretariat,
        meeting=cast.meetings[POSTPONED_MEETING],
        section=INTRODUCED,
        seen_version=None,
        is_illustrative=True,
        **INTRODUCTION.columns("introduction"),
    )


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
