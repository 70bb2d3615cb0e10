"""The kinds of projects that this committee has; later ones are entered on the pages."""

from dataclasses import dataclass

from committee.languages.wording import SUFFIXES
from committee.project_kinds.models import IndicatorRule

Rule = IndicatorRule
Said = tuple[str, str, str]  # in Korean, Simplified Chinese and English

PERSONS: Said = ("명", "人", "persons")
COMPANIES: Said = ("개사", "家", "companies")
CASES: Said = ("건", "项", "cases")
TALKS: Said = ("건", "场", "talks")


def said(name: str, words: Said) -> dict[str, str]:
    """Return a text as the columns of a trilingual field."""
    return {f"{name}_{suffix}": text for suffix, text in zip(SUFFIXES, words, strict=True)}


@dataclass(frozen=True)
class Figure:
    """What each city counts at an event; `at_most` is the place of its limit among the kind's figures."""

    name: Said
    unit: Said
    at_most: int | None = None


@dataclass(frozen=True)
class Measure:
    """An indicator to propose; `figure` is the place of what is counted, None where it is reported."""

    name: Said
    unit: Said
    rule: IndicatorRule = Rule.SUM
    figure: int | None = None


@dataclass(frozen=True)
class Kind:
    """`code` names the kind in the demonstration alone."""

    code: str
    name: Said
    description: Said
    figures: tuple[Figure, ...] = ()
    measures: tuple[Measure, ...] = ()
    has_events: bool = True
    has_research: bool = False
    figures_only: bool = False


FORUM = Kind(
    "forum",
    ("포럼·회의·전시", "论坛、会议与展览", "Forum, conference or exhibition"),
    (
        "정기적으로 여는 행사로, 프로그램과 발표 자료, 결과를 함께 남긴다.",
        "定期举办的活动，保存议程、发言材料和成果。",
        "Held again and again, with programme, presentations and outcome.",
    ),
    (
        Figure(("참석자", "参会人数", "Participants"), PERSONS),
        Figure(("발표", "发言", "Presentations"), TALKS),
    ),
    (
        Measure(("참석자 누계", "累计参会人数", "Participants"), PERSONS, figure=0),
        Measure(("발표 누계", "累计发言数", "Presentations"), TALKS, figure=1),
    ),
)
TRAINING = Kind(
    "training",
    ("워크숍·연수", "研讨与培训", "Workshop or training"),
    (
        "공무원과 실무자의 워크숍과 연수.",
        "面向公务员和业务人员的研讨与培训。",
        "Workshops and courses for officials and practitioners.",
    ),
    (
        Figure(("참가자", "参加人数", "Participants"), PERSONS),
        Figure(("수료자", "结业人数", "Participants who completed it"), PERSONS, at_most=0),
    ),
    (
        Measure(("참가자 누계", "累计参加人数", "Participants"), PERSONS, figure=0),
        Measure(
            ("회당 참가자", "每期参加人数", "Participants of an event"), PERSONS, rule=Rule.MEAN, figure=0
        ),
    ),
)
YOUTH = Kind(
    "youth",
    ("청소년 교류·1:1 매칭", "青少年交流与一对一结对", "Youth exchange and 1:1 matching"),
    (
        "모집, 신청, 매칭을 수치로만 관리하며 청소년의 개인정보는 저장하지 않는다.",
        "名额、报名和结对只以数字记录，不保存未成年人的个人信息。",
        "Places, applications and matches as figures; no personal data of minors is stored.",
    ),
    (
        Figure(("모집 인원", "名额", "Places offered"), PERSONS),
        Figure(("신청자", "报名人数", "Applied"), PERSONS),
        Figure(("매칭·참가", "结对或参加人数", "Matched or took part"), PERSONS, at_most=1),
    ),
    (
        Measure(("신청자 누계", "累计报名人数", "Applied"), PERSONS, figure=1),
        Measure(("매칭·참가 누계", "累计结对或参加人数", "Matched or took part"), PERSONS, figure=2),
    ),
    figures_only=True,
)
TRADE = Kind(
    "trade",
    ("박람회·기업 초청", "展会与企业邀请", "Trade fair or company invitation"),
    (
        "초청 기업, 참가 기업, 상담, 계약을 도시별로 집계한다.",
        "按城市统计受邀企业、参展企业、洽谈和签约。",
        "Companies invited and attending, talks and contracts, by city.",
    ),
    (
        Figure(("초청 기업", "受邀企业", "Companies invited"), COMPANIES),
        Figure(("참가 기업", "参展企业", "Companies that came"), COMPANIES, at_most=0),
        Figure(("상담", "洽谈", "Contacts"), TALKS),
        Figure(("계약", "签约", "Contracts"), CASES, at_most=2),
    ),
    (
        Measure(("참가 기업 누계", "累计参展企业", "Companies that came"), COMPANIES, figure=1),
        Measure(("계약 누계", "累计签约", "Contracts"), CASES, figure=3),
    ),
)
RESEARCH = Kind(
    "research",
    ("공동연구", "联合研究", "Joint research group"),
    (
        "두 도시 기관이 함께하는 연구와 그 회의.",
        "两市机构共同开展的研究及其会议。",
        "Research that institutes of both cities do together, and its meetings.",
    ),
    (Figure(("참석 연구원", "参会研究人员", "Researchers present"), PERSONS),),
    (
        Measure(
            ("회의당 참석 연구원", "每次参会研究人员", "Researchers at a meeting"),
            PERSONS,
            rule=Rule.MEAN,
            figure=0,
        ),
        Measure(("발간 연구", "已发表研究", "Studies published"), CASES, rule=Rule.LAST),
    ),
    has_research=True,
)
TOURISM = Kind(
    "tourism",
    ("공동 관광상품·대형 행사", "联合旅游产品与大型活动", "Joint tourist goods or large event"),
    (
        "판매 기간이나 행사 기간이 있는 공동 상품과 대형 행사.",
        "有销售期或举办期的联合产品和大型活动。",
        "Goods with the time they are on offer, large events with their days.",
    ),
    (
        Figure(("방문·이용자", "到访或使用人数", "Visitors"), PERSONS),
        Figure(("판매", "销售", "Sold"), ("개", "件", "pieces")),
    ),
    (
        Measure(("방문·이용자 누계", "累计到访或使用人数", "Visitors"), PERSONS, figure=0),
        Measure(("판매 누계", "累计销售", "Sold"), ("개", "件", "pieces"), figure=1),
    ),
)

KINDS = (FORUM, TRAINING, YOUTH, TRADE, RESEARCH, TOURISM)
GENERAL = Kind(
    "general",
    ("일반", "一般项目", "General"),
    (
        "다른 유형에 속하지 않는 사업",
        "不属于其他类型的项目",
        "Projects that are of no other kind",
    ),
    has_events=False,
)
