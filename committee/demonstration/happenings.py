"""The kinds of the demonstration's projects, and their events with what each city counted; all invented."""

import datetime
from dataclasses import dataclass

from committee.demonstration.culture import ACCN, EVENTS, OLYMPICS
from committee.demonstration.economy import CHALLENGE, TRADE_FAIR
from committee.demonstration.education import CAMPS, MATCHING
from committee.demonstration.environment import FORUM, RESEARCH_GROUP, TRAINING, WORKSHOP
from committee.demonstration.story import BEIJING, SEOUL, Undertaking, Words, day
from committee.events.models import Event

CITY_HALL = Words("서울시청 다목적홀", "首尔市政厅多功能厅", "Multi-purpose hall, Seoul City Hall")
CONFERENCE_CENTRE = Words(
    "베이징 국제회의중심", "北京国际会议中心", "Beijing International Convention Center"
)
FORUM_PROGRAMME = Words(
    "10:00 개회\n10:30 양 시 대기질 현황\n14:00 계절관리와 차량 대책\n16:30 종합 토론",
    "10:00 开幕\n10:30 两市空气质量现状\n14:00 季节管理与车辆措施\n16:30 综合讨论",
    "10:00 Opening\n10:30 The air of both cities\n14:00 Seasonal management and vehicles\n16:30 Discussion",
)
FORUM_OUTCOME = Words(
    "고농도 시 정보 교환 시점을 앞당기기로 하였다.",
    "双方商定提前重污染期间的信息交换时间。",
    "The cities agreed to tell each other earlier of days with much fine dust.",
)


@dataclass(frozen=True)
class Happening:
    """An event; `counted` holds by city the figures of the kind in their order."""

    title: Words
    city: str | None
    starts_on: datetime.date
    ends_on: datetime.date | None = None
    state: Event.State = Event.State.HELD
    place: Words | None = None
    programme: Words | None = None
    outcome: Words | None = None
    counted: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True)
class Shape:
    """The kind of a project by its code, the places of the indicators it takes over, its events."""

    kind: str
    taken: tuple[int, ...] = ()
    happenings: tuple[Happening, ...] = ()


SHAPES = {
    FORUM: Shape(
        "forum",
        (1,),
        (
            Happening(
                Words("2018년 대기질 개선 포럼", "2018年空气质量改善论坛", "Air-quality forum of 2018"),
                SEOUL,
                day("2018-11-08"),
                place=CITY_HALL,
                programme=FORUM_PROGRAMME,
                outcome=FORUM_OUTCOME,
                counted=((SEOUL, (96, 6)), (BEIJING, (44, 5))),
            ),
            Happening(
                Words("2019년 대기질 개선 포럼", "2019年空气质量改善论坛", "Air-quality forum of 2019"),
                BEIJING,
                day("2019-10-24"),
                day("2019-10-25"),
                place=CONFERENCE_CENTRE,
                programme=FORUM_PROGRAMME,
                outcome=FORUM_OUTCOME,
                counted=((SEOUL, (52, 5)), (BEIJING, (118, 8))),
            ),
            Happening(
                Words("2020년 대기질 개선 포럼", "2020年空气质量改善论坛", "Air-quality forum of 2020"),
                SEOUL,
                day("2020-11-12"),
                state=Event.State.CANCELLED,
            ),
            Happening(
                Words("온라인 대기질 포럼", "线上空气质量论坛", "Online forum on air quality"),
                None,
                day("2021-04-22"),
                state=Event.State.PLANNED,
            ),
        ),
    ),
    RESEARCH_GROUP: Shape(
        "research",
        (0,),
        (
            Happening(
                Words("공동연구단 1차 회의", "联合研究团第一次会议", "First meeting of the research group"),
                SEOUL,
                day("2018-10-11"),
                place=CITY_HALL,
                outcome=Words(
                    "비교할 측정소와 기간을 정하였다.",
                    "确定了对比的监测站点和时段。",
                    "Stations and periods to compare were chosen.",
                ),
                counted=((SEOUL, (5,)), (BEIJING, (5,))),
            ),
            Happening(
                Words("공동연구단 2차 회의", "联合研究团第二次会议", "Second meeting of the research group"),
                BEIJING,
                day("2019-06-13"),
                place=CONFERENCE_CENTRE,
                counted=((SEOUL, (4,)), (BEIJING, (5,))),
            ),
        ),
    ),
    TRAINING: Shape(
        "training",
        (1,),
        (
            Happening(
                Words("2018년 서울 연수", "2018年首尔培训", "Training in Seoul, 2018"),
                SEOUL,
                day("2018-10-15"),
                day("2018-10-19"),
                counted=((BEIJING, (14, 14)),),
            ),
            Happening(
                Words("2019년 베이징 연수", "2019年北京培训", "Training in Beijing, 2019"),
                BEIJING,
                day("2019-09-02"),
                day("2019-09-06"),
                counted=((SEOUL, (11, 11)),),
            ),
        ),
    ),
    WORKSHOP: Shape(
        "training",
        (0,),
        (
            Happening(
                Words("미세먼지·VOC 워크숍", "细颗粒物与VOC研讨会", "Workshop on fine dust and VOC"),
                SEOUL,
                day("2018-03-20"),
                place=CITY_HALL,
                counted=((SEOUL, (38, 38)), (BEIJING, (16, 16))),
            ),
        ),
    ),
    TRADE_FAIR: Shape(
        "trade",
        (1,),
        (
            Happening(
                Words("2018년 서울 박람회", "2018年首尔展会", "Fair in Seoul, 2018"),
                SEOUL,
                day("2018-10-24"),
                day("2018-10-26"),
                counted=((SEOUL, (20, 12, 41, 2)), (BEIJING, (15, 10, 36, 3))),
            ),
            Happening(
                Words("2019년 베이징 박람회", "2019年北京展会", "Fair in Beijing, 2019"),
                BEIJING,
                day("2019-05-28"),
                day("2019-05-31"),
                counted=((SEOUL, (18, 14, 52, 4)), (BEIJING, (12, 11, 47, 4))),
            ),
        ),
    ),
    CHALLENGE: Shape(
        "trade",
        (0,),
        (
            Happening(
                Words("2019년 서울 글로벌 챌린지", "2019年首尔全球挑战赛", "Seoul Global Challenge 2019"),
                SEOUL,
                day("2019-12-12"),
                day("2019-12-13"),
                counted=((SEOUL, (11, 6, 19, 1)),),
            ),
        ),
    ),
    CAMPS: Shape(
        "youth",
        (0,),
        (
            Happening(
                Words("2018년 서울 캠프", "2018年首尔营", "Camp in Seoul, 2018"),
                SEOUL,
                day("2018-08-06"),
                day("2018-08-10"),
                counted=((BEIJING, (30, 74, 30)),),
            ),
            Happening(
                Words("2019년 베이징 캠프", "2019年北京营", "Camp in Beijing, 2019"),
                BEIJING,
                day("2019-08-05"),
                day("2019-08-09"),
                counted=((SEOUL, (30, 61, 28)),),
            ),
        ),
    ),
    MATCHING: Shape(
        "youth",
        (0, 1),
        (
            Happening(
                Words("2019년 1:1 매칭 탐방", "2019年一对一结对探访", "1:1 exploration of 2019"),
                None,
                day("2019-07-15"),
                day("2019-07-26"),
                outcome=Words(
                    "경복궁과 자금성을 차례로 탐방하였다.",
                    "先后探访了景福宫和故宫。",
                    "Gyeongbokgung and the Forbidden City were explored in turn.",
                ),
                counted=((SEOUL, (20, 43, 20)), (BEIJING, (20, 57, 20))),
            ),
        ),
    ),
    ACCN: Shape(
        "forum",
        (),
        (
            Happening(
                Words("ACCN 실무자 회의", "ACCN工作会议", "Working meeting of the ACCN"),
                SEOUL,
                day("2018-11-22"),
                counted=((SEOUL, (18, 4)), (BEIJING, (7, 2))),
            ),
        ),
    ),
    EVENTS: Shape(
        "tourism",
        (0,),
        (
            Happening(
                Words("서울 주간(베이징)", "首尔周（北京）", "Seoul week in Beijing"),
                BEIJING,
                day("2019-09-16"),
                day("2019-09-22"),
                counted=((SEOUL, (1200, 0)), (BEIJING, (8600, 0))),
            ),
        ),
    ),
    OLYMPICS: Shape(
        "tourism",
        (1,),
        (
            Happening(
                Words("동계 관광상품 시범 판매", "冬季旅游产品试销", "Trial sale of the winter goods"),
                None,
                day("2019-12-05"),
                day("2020-01-19"),
                counted=((SEOUL, (0, 130)), (BEIJING, (0, 410))),
            ),
        ),
    ),
}
GENERAL = Shape("general")


def shape_of(undertaking: Undertaking) -> Shape:
    return SHAPES.get(undertaking, GENERAL)
