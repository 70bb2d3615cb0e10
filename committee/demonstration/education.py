"""What the education subcommittee agreed on 2018-03-19; the wording and the progress are invented."""

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

CAMPS = Undertaking(
    Words("청소년 캠프 초청 합의", "关于邀请参加青少年营的协议", "Agreement on invitations to youth camps"),
    Words(
        "상대 도시의 청소년을 청소년 캠프에 초청한다.",
        "邀请对方城市的青少年参加青少年营。",
        "Invite young people of the other city to youth camps.",
    ),
    Words("청소년 캠프", "青少年营", "Youth camps"),
    day("2020-08-31"),
    (
        Step(Words("서울 캠프", "首尔营", "Camp in Seoul"), day("2018-08-31")),
        Step(Words("베이징 캠프", "北京营", "Camp in Beijing"), day("2019-08-31")),
        Step(Words("2020년 캠프", "2020年营", "Camp of 2020"), day("2020-08-31")),
    ),
    Measure(
        Words("참가 청소년", "参加的青少年", "Young people taking part"),
        Words("명", "人", "persons"),
        Rule.SUM,
        "90",
        day("2020-08-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "베이징 청소년 30명이 서울 캠프에 참가하였다.",
                "北京的30名青少年参加了首尔营。",
                "Thirty young people of Beijing came to the camp in Seoul.",
            ),
            value="30",
            done=((0, day("2018-08-10")),),
        ),
        Told(
            BEIJING,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "서울 청소년 28명이 베이징 캠프에 참가하였다.",
                "首尔的28名青少年参加了北京营。",
                "Twenty-eight young people of Seoul came to the camp in Beijing.",
            ),
            value="28",
            done=((1, day("2019-08-09")),),
        ),
        Told(
            SEOUL,
            YEAR_2020,
            Course.LATE,
            Words(
                "2020년 캠프는 열리지 못하였다.",
                "2020年营未能举办。",
                "The camp of 2020 could not be held.",
            ),
            dictated=True,
            answer=Answer.SUBMITTED,
        ),
    ),
)

MATCHING = Undertaking(
    Words(
        "청소년 1:1 매칭 역사·문화 탐방 합의",
        "关于青少年一对一结对历史文化探访的协议",
        "Agreement on 1:1 youth matching for historical and cultural exploration",
    ),
    Words(
        "양 시 청소년을 1:1로 매칭하여 역사·문화 탐방을 함께한다.",
        "两市青少年一对一结对，共同开展历史文化探访。",
        "Match young people of both cities 1:1 for historical and cultural exploration.",
    ),
    Words("청소년 1:1 매칭 탐방", "青少年一对一结对探访", "1:1 youth matching"),
    day("2019-12-31"),
    (Step(Words("첫 탐방", "首次探访", "First exploration"), day("2019-07-31")),),
    Measure(
        Words("매칭된 청소년", "结对数", "Pairs matched"),
        Words("쌍", "对", "pairs"),
        Rule.SUM,
        "40",
        day("2020-12-31"),
    ),
    (
        Told(
            BEIJING,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "20쌍이 경복궁과 자금성을 차례로 탐방하였다.",
                "20对青少年先后探访了景福宫和故宫。",
                "Twenty pairs explored Gyeongbokgung and the Forbidden City in turn.",
            ),
            value="20",
            done=((0, day("2019-07-26")),),
        ),
        Told(
            BEIJING,
            YEAR_2020,
            Course.AT_RISK,
            Words(
                "편지 교환으로 교류를 이어 가고 있다.",
                "目前以通信方式继续交流。",
                "The pairs go on by writing letters.",
            ),
            answer=Answer.DRAFT,
        ),
    ),
)

POLICY = Undertaking(
    Words(
        "교육 정책 공유 체계 구축 합의",
        "关于建立教育政策共享机制的协议",
        "Agreement on a system to share educational policy",
    ),
    Words(
        "양 시의 교육 정책을 공유하는 체계를 만든다.",
        "建立两市教育政策共享机制。",
        "Set up a system to share educational policy.",
    ),
    Words("교육 정책 공유 체계", "教育政策共享机制", "System to share educational policy"),
    day("2019-12-31"),
    (
        Step(Words("담당 부서 지정", "指定主管部门", "Units in charge named"), day("2018-09-30")),
        Step(Words("첫 정책 자료집", "首册政策资料汇编", "First collection of policies"), day("2019-12-31")),
    ),
    Measure(
        Words("공유한 정책", "已共享政策", "Policies shared"),
        Words("건", "项", "policies"),
        Rule.SUM,
        "30",
        day("2020-12-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "담당 부서를 지정하고 정책 8건을 공유하였다.",
                "已指定主管部门，共享政策8项。",
                "The units in charge are named and eight policies were shared.",
            ),
            value="8",
            done=((0, day("2018-09-17")),),
        ),
        Told(
            SEOUL,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "첫 자료집을 발간하고 정책 14건을 공유하였다.",
                "发布首册资料汇编，共享政策14项。",
                "The first collection came out; fourteen policies were shared.",
            ),
            Words("자료집을 온라인에 올린다.", "将资料汇编上线。", "Put the collection online."),
            value="14",
            done=((1, day("2019-12-11")),),
        ),
    ),
    kept_on=day("2019-12-11"),
)

JOB_CENTER = Undertaking(
    Words(
        "서울시 청소년 직업체험센터 소개 합의",
        "关于介绍首尔市青少年职业体验中心的协议",
        "Agreement on introducing Seoul's Youth Job Experience Center",
    ),
    Words(
        "서울시 청소년 직업체험센터를 베이징에 소개한다.",
        "向北京介绍首尔市青少年职业体验中心。",
        "Introduce Seoul's Youth Job Experience Center to Beijing.",
    ),
    Words(
        "청소년 직업체험센터 소개", "介绍青少年职业体验中心", "Introducing the Youth Job Experience Center"
    ),
    day("2019-06-30"),
    (
        Step(
            Words("베이징 대표단 방문", "北京代表团参访", "Visit of a delegation of Beijing"),
            day("2019-06-30"),
        ),
    ),
    Measure(
        Words("방문 교육 관계자", "参访教育工作者", "Educators who visited"),
        Words("명", "人", "persons"),
        Rule.SUM,
        "20",
        day("2020-12-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2019,
            Course.LATE,
            Words(
                "운영 자료를 보냈으나 대표단 방문은 미루어졌다.",
                "已寄送运营资料，但代表团参访推迟。",
                "The material on how it is run was sent, but the delegation's visit was put off.",
            ),
            Words("방문 일정을 다시 협의한다.", "另行商定参访日期。", "Agree on another date."),
            answer=Answer.DIFFERING,
            statement=Words(
                "방문은 양측 합의로 연기하였으며 자료 교환은 계획대로 진행되고 있다.",
                "参访系双方商定延期，资料交换按计划进行。",
                "Both sides agreed to put the visit off; the exchange of material goes on as planned.",
            ),
            statement_course=Course.ON_TRACK,
            value="0",
        ),
    ),
    promised_by=SEOUL,
)

EDUCATION = Chapter(
    "education",
    Words("서울특별시 평생교육국", "首尔特别市终身教育局", "Lifelong Education Bureau, Seoul"),
    Words("베이징시 교육위원회", "北京市教育委员会", "Beijing Municipal Education Commission"),
    (CAMPS, MATCHING, POLICY, JOB_CENTER),
)
