"""The delegations to the last and the next general meeting, and their programmes. All of it is invented."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from committee.delegations.actions import add_delegate, announce_delegation, write_delegation
from committee.delegations.attendance import Attendance, Taken, take_attendance
from committee.delegations.models import Delegate, Delegation
from committee.demonstration.cast import Cast
from committee.demonstration.culture import CULTURE
from committee.demonstration.economy import ECONOMY
from committee.demonstration.education import EDUCATION
from committee.demonstration.environment import ENVIRONMENT
from committee.demonstration.story import BEIJING, SEOUL, Words
from committee.languages.wording import columns
from committee.programmes.actions import add_entry
from committee.programmes.models import ProgrammeEntry

LAST_MEETING, NEXT_MEETING = 3, 4
Kind = ProgrammeEntry.Kind

HEADS = {
    SEOUL: (
        Words("유연수", "刘延寿", "Yu Yeonsu"),
        Words("행정부시장", "行政副市长", "Vice Mayor for Administration"),
        Words("서울특별시", "首尔特别市", "Seoul Metropolitan Government"),
    ),
    BEIJING: (
        Words("추스쓰", "褚十四", "Chu Shisi"),
        Words("부시장", "副市长", "Vice Mayor"),
        Words("베이징시 인민정부", "北京市人民政府", "Beijing Municipal People's Government"),
    ),
}
SUBSTITUTE = Words("백선군 사무관", "白仙君 事务官", "Baek Seongun, Deputy Director")


@dataclass(frozen=True)
class Planned:
    """One entry: days after the first day of the meeting, from and until by the host's clock."""

    day: int
    first: str
    last: str
    kind: Kind
    title: Words
    place: Words
    cities: tuple[str, ...] = (SEOUL, BEIJING)


PROGRAMME = (
    Planned(
        -1,
        "15:30",
        "16:30",
        Kind.TRANSFER,
        Words(
            "서울 대표단 영접 및 숙소 이동",
            "迎接首尔代表团并前往酒店",
            "Welcome of the Seoul delegation, transfer",
        ),
        Words("수도국제공항", "首都国际机场", "Capital International Airport"),
        (SEOUL,),
    ),
    Planned(
        -1,
        "18:30",
        "20:30",
        Kind.MEAL,
        Words("환영 만찬", "欢迎晚宴", "Welcome dinner"),
        Words("대표단 숙소 연회장", "代表团酒店宴会厅", "Banquet hall of the delegations' hotel"),
    ),
    Planned(
        0,
        "09:30",
        "12:00",
        Kind.SESSION,
        Words("전체회의", "全体会议", "General meeting"),
        Words("대회의실", "大会议室", "Large conference room"),
    ),
    Planned(
        0,
        "12:00",
        "13:30",
        Kind.MEAL,
        Words("오찬", "工作午餐", "Lunch"),
        Words("구내식당", "会议中心餐厅", "Restaurant of the conference centre"),
    ),
    Planned(
        0,
        "14:00",
        "16:00",
        Kind.SESSION,
        Words("분과별 회의", "各专门小组会议", "Meetings of the subcommittees"),
        Words("제1~4 회의실", "第一至第四会议室", "Meeting rooms 1 to 4"),
    ),
    Planned(
        0,
        "16:30",
        "17:00",
        Kind.SESSION,
        Words("합의록 서명", "签署会议纪要", "Signing of the minutes"),
        Words("대회의실", "大会议室", "Large conference room"),
    ),
    Planned(
        1,
        "09:30",
        "11:30",
        Kind.VISIT,
        Words("대기환경 감시 센터 방문", "参观大气环境监测中心", "Visit to the air monitoring centre"),
        Words("환경 감시 센터", "环境监测中心", "Environmental monitoring centre"),
    ),
)


def send_delegations(cast: Cast) -> None:
    """Both cities name their people for the next meeting; of the last one it is known who was there."""
    for number in (LAST_MEETING, NEXT_MEETING):
        for city in cast.cities:
            delegation = _name(cast, number, city)
            if number == LAST_MEETING:
                _take_attendance(cast, delegation)
    _plan(cast)


def _name(cast: Cast, number: int, city: str) -> Delegation:
    by = cast.members[f"secretariat.{city}"]
    delegation = write_delegation(by=by, meeting=cast.meetings[number], is_illustrative=True)
    name, title, organisation = HEADS[city]
    add_delegate(
        by=by,
        delegation=delegation,
        is_illustrative=True,
        **name.columns("name"),
        **title.columns("title"),
        **organisation.columns("organisation"),
    )
    for chapter in (ECONOMY, CULTURE, EDUCATION, ENVIRONMENT):
        member = cast.lead(chapter.subcommittee, city)
        organisation = chapter.seoul_organisation if city == SEOUL else chapter.beijing_organisation
        add_delegate(
            by=by,
            delegation=delegation,
            member=member,
            is_illustrative=True,
            **{column: getattr(member, column) for column in columns("name", "title")},
            **organisation.columns("organisation"),
        )
    return announce_delegation(by=by, delegation=delegation)


def _take_attendance(cast: Cast, delegation: Delegation) -> None:
    """Seoul's third came by a substitute, and Beijing's last one could not come."""
    people = list(delegation.delegates.all())
    taken: dict[Delegate, Taken] = {each: Taken({"attendance": Attendance.PRESENT}) for each in people}
    if delegation.city.code == SEOUL:
        substituted = {"attendance": Attendance.SUBSTITUTED, **SUBSTITUTE.columns("substitute")}
        taken[people[2]] = Taken(substituted)
    else:
        taken[people[-1]] = Taken({"attendance": Attendance.ABSENT})
    by = cast.members[f"secretariat.{delegation.city.code}"]
    take_attendance(by=by, delegation=delegation, taken=taken, now=timezone.now())


def _plan(cast: Cast) -> None:
    meeting = cast.meetings[NEXT_MEETING]
    assert meeting.starts_on is not None, "the next meeting has its day"
    for planned in PROGRAMME:
        day = meeting.starts_on + datetime.timedelta(days=planned.day)
        first, last = (
            datetime.datetime.combine(day, datetime.time.fromisoformat(clock), meeting.host.zone)
            for clock in (planned.first, planned.last)
        )
        add_entry(
            by=cast.secretariat,
            meeting=meeting,
            kind=planned.kind,
            starts_at=first,
            ends_at=last,
            cities=[cast.cities[code] for code in planned.cities],
            is_illustrative=True,
            **planned.title.columns("title"),
            **planned.place.columns("place"),
        )
