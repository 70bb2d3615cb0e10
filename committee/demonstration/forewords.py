"""What the heads of both cities say at the beginning of the reports. People and words are invented."""

from dataclasses import dataclass

from committee.demonstration.cast import Cast
from committee.demonstration.story import BEIJING, SEOUL, Words
from committee.forewords.actions import write_foreword
from committee.meetings.models import GeneralMeeting


@dataclass(frozen=True)
class Spoken:
    """The message of one city in the report of one meeting."""

    meeting: int
    city: str
    name: Words
    title: Words
    text: Words


MAYOR_OF_SEOUL = (
    Words("김도현", "金道炫", "Kim Dohyun"),
    Words("서울특별시장", "首尔特别市市长", "Mayor of Seoul"),
)
MAYOR_OF_BEIJING = (
    Words("왕즈위안", "王志远", "Wang Zhiyuan"),
    Words("베이징시장", "北京市市长", "Mayor of Beijing"),
)

SPOKEN = (
    Spoken(
        3,
        SEOUL,
        *MAYOR_OF_SEOUL,
        Words(
            "서울을 찾아 주신 베이징 대표단 여러분을 진심으로 환영합니다.\n\n"
            "두 도시는 자매결연을 맺은 뒤 스물다섯 해 동안 가까운 이웃으로 지내 왔습니다. 통합위원회는 그 "
            "우정을 약속과 실천으로 옮기는 자리입니다. 지난 제2차 전체회의에서 우리는 환경팀을 새로 두기로 "
            "하였고, 분과마다 함께할 일을 찾기로 하였습니다.\n\n"
            "이 보고서는 그 약속이 어떻게 지켜졌는지를 있는 그대로 적은 것입니다. 이룬 일은 두 도시가 함께 "
            "확인하였고, 아직 이루지 못한 일도 숨기지 않았습니다.\n\n"
            "맑은 하늘은 어느 한 도시의 힘만으로는 얻을 수 없습니다. 오늘 서명하는 업무협약이 두 도시 "
            "시민의 숨을 편안하게 하는 출발점이 되기를 바랍니다.",
            "衷心欢迎来到首尔的北京代表团各位朋友。\n\n"
            "两市结为友好城市二十五年来，始终是亲近的邻居。混合委员会正是把这份友谊化为承诺与行动的平台。在"
            "第二次全体会议上，我们决定新设环境组，并由各小组拟定共同推进的工作。\n\n"
            "本报告如实记录了这些承诺的履行情况。已完成的工作由两市共同确认，尚未完成的也没有回避。\n\n"
            "清洁的蓝天不是一座城市独自能够实现的。愿今天签署的备忘录成为让两市市民呼吸更加舒畅的起点。",
            "A warm welcome to Seoul to the delegation from Beijing.\n\n"
            "For the twenty-five years since our cities became sisters we have been close neighbours. The "
            "joint committee is where that friendship turns into promises and work. At the second general "
            "meeting we decided to set up an environment team, and each subcommittee was asked to find "
            "what we can do together.\n\n"
            "This report tells plainly how those promises were kept. What was achieved has been confirmed "
            "by both cities, and what has not been achieved yet is not hidden.\n\n"
            "No city can clear its sky alone. May the memorandum signed today be a beginning for the "
            "people of both cities to breathe more easily.",
        ),
    ),
    Spoken(
        3,
        BEIJING,
        *MAYOR_OF_BEIJING,
        Words(
            "따뜻하게 맞아 주신 서울시와 시민 여러분께 감사드립니다.\n\n"
            "베이징과 서울은 모두 오랜 역사를 지닌 수도이며, 빠르게 성장한 대도시가 겪는 어려움도 함께 "
            "나누고 있습니다. 교통과 에너지, 대기질 문제에서 서로의 경험은 무엇보다 귀한 참고가 됩니다.\n\n"
            "지난 두 해 동안 두 도시의 실무진은 여러 차례 만나 과제를 가다듬었습니다. 이 보고서에 담긴 "
            "수치 하나하나는 그 노력의 기록입니다.\n\n"
            "앞으로도 약속한 일을 차근차근 이행하고, 그 결과를 두 도시 시민께 투명하게 알리겠습니다.",
            "感谢首尔市和市民朋友们的热情接待。\n\n"
            "北京与首尔同为历史悠久的首都，也共同面对快速发展的大城市所遇到的难题。在交通、能源和空气质量方"
            "面，彼此的经验是最宝贵的借鉴。\n\n"
            "过去两年间，两市工作团队多次会面，反复打磨合作事项。本报告中的每一个数字都是这些努力的记录"
            "。\n\n"
            "今后我们将继续逐项落实承诺，并把结果公开透明地告知两市市民。",
            "Our thanks go to the city of Seoul and its people for this warm reception.\n\n"
            "Beijing and Seoul are both capitals with a long history, and they share the troubles of great "
            "cities that have grown fast. In traffic, energy and the quality of the air, nothing helps us "
            "more than the experience of the other.\n\n"
            "In the past two years the people who do the work met many times to give our projects their "
            "shape. Every figure in this report is a record of their effort.\n\n"
            "We shall go on to keep what we have promised, step by step, and to tell the people of both "
            "cities openly what has come of it.",
        ),
    ),
    Spoken(
        4,
        BEIJING,
        *MAYOR_OF_BEIJING,
        Words(
            "제4차 전체회의가 예정대로 열리지 못하였으나, 두 도시의 협력은 멈추지 않았습니다.\n\n"
            "어려운 시기에도 연락관들은 날마다 대기질 자료를 주고받았고, 공동연구단은 화상으로 연구를 이어 "
            "갔습니다. 이 보고서는 그 시간의 기록입니다.\n\n"
            "아직 남은 과제도 있습니다. 늦어진 일에 대해서는 그 까닭을 밝히고 새로운 일정을 제안합니다. "
            "다시 마주 앉는 날, 더 좋은 소식으로 찾아뵙겠습니다.",
            "第四次全体会议虽未能如期举行，但两市的合作没有停步。\n\n"
            "在困难时期，联络员每天交换空气质量数据，联合研究团队以视频方式继续开展研究。本报告就是这段时间"
            "的记录。\n\n"
            "也有尚未完成的事项。对于延迟的工作，我们说明原因并提出新的时间安排。期待再次相聚时，带来更好的"
            "消息。",
            "The fourth general meeting could not be held as planned, but the work of our cities did not "
            "stop.\n\n"
            "In a hard time the liaison officers went on exchanging air quality values every day, and the "
            "joint research group met by video. This report is a record of that time.\n\n"
            "Some tasks remain. Where work is late, we say why and propose new dates. On the day we sit "
            "together again, we hope to bring better news.",
        ),
    ),
    Spoken(
        4,
        SEOUL,
        *MAYOR_OF_SEOUL,
        Words(
            "회의가 미뤄진 동안에도 약속을 지켜 온 두 도시의 모든 담당자께 감사드립니다.\n\n"
            "미세먼지 핫라인은 이제 두 도시의 일상이 되었습니다. 서로의 자료를 같은 기준으로 견주어 볼 수 "
            "있게 되었고, 고농도 시기에는 먼저 알리고 함께 대응하였습니다.\n\n"
            "경제, 문화, 교육 분과도 새로운 방식으로 교류를 이어 왔습니다. 다음 전체회의에서는 이 경험을 "
            "바탕으로 앞으로 두 해의 약속을 정하고자 합니다.",
            "感谢在会议推迟期间依然信守承诺的两市全体工作人员。\n\n"
            "细颗粒物热线如今已成为两市的日常工作。我们能够按同一标准对照彼此的数据，在高浓度时段相互提前通"
            "报、共同应对。\n\n"
            "经济、文化和教育小组也以新的方式延续交流。在下次全体会议上，我们希望以这些经验为基础，商定今后"
            "两年的承诺事项。",
            "My thanks go to everybody in both cities who kept our promises while the meeting was put "
            "off.\n\n"
            "The fine dust hotline has become part of our daily work. We can now set our values side by "
            "side by the same standards, and on days of high concentrations we warned each other and acted "
            "together.\n\n"
            "The subcommittees for the economy, culture and education found new ways to stay in touch. At "
            "the next general meeting we wish to agree, from this experience, on what we promise for the "
            "next two years.",
        ),
    ),
)


def speak(cast: Cast) -> None:
    """Let each secretariat enter the message of its city."""
    for spoken in SPOKEN:
        write_foreword(
            by=cast.members[f"secretariat.{spoken.city}"],
            meeting=GeneralMeeting.objects.get(ordinal=spoken.meeting),
            is_illustrative=True,
            **spoken.name.columns("name"),
            **spoken.title.columns("title"),
            **spoken.text.columns("text"),
        )
