"""What the cities think before the next meeting, some of it released to the other. All of it is invented."""

from dataclasses import dataclass

from committee.agendas.models import AgendaItem
from committee.commitments.models import Commitment
from committee.demonstration.cast import Cast
from committee.demonstration.delegations import NEXT_MEETING
from committee.demonstration.story import BEIJING, SEOUL, Words
from committee.positions.actions import release_position, write_position


@dataclass(frozen=True)
class Thought:
    """What one city thinks of a point of the agenda, or of a commitment by its English title."""

    city: str
    text: Words
    agenda: str = ""
    commitment: str = ""
    is_released: bool = True


THOUGHTS = (
    Thought(
        SEOUL,
        Words(
            "미세먼지 핫라인의 예·경보 공유 절차를 문서로 확정할 것을 제안한다. "
            "연락관 교체 시의 인수인계 방법도 함께 정한다.",
            "建议以书面形式确定细颗粒物热线的预报预警共享程序，并一并明确联络员更换时的交接办法。",
            "We propose to settle in writing how alerts are shared over the fine dust hotline, and how a new "
            "liaison officer takes over.",
        ),
        agenda="environment",
    ),
    Thought(
        BEIJING,
        Words(
            "절차의 문서화에 동의하며, 공동 훈련을 연 1회 실시할 것을 제안한다.",
            "同意以书面形式确定程序，并建议每年联合演练一次。",
            "We agree to settle the procedure in writing and propose one joint exercise a year.",
        ),
        agenda="environment",
    ),
    Thought(
        SEOUL,
        Words(
            "박람회 교류의 온라인 전환은 수용하되, 현지 참가 지원은 예산 확정 후 결정한다.",
            "可以接受展会交流转为线上，但实地参展的支持待预算确定后再定。",
            "We can accept to hold the trade fair exchange online; support for taking part on site is "
            "decided once the budget stands.",
        ),
        agenda="economy",
        is_released=False,
    ),
    Thought(
        BEIJING,
        Words(
            "청소년 캠프는 방역 상황에 따라 다음 해 여름에 재개할 수 있다.",
            "青少年营可视防疫情况于明年夏季恢复。",
            "The youth camps could be held again next summer, as the health situation allows.",
        ),
        commitment="Invite young people of the other city to youth camps",
    ),
    Thought(
        SEOUL,
        Words(
            "다음 해 여름 재개에 동의한다. 참가 인원은 도시별 20명으로 제안한다.",
            "同意明年夏季恢复，建议每市20人参加。",
            "We agree to next summer and propose twenty participants from each city.",
        ),
        commitment="Invite young people of the other city to youth camps",
    ),
)


def state_positions(cast: Cast) -> None:
    """Let each city write down its positions, and release those that the other one may read."""
    for thought in THOUGHTS:
        position = write_position(
            by=cast.members[f"secretariat.{thought.city}"],
            subject=_subject(cast, thought),
            is_illustrative=True,
            **thought.text.columns("text"),
        )
        if thought.is_released:
            release_position(by=cast.members[f"secretariat.{thought.city}"], position=position)


def _subject(cast: Cast, thought: Thought) -> Commitment | AgendaItem:
    if thought.commitment:
        return Commitment.objects.get(title_en=thought.commitment)
    return cast.meetings[NEXT_MEETING].agenda.get(subcommittee__code=thought.agenda)
