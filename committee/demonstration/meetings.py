"""The general meetings, their agenda and decisions. Public facts first; what is invented says so."""

import datetime
from dataclasses import dataclass

from committee.demonstration.story import BEIJING, SEOUL, Words, day
from committee.meetings.models import Decision, Meeting

State = Meeting.State


@dataclass(frozen=True)
class Decided:
    text: Words
    subcommittee: str | None = None
    state: Decision.State = Decision.State.ADOPTED
    is_illustrative: bool = True


@dataclass(frozen=True)
class Held:
    """One general meeting; `is_illustrative` where its day or place is not public."""

    ordinal: int
    host: str
    starts_on: datetime.date
    state: State
    venue: Words
    summary: Words
    decisions: tuple[Decided, ...] = ()
    is_illustrative: bool = True


AGENDA = (
    (
        None,
        Words(
            "지난 전체회의 이후의 추진 상황",
            "上次全体会议以来的进展",
            "What was done since the meeting before",
        ),
    ),
    ("economy", Words("경제 협력", "经济合作", "Cooperation in the economy")),
    ("culture", Words("문화·관광 협력", "文化旅游合作", "Cooperation in culture and tourism")),
    ("education", Words("교육 협력", "教育合作", "Cooperation in education")),
    ("environment", Words("환경 협력", "环境合作", "Cooperation on the environment")),
)

FIRST = Held(
    1,
    SEOUL,
    day("2013-10-14"),
    State.HELD,
    Words("서울", "首尔", "Seoul"),
    Words(
        "2013년, 자매결연 20주년을 맞아 통합위원회가 출범하였다. 제1차 회의의 날짜와 장소는 예시이다.",
        "2013年，值两市结为友好城市20周年之际，混合委员会成立。第一次会议的日期和地点为示例。",
        "The joint committee was founded in 2013, the 20th year of the sister cities. "
        "The day and place of its first meeting are illustrative.",
    ),
)

SECOND = Held(
    2,
    BEIJING,
    day("2015-11-02"),
    State.HELD,
    Words("베이징", "北京", "Beijing"),
    Words(
        "2015년 11월 4일 베이징에서 환경팀 신설에 합의하였다. 제2차 회의의 날짜와 장소는 예시이다.",
        "2015年11月4日，双方在北京商定设立环境组。第二次会议的日期和地点为示例。",
        "On 4 November 2015 the cities agreed in Beijing to set up the environment team. "
        "The day and place of the second meeting are illustrative.",
    ),
    (
        Decided(
            Words(
                "다음 전체회의까지 각 분과가 협력 과제를 마련한다.",
                "各组在下次全体会议前拟定合作项目。",
                "Each subcommittee draws up its projects before the next general meeting.",
            )
        ),
    ),
)

THIRD = Held(
    3,
    SEOUL,
    day("2018-03-19"),
    State.HELD,
    Words("서울", "首尔", "Seoul"),
    Words(
        "2018년 3월 19일 서울에서 열렸다. 환경 분야 업무협약을 맺고 경제, 문화·관광, 교육, 환경의 협력 "
        "과제에 합의하였다.",
        "2018年3月19日在首尔举行。双方签署环境领域合作备忘录，"
        "并就经济、文化旅游、教育和环境领域的合作项目达成一致。",
        "Held in Seoul on 19 March 2018. The cities signed the environment MOU and agreed what to do "
        "together in the "
        "economy, in culture and tourism, in education and on the environment.",
    ),
    (
        Decided(
            Words(
                "두 도시는 미세먼지 핫라인을 설치하고 각 시에 고정 연락관을 둔다.",
                "两市设立细颗粒物热线，各设固定联络员。",
                "The cities set up a fine dust hotline with a fixed liaison officer in each city.",
            ),
            "environment",
            is_illustrative=False,
        ),
        Decided(
            Words(
                "각 분과는 합의 과제의 추진 상황을 다음 전체회의에 보고한다.",
                "各组向下次全体会议报告商定项目的进展。",
                "Each subcommittee reports to the next general meeting on what was agreed.",
            )
        ),
        Decided(
            Words(
                "다음 전체회의를 베이징에서 개최할 것을 제안한다.",
                "建议下次全体会议在北京举行。",
                "It is proposed to hold the next general meeting in Beijing.",
            ),
            state=Decision.State.PROPOSED,
        ),
    ),
    is_illustrative=False,
)

FOURTH = Held(
    4,
    BEIJING,
    day("2021-05-20"),
    State.POSTPONED,
    Words("베이징", "北京", "Beijing"),
    Words(
        "2021년 5월로 예정되었다가 연기되었다. 5월 중의 날짜는 예시이다.",
        "原定于2021年5月举行，后推迟。5月的具体日期为示例。",
        "Planned for May 2021 and postponed. The day in May is illustrative.",
    ),
    (
        Decided(
            Words(
                "미세먼지 핫라인의 예·경보 공유 절차를 확정한다.",
                "商定细颗粒物热线的预报预警共享程序。",
                "Settle the procedure by which alerts are shared over the fine dust hotline.",
            ),
            "environment",
            Decision.State.PROPOSED,
        ),
        Decided(
            Words(
                "제2기 대기질 개선 공동연구단을 구성한다.",
                "成立第二届空气质量改善联合研究团。",
                "Form the second Air-quality Improvement Joint Research Group.",
            ),
            "environment",
            Decision.State.PROPOSED,
        ),
        Decided(
            Words(
                "박람회 교류를 온라인으로 이어 간다.",
                "以线上方式继续展会交流。",
                "Go on with the trade fair exchange online.",
            ),
            "economy",
            Decision.State.PROPOSED,
        ),
        Decided(
            Words(
                "2022 베이징 동계올림픽 관광상품의 판매 일정을 정한다.",
                "确定2022年北京冬奥会旅游产品的销售安排。",
                "Fix when the tourist goods for the 2022 Beijing Winter Olympics go on sale.",
            ),
            "culture",
            Decision.State.PROPOSED,
        ),
        Decided(
            Words(
                "열리지 못한 청소년 캠프를 재개한다.",
                "恢复举办青少年营。",
                "Hold the youth camps again.",
            ),
            "education",
            Decision.State.PROPOSED,
        ),
    ),
)

MEETINGS = (FIRST, SECOND, THIRD, FOURTH)
