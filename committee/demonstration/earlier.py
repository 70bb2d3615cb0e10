"""What the cities had agreed before the third general meeting, so that its report has something to tell.

Public are the founding in 2013 and the environment team of 2015-11-04; the rest is invented.
"""

from committee.demonstration.story import (
    BEIJING,
    SEOUL,
    Course,
    Measure,
    ProjectState,
    Rule,
    Step,
    Told,
    Undertaking,
    Words,
    day,
)

FOUNDED_ON = day("2013-04-22")
TEAM_AGREED_ON = day("2015-11-04")

FOUNDING_AGREEMENT = Words(
    "서울-베이징 통합위원회 설립 합의",
    "关于设立首尔—北京混合委员会的协议",
    "Agreement to found the Seoul-Beijing Joint Committee",
)
FOUNDING_TEXT = Words(
    "2013년, 자매결연 20주년을 맞아 서울-베이징 통합위원회를 설립하였다. 서명한 날짜와 장소는 예시이다.",
    "2013年，值两市结为友好城市20周年之际，设立首尔—北京混合委员会。签署日期和地点为示例。",
    "In 2013, the 20th year of the sister cities, the Seoul-Beijing Joint Committee was founded. "
    "The day and place of signing are illustrative.",
)


TEAM = Undertaking(
    Words("환경팀 신설 합의", "关于设立环境组的协议", "Agreement to set up the environment team"),
    Words(
        "통합위원회에 환경팀을 두고 대기질 협력을 준비한다.",
        "在混合委员会内设立环境组，筹备空气质量合作。",
        "Set up an environment team in the joint committee and prepare the cooperation on air quality.",
    ),
    Words("환경팀 신설과 운영", "环境组的设立与运行", "Setting up the environment team"),
    day("2016-06-30"),
    (
        Step(Words("팀장 지정", "指定组长", "Co-leads named"), day("2016-03-31")),
        Step(
            Words("환경 MOU 문안 협의", "磋商环境备忘录文本", "Text of the environment MOU negotiated"),
            day("2018-02-28"),
        ),
    ),
    Measure(
        Words("실무 협의", "工作磋商", "Working-level talks"),
        Words("회", "次", "talks"),
        Rule.SUM,
        "6",
        day("2018-03-19"),
        baseline_on=day("2015-11-04"),
    ),
    (
        Told(
            BEIJING,
            (day("2015-11-05"), day("2016-12-31")),
            Course.ON_TRACK,
            Words(
                "양 시의 공동팀장을 지정하고 실무 협의를 2회 가졌다.",
                "双方已指定共同组长，并举行了2次工作磋商。",
                "Both co-leads were named and two working-level talks held.",
            ),
            value="2",
            done=((0, day("2016-03-18")),),
        ),
        Told(
            SEOUL,
            (day("2017-01-01"), day("2018-02-28")),
            Course.DONE,
            Words(
                "실무 협의 4회를 거쳐 환경 분야 업무협약 문안에 합의하였다.",
                "经4次工作磋商，双方就环境领域备忘录文本达成一致。",
                "After four working-level talks the text of the environment MOU was agreed.",
            ),
            value="4",
            done=((1, day("2018-02-23")),),
        ),
    ),
    kept_on=day("2016-03-18"),
    state=ProjectState.COMPLETED,
    starts_on=day("2015-11-04"),
    ends_on=day("2018-03-19"),
)


def _preparation(field: Words, told: Told) -> Undertaking:
    """A subcommittee prepares what it will bring to the third general meeting; all invented."""
    return Undertaking(
        FOUNDING_AGREEMENT,
        Words(
            f"{field.ko} 분야의 협력 과제를 마련한다.",
            f"拟定{field.zh_hans}领域的合作项目。",
            f"Draw up what the cities will do together in {field.en}.",
        ),
        Words(
            f"{field.ko} 분야 협력 과제 준비",
            f"{field.zh_hans}领域合作项目筹备",
            f"Preparing the cooperation in {field.en}",
        ),
        day("2018-03-19"),
        (
            Step(
                Words("과제 목록 합의", "商定项目清单", "List of projects agreed"),
                day("2018-02-28"),
            ),
        ),
        Measure(
            Words("제안 과제", "提议项目", "Projects proposed"),
            Words("건", "项", "projects"),
            Rule.LAST,
            "3",
            day("2018-03-19"),
            baseline_on=day("2015-11-02"),
        ),
        (told,),
        kept_on=day("2018-03-19"),
        state=ProjectState.COMPLETED,
        starts_on=day("2016-01-01"),
        ends_on=day("2018-03-19"),
    )


def _list_agreed(city: str, number: int, agreed_on: str) -> Told:
    return Told(
        city,
        (day("2017-01-01"), day("2018-02-28")),
        Course.DONE,
        Words(
            f"제3차 전체회의에 올릴 과제 {number}건에 합의하였다.",
            f"双方商定向第三次全体会议提交{number}个项目。",
            f"Agreed on {number} projects to bring before the third general meeting.",
        ),
        value=str(number),
        done=((0, day(agreed_on)),),
    )


PREPARATIONS = {
    "economy": _preparation(Words("경제", "经济", "the economy"), _list_agreed(SEOUL, 4, "2018-02-20")),
    "culture": _preparation(
        Words("문화·관광", "文化旅游", "culture and tourism"), _list_agreed(BEIJING, 3, "2018-02-26")
    ),
    "education": _preparation(Words("교육", "教育", "education"), _list_agreed(SEOUL, 4, "2018-02-27")),
}
