"""Meetings of a subcommittee and of the secretariats, and the agenda of the next general one. Invented."""

import datetime

from committee.agendas.actions import accept_item, propose_item, return_item
from committee.agendas.consents import agree_agenda, fingerprint
from committee.agreements.models import Agreement
from committee.demonstration.cast import Cast
from committee.demonstration.story import BEIJING, SEOUL, Words, day
from committee.follow_ups.actions import add_follow_up, finish_follow_up, say_outcome
from committee.follow_ups.closing import close_meeting
from committee.follow_ups.models import Outcome
from committee.meetings.actions import add_decision, create_meeting
from committee.meetings.models import Decision, Meeting

ENVIRONMENT = "environment"
NEXT_GENERAL_MEETING = 4
STUDY_FIRST = "공동연구 결과가 나온 뒤에 논의하기를 바랍니다. 希望在联合研究有结果后再讨论。"
FINE_DUST_SEASON = Words(
    "겨울철 미세먼지 공동 대응", "冬季细颗粒物联合应对", "Acting together on fine dust in winter"
)
NEXT_DAY = Words("차기 전체회의 날짜", "下次全体会议日期", "The day of the next general meeting")
HOTLINE_TEST = Words("핫라인 시험 운영 결과", "热线试运行结果", "Results of the hotline's trial run")
CONTINUE = Words(
    "핫라인 시험 운영을 정식 운영으로 전환한다.",
    "热线由试运行转为正式运行。",
    "The hotline goes from its trial run into regular service.",
)
WRITE_MANUAL = Words("핫라인 운영 지침 작성", "编写热线运行手册", "Write the manual of the hotline's service")
MANUAL_WRITTEN = Words(
    "양 도시의 검토를 거쳐 2019년 12월에 확정하였다.",
    "经双方审核，2019年12月定稿。",
    "Read by both cities and finished in December 2019.",
)
NAME_CONTACTS = Words(
    "야간 비상 연락처 교환", "交换夜间应急联系方式", "Exchange contacts for emergencies at night"
)
ONLINE = Words("온라인", "线上", "online")
POSTPONE = Words(
    "제4차 전체회의를 연기하고 새 날짜를 협의한다.",
    "推迟第四次全体会议，另商新日期。",
    "The fourth general meeting is postponed and a new day is sought.",
)
PROPOSE_DAYS = Words(
    "제4차 전체회의 후보 날짜 세 개 제안",
    "为第四次全体会议提出三个备选日期",
    "Propose three days for the fourth general meeting",
)


def gather(cast: Cast, memorandum: Agreement) -> None:
    """Enter what became of the third meeting, the meetings after it and the next one's agenda."""
    _settle_third(cast, memorandum)
    _meet_on_environment(cast)
    _meet_as_secretariats(cast)
    _prepare_next_general_meeting(cast)


def _settle_third(cast: Cast, memorandum: Agreement) -> None:
    """The first decision became the MOU, the second is noted, the last one waits for its outcome."""
    signed, reported = cast.meetings[3].decisions.all()[:2]
    say_outcome(
        by=cast.secretariat,
        decision=signed,
        kind=Outcome.Kind.AGREEMENT,
        agreement=memorandum,
        is_illustrative=True,
    )
    for noted in (reported, cast.meetings[2].decisions.get()):
        say_outcome(by=cast.secretariat, decision=noted, kind=Outcome.Kind.NOTED, is_illustrative=True)
    close_meeting(by=cast.secretariat, meeting=cast.meetings[2])


def _meet_on_environment(cast: Cast) -> None:
    """One held, whose open action opens the agenda of the next, which has no day yet."""
    lead = cast.lead(ENVIRONMENT, SEOUL)
    held = _meeting(
        cast,
        Meeting.Kind.SUBCOMMITTEE,
        SEOUL,
        day("2019-11-14"),
        Words("서울시청", "首尔市政府", "Seoul City Hall"),
        subcommittee=cast.subcommittees[ENVIRONMENT],
    )
    propose_item(
        by=lead, meeting=held, subcommittee=None, is_illustrative=True, **HOTLINE_TEST.columns("title")
    )
    _give_out_actions(cast, _decide(cast, held, CONTINUE))
    create_meeting(
        by=lead,
        kind=Meeting.Kind.SUBCOMMITTEE,
        subcommittee=cast.subcommittees[ENVIRONMENT],
        host=cast.cities[BEIJING],
        is_illustrative=True,
    )


def _give_out_actions(cast: Cast, decision: Decision) -> None:
    """One that is done, and one that lacks its day and is given to a post, whoever holds it."""
    lead, writer = cast.lead(ENVIRONMENT, SEOUL), cast.contributor(ENVIRONMENT, SEOUL)
    manual = add_follow_up(
        by=lead,
        decision=decision,
        responsible=writer,
        due_on=day("2019-12-20"),
        is_illustrative=True,
        **WRITE_MANUAL.columns("title"),
    )
    finish_follow_up(
        by=writer, follow_up=manual, done_on=day("2019-12-18"), **MANUAL_WRITTEN.columns("result")
    )
    add_follow_up(
        by=lead,
        decision=decision,
        post=cast.lead(ENVIRONMENT, BEIJING).posts_now[0],
        is_illustrative=True,
        **NAME_CONTACTS.columns("title"),
    )


def _meet_as_secretariats(cast: Cast) -> None:
    held = _meeting(cast, Meeting.Kind.WORKING, BEIJING, day("2021-03-10"), ONLINE)
    propose_item(
        by=cast.secretariat,
        meeting=held,
        subcommittee=None,
        is_illustrative=True,
        **NEXT_DAY.columns("title"),
    )
    add_follow_up(
        by=cast.secretariat,
        decision=_decide(cast, held, POSTPONE),
        responsible=cast.members["secretariat.beijing"],
        due_on=day("2021-09-30"),
        is_illustrative=True,
        **PROPOSE_DAYS.columns("title"),
    )
    close_meeting(by=cast.secretariat, meeting=held)


def _prepare_next_general_meeting(cast: Cast) -> None:
    """Items in every state, and the consent of one city."""
    meeting, beijing = cast.meetings[NEXT_GENERAL_MEETING], cast.members["secretariat.beijing"]
    review, economy, culture, *_education_and_environment = meeting.agenda.in_order()
    for item in (review, economy):
        accept_item(by=beijing, item=item, seen_version=item.version)
    return_item(by=beijing, item=culture, reason=STUDY_FIRST)
    propose_item(
        by=beijing,
        meeting=meeting,
        subcommittee=None,
        is_illustrative=True,
        **FINE_DUST_SEASON.columns("title"),
    )
    agree_agenda(by=cast.secretariat, meeting=meeting, seen=fingerprint(meeting))


def _meeting(
    cast: Cast, kind: Meeting.Kind, host: str, on: datetime.date, venue: Words, **fields: object
) -> Meeting:
    return create_meeting(
        by=cast.secretariat,
        kind=kind,
        host=cast.cities[host],
        state=Meeting.State.HELD,
        starts_on=on,
        start_time=datetime.time(10),
        end_time=datetime.time(12),
        is_illustrative=True,
        **venue.columns("venue"),
        **fields,
    )


def _decide(cast: Cast, meeting: Meeting, text: Words) -> Decision:
    return add_decision(
        by=cast.secretariat,
        meeting=meeting,
        number=1,
        state=Decision.State.ADOPTED,
        is_illustrative=True,
        **text.columns("text"),
    )
