"""The minutes of two meetings: one agreed in its second version, one that the other city never answered."""

import datetime
from dataclasses import dataclass

from committee.demonstration.cast import Cast
from committee.demonstration.story import Words
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.minutes.actions import create_minutes, edit_section
from committee.minutes.circulation import agree, answer_remark, circulate, remark
from committee.minutes.models import CityAnswer, Minutes, MinutesVersion
from committee.minutes.remarks import Remark

# Morning in Seoul and Beijing.
HOUR = datetime.time(1, tzinfo=datetime.UTC)
CIRCULATED_AFTER = datetime.timedelta(days=10)
ANSWERED_AFTER = datetime.timedelta(days=20)
TIME_TO_ANSWER = datetime.timedelta(days=14)


@dataclass(frozen=True)
class WrittenDown:
    """What the minutes of a meeting say on each item of its agenda, in the agenda's order."""

    meeting: int
    texts: tuple[Words, ...]
    is_agreed: bool


SECOND = WrittenDown(
    2,
    (
        Words(
            "양측은 제1차 전체회의에서 합의한 사항의 추진 상황을 확인하였다.",
            "双方确认了第一次全体会议商定事项的进展情况。",
            "Both sides went through what had been done since the first meeting.",
        ),
        Words(
            "양측은 중소기업의 상대 시 박람회 참가를 서로 지원하기로 하였다.",
            "双方同意相互支持中小企业参加对方城市的展会。",
            "Both sides will help small companies take part in the other city's fairs.",
        ),
        Words(
            "양측은 관광 홍보 자료를 서로의 언어로 제작하기로 하였다.",
            "双方同意以对方语言制作旅游宣传资料。",
            "Both sides will make their tourist material in the other's language.",
        ),
        Words(
            "양측은 청소년 교류를 해마다 이어 가기로 하였다.",
            "双方同意每年继续开展青少年交流。",
            "Both sides will go on with the exchange of young people each year.",
        ),
        Words(
            "양측은 환경팀을 신설하고 대기질 전문가 교류를 시작하기로 하였다.",
            "双方同意新设环境组，并启动空气质量专家交流。",
            "Both sides set up an environment team and begin to exchange experts on air quality.",
        ),
    ),
    is_agreed=False,
)
THIRD = WrittenDown(
    3,
    (
        Words(
            "각 분과가 제2차 전체회의 이후의 추진 상황을 보고하였고, 양측은 이를 확인하였다.",
            "各组报告了第二次全体会议以来的进展，双方予以确认。",
            "Each subcommittee reported what was done since the second meeting; both sides took note of it.",
        ),
        Words(
            "양측은 박람회 상호 참가와 스타트업 교류를 계속하기로 하였다.",
            "双方同意继续互相参展并开展创业企业交流。",
            "Both sides will go on with each other's fairs and with the exchange of start-ups.",
        ),
        Words(
            "양측은 2022 베이징 동계올림픽을 계기로 공동 관광상품을 준비하기로 하였다.",
            "双方同意以2022年北京冬奥会为契机筹备联合旅游产品。",
            "Both sides will prepare joint tourist goods for the 2022 Winter Olympics in Beijing.",
        ),
        Words(
            "양측은 청소년 캠프를 두 도시에서 번갈아 열기로 하였다.",
            "双方同意在两市轮流举办青少年营。",
            "The youth camps will be held in the two cities by turns.",
        ),
        Words(
            "양측은 환경 분야 업무협약을 맺고 미세먼지 핫라인을 설치하기로 하였다.",
            "双方签署环境领域合作备忘录，并同意设立细颗粒物热线。",
            "Both sides signed the environment MOU and will set up a fine dust hotline.",
        ),
    ),
    is_agreed=True,
)
REMARK = "请写明热线的固定联络员由两市各自指定。"
ANSWER = "반영하였습니다."
MENDED = Words(
    "양측은 환경 분야 업무협약을 맺고 미세먼지 핫라인을 설치하며, 각 시가 고정 연락관을 지정하기로 하였다.",
    "双方签署环境领域合作备忘录，同意设立细颗粒物热线，并由两市各自指定固定联络员。",
    "Both sides signed the environment MOU; they will set up a fine dust hotline, for which each city names "
    "a fixed liaison officer.",
)


def write_minutes(cast: Cast) -> None:
    for written in (SECOND, THIRD):
        _write(cast, written)


def _write(cast: Cast, written: WrittenDown) -> None:
    meeting = cast.meetings[written.meeting]
    host = cast.members[f"secretariat.{meeting.host.code}"]
    other = cast.members[f"secretariat.{cast.other(meeting.host.code)}"]
    minutes = create_minutes(by=host, meeting=meeting)
    for section, text in zip(minutes.sections.all(), written.texts, strict=True):
        edit_section(by=host, section=section, seen_version=None, **text.columns("text"))
    _circulate(host, minutes)
    if written.is_agreed:
        _remark_and_agree(host, other, minutes)
    else:
        _agree(host, minutes)
    _date(minutes, written)


def _circulate(host: Member, minutes: Minutes) -> None:
    circulate(by=host, minutes=minutes, answer_by=host.today + TIME_TO_ANSWER)


def _remark_and_agree(host: Member, other: Member, minutes: Minutes) -> None:
    """Let the other city remark on the last section, the host mend it, and both agree to that."""
    section = minutes.sections.latest("position")
    remarked = remark(by=other, section=section, text=REMARK)
    answer_remark(by=host, remark=remarked, accepts=True, answer=ANSWER)
    edit_section(by=host, section=section, seen_version=None, **MENDED.columns("text"))
    _circulate(host, minutes)
    for member in (host, other):
        _agree(member, minutes)


def _agree(member: Member, minutes: Minutes) -> None:
    agree(by=member, minutes=minutes, seen=minutes.versions.latest("number").fingerprint)


def _date(minutes: Minutes, written: WrittenDown) -> None:
    """Mark the minutes as invented, and let them have gone round after their meeting, not at the loading."""
    day = minutes.meeting.starts_on
    assert day is not None, "a meeting that was held has its day"
    circulated = datetime.datetime.combine(day, HOUR) + CIRCULATED_AFTER
    answered = datetime.datetime.combine(day, HOUR) + ANSWERED_AFTER
    Minutes.objects.filter(pk=minutes.pk).update(is_illustrative=True, created_at=circulated)
    minutes.sections.update(is_illustrative=True, created_at=circulated)
    versions = MinutesVersion.objects.filter(minutes=minutes)
    versions.update(circulated_at=circulated, answer_by=circulated.date() + TIME_TO_ANSWER)
    CityAnswer.objects.filter(version__minutes=minutes, at__isnull=False).update(at=answered)
    Remark.objects.filter(section__minutes=minutes).update(
        is_illustrative=True, created_at=circulated, answered_at=answered
    )
    HistoryEntry.objects.about(minutes).update(at=answered if written.is_agreed else circulated)
