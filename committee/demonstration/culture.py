"""What the culture and tourism subcommittee agreed on 2018-03-19; wording and progress are invented."""

from committee.demonstration.story import (
    BEIJING,
    SEOUL,
    Answer,
    Chapter,
    Course,
    Measure,
    Rule,
    Step,
    Told,
    Undertaking,
    Words,
    day,
)

YEAR_2018 = day("2018-03-20"), day("2018-12-31")
YEAR_2019 = day("2019-01-01"), day("2019-12-31")
YEAR_2020 = day("2020-01-01"), day("2020-12-31")

ACCN = Undertaking(
    Words(
        "아시아 도시 문화 네트워크(ACCN) 협력 합의",
        "关于亚洲城市文化网络（ACCN）合作的协议",
        "Agreement on the Asian City Cultural Network (ACCN)",
    ),
    Words(
        "아시아 도시 문화 네트워크(ACCN)에서 협력한다.",
        "在亚洲城市文化网络（ACCN）框架内开展合作。",
        "Work together in the Asian City Cultural Network (ACCN).",
    ),
    Words(
        "아시아 도시 문화 네트워크(ACCN)", "亚洲城市文化网络（ACCN）", "Asian City Cultural Network (ACCN)"
    ),
    day("2020-12-31"),
    (
        Step(Words("실무자 회의", "工作会议", "Working meeting"), day("2018-12-31")),
        Step(Words("공동 문화행사", "联合文化活动", "Joint cultural event"), day("2019-10-31")),
    ),
    Measure(
        Words("참여 도시", "参与城市", "Cities taking part"),
        Words("개", "个", "cities"),
        Rule.LAST,
        "10",
        day("2020-12-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "실무자 회의에 6개 도시가 참여하였다.",
                "6个城市参加了工作会议。",
                "Six cities came to the working meeting.",
            ),
            value="6",
            done=((0, day("2018-11-22")),),
        ),
        Told(
            BEIJING,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "공동 문화행사를 열었고 참여 도시는 9개로 늘었다.",
                "联合文化活动如期举办，参与城市增至9个。",
                "The joint cultural event was held; nine cities take part now.",
            ),
            Words("신규 도시를 초청한다.", "邀请新的城市加入。", "Invite further cities."),
            value="9",
            done=((1, day("2019-10-18")),),
        ),
    ),
)

EVENTS = Undertaking(
    Words(
        "대형 국제행사 공동 홍보 합의",
        "关于在大型国际活动中联合推介两市的协议",
        "Agreement on promoting the cities for large international events",
    ),
    Words(
        "대형 국제행사를 계기로 두 도시를 함께 홍보한다.",
        "借大型国际活动之机共同推介两座城市。",
        "Promote the cities together for large international events.",
    ),
    Words("대형 국제행사 도시 홍보", "大型国际活动城市推介", "Promotion for large international events"),
    day("2021-05-31"),
    (Step(Words("공동 홍보물 제작", "制作联合宣传品", "Joint material produced"), day("2019-12-31")),),
    Measure(
        Words("홍보 행사", "推介活动", "Promotion events"),
        Words("회", "场", "events"),
        Rule.SUM,
        "8",
        day("2021-05-31"),
    ),
    (
        Told(
            BEIJING,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "상대 도시에서 홍보 행사를 3회 열었다.",
                "在对方城市举办了3场推介活动。",
                "Three promotion events were held in the other city.",
            ),
            value="3",
        ),
        Told(
            SEOUL,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "공동 홍보물을 제작하고 행사를 4회 열었다.",
                "制作了联合宣传品，并举办4场活动。",
                "Joint material was produced and four events held.",
            ),
            answer=Answer.RETURNED,
            comment="11月的活动应单独列出，请补充日期。 / 11월 행사를 따로 적고 날짜를 보완해 주십시오.",
            value="4",
        ),
    ),
)

OLYMPICS = Undertaking(
    Words(
        "2022 베이징 동계올림픽 관광상품 개발 합의",
        "关于开发2022年北京冬奥会旅游产品的协议",
        "Agreement on tourist goods for the 2022 Beijing Winter Olympics",
    ),
    Words(
        "2022 베이징 동계올림픽과 연계한 관광상품을 함께 개발한다.",
        "共同开发与2022年北京冬奥会相结合的旅游产品。",
        "Develop tourist goods for the 2022 Beijing Winter Olympics together.",
    ),
    Words("2022 동계올림픽 관광상품", "2022年冬奥会旅游产品", "Tourist goods for the 2022 Winter Olympics"),
    day("2022-02-04"),
    (
        Step(Words("상품 기획안", "产品方案", "Plan of the goods"), day("2019-12-31")),
        Step(Words("판매 개시", "开始销售", "Sale begins"), day("2021-10-31")),
    ),
    Measure(
        Words("개발 상품", "已开发产品", "Goods developed"),
        Words("종", "种", "goods"),
        Rule.LAST,
        "20",
        day("2021-10-31"),
    ),
    (
        Told(
            BEIJING,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "상품 기획안을 완성하고 견본 5종을 제작하였다.",
                "产品方案已完成，制作了5种样品。",
                "The plan is finished and five samples were made.",
            ),
            value="5",
            done=((0, day("2019-12-05")),),
        ),
        Told(
            BEIJING,
            YEAR_2020,
            Course.AT_RISK,
            Words(
                "견본은 9종으로 늘었으나 여행 수요를 예측하기 어렵다.",
                "样品增至9种，但旅游需求难以预计。",
                "There are nine samples, but the demand for travel is hard to foresee.",
            ),
            answer=Answer.DIFFERING,
            statement=Words(
                "견본 9종은 계획을 앞선 것이며 수요는 여행이 재개된 뒤에 판단한다.",
                "9种样品已超过计划，需求待旅游恢复后再作判断。",
                "Nine samples are more than planned; demand is judged once people travel again.",
            ),
            statement_course=Course.ON_TRACK,
            value="9",
        ),
    ),
)

CULTURE = Chapter(
    "culture",
    Words("서울특별시 관광체육국", "首尔特别市观光体育局", "Tourism and Sports Bureau, Seoul"),
    Words("베이징시 문화여유국", "北京市文化和旅游局", "Beijing Municipal Bureau of Culture and Tourism"),
    (ACCN, EVENTS, OLYMPICS),
)
