"""Who may sign in to the demonstration: all invented.

The names are of the kind everybody takes for "John Doe": heroes of old Korean novels, and the
numbered 张三, 李四, 王五 of Chinese examples.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from committee.demonstration.story import BEIJING, SEOUL, Words
from committee.members.models import Role

SUBCOMMITTEES = ("economy", "culture", "education", "environment")

NAMES = {
    SEOUL: (
        Words("홍길동", "洪吉童", "Hong Gildong"),
        Words("성춘향", "成春香", "Seong Chunhyang"),
        Words("이몽룡", "李梦龙", "Yi Mongnyong"),
        Words("심청", "沈清", "Sim Cheong"),
        Words("전우치", "田禹治", "Jeon Uchi"),
        Words("양소유", "杨少游", "Yang Soyu"),
        Words("정경패", "郑琼贝", "Jeong Gyeongpae"),
        Words("유충렬", "刘忠烈", "Yu Chungnyeol"),
        Words("조웅", "赵雄", "Jo Ung"),
        Words("백선군", "白仙君", "Baek Seongun"),
        Words("변학도", "卞学道", "Byeon Hakdo"),
    ),
    BEIJING: (
        Words("장싼", "张三", "Zhang San"),
        Words("리쓰", "李四", "Li Si"),
        Words("왕우", "王五", "Wang Wu"),
        Words("자오류", "赵六", "Zhao Liu"),
        Words("첸치", "钱七", "Qian Qi"),
        Words("쑨바", "孙八", "Sun Ba"),
        Words("저우주", "周九", "Zhou Jiu"),
        Words("우스", "吴十", "Wu Shi"),
        Words("정스이", "郑十一", "Zheng Shiyi"),
        Words("펑스얼", "冯十二", "Feng Shi'er"),
        Words("천스싼", "陈十三", "Chen Shisan"),
    ),
}
# From the founding on; the hotline's posts changed hands once. The days are invented like the people.
HELD_FROM = datetime.date(2013, 4, 22)
CHANGED_HANDS = datetime.date(2018, 7, 1)
LANGUAGE = {SEOUL: "ko", BEIJING: "zh-hans"}

TITLES = {
    Role.SECRETARIAT: Words("사무국 담당관", "秘书处专员", "Officer of the secretariat"),
    Role.CO_LEAD: Words("분과 공동팀장", "专门小组共同组长", "Co-lead of the subcommittee"),
    Role.CONTRIBUTOR: Words("분과 실무 담당", "专门小组工作人员", "Staff of the subcommittee"),
    Role.LIAISON: Words("핫라인 연락관", "热线联络员", "Liaison officer of the hotline"),
    Role.OBSERVER: Words("참관인", "观察员", "Observer"),
}


@dataclass(frozen=True)
class Person:
    username: str
    city: str
    role: Role
    subcommittee: str | None
    name: Words

    @property
    def held_from(self) -> datetime.date:
        return CHANGED_HANDS if self.role == Role.LIAISON else HELD_FROM

    @property
    def title(self) -> Words:
        return TITLES[self.role]


def _posts() -> Iterator[tuple[str, Role, str | None]]:
    yield "secretariat", Role.SECRETARIAT, None
    for code in SUBCOMMITTEES:
        yield f"lead.{code}", Role.CO_LEAD, code
        yield f"contributor.{code}", Role.CONTRIBUTOR, code
    yield "liaison", Role.LIAISON, None
    yield "observer", Role.OBSERVER, None


PEOPLE = tuple(
    Person(f"{post}.{city}", city, role, subcommittee, name)
    for city, names in NAMES.items()
    for (post, role, subcommittee), name in zip(_posts(), names, strict=True)
)
