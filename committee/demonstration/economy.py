"""What the economy subcommittee agreed on 2018-03-19; the wording and the progress are invented."""

from committee.demonstration.story import (
    BEIJING,
    SEOUL,
    Answer,
    Chapter,
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

YEAR_2018 = day("2018-03-20"), day("2018-12-31")
YEAR_2019 = day("2019-01-01"), day("2019-12-31")
YEAR_2020 = day("2020-01-01"), day("2020-12-31")

INVESTMENT = Undertaking(
    Words("창업 투자 촉진 합의", "关于促进创业投资的协议", "Agreement on promoting start-up investments"),
    Words(
        "양 시 창업기업에 대한 투자를 함께 촉진한다.",
        "共同促进对两市初创企业的投资。",
        "Promote investments in start-ups of both cities together.",
    ),
    Words("창업 투자 촉진", "促进创业投资", "Promotion of start-up investments"),
    day("2020-12-31"),
    (
        Step(Words("공동 투자설명회", "联合投资推介会", "Joint investors' day"), day("2018-11-30")),
        Step(
            Words("투자자 명부 교환", "交换投资机构名录", "Lists of investors exchanged"), day("2019-06-30")
        ),
    ),
    Measure(
        Words("투자 상담", "投资洽谈", "Talks with investors"),
        Words("건", "场", "talks"),
        Rule.SUM,
        "100",
        day("2021-05-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "공동 투자설명회에 창업기업 24개사가 참가하여 38건을 상담하였다.",
                "24家初创企业参加联合投资推介会，进行了38场洽谈。",
                "Twenty-four start-ups came to the joint investors' day and held 38 talks.",
            ),
            Words("투자자 명부를 정리한다.", "整理投资机构名录。", "Draw up the lists of investors."),
            value="38",
            done=((0, day("2018-11-14")),),
        ),
        Told(
            BEIJING,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "투자자 명부를 교환하고 41건을 상담하였다.",
                "双方交换了投资机构名录，进行了41场洽谈。",
                "Lists of investors were exchanged and 41 talks held.",
            ),
            value="41",
            done=((1, day("2019-06-21")),),
        ),
    ),
)

NETWORK = Undertaking(
    Words("창업 지원 네트워크 합의", "关于创业支持网络的协议", "Agreement on start-up support networking"),
    Words(
        "양 시 창업 지원 기관 사이에 네트워크를 만든다.",
        "建立两市创业支持机构之间的网络。",
        "Build a network between the start-up support organisations of both cities.",
    ),
    Words("창업 지원 네트워크", "创业支持网络", "Start-up support networking"),
    day("2019-12-31"),
    (
        Step(Words("참여 기관 확정", "确定参与机构", "Members of the network settled"), day("2018-12-31")),
        Step(
            Words("창업 보육 공간 상호 제공", "互相提供孵化空间", "Desks offered to each other"),
            day("2020-12-31"),
        ),
    ),
    Measure(
        Words("참여 기관", "参与机构", "Organisations in the network"),
        Words("곳", "家", "organisations"),
        Rule.LAST,
        "12",
        day("2020-12-31"),
    ),
    (
        Told(
            BEIJING,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "양 시의 창업 지원 기관 8곳이 참여하기로 하였다.",
                "两市共有8家创业支持机构确认参与。",
                "Eight organisations of both cities have joined.",
            ),
            value="8",
            done=((0, day("2018-12-07")),),
        ),
        Told(
            BEIJING,
            YEAR_2020,
            Course.LATE,
            Words(
                "창업 보육 공간 상호 제공은 시작하지 못하였다.",
                "互相提供孵化空间一事尚未启动。",
                "Offering desks to each other has not begun.",
            ),
            Words("온라인 상담으로 대신한다.", "以线上咨询代替。", "Advice will be given online instead."),
            answer=Answer.SUBMITTED,
            value="9",
        ),
    ),
)

TRADE_FAIR = Undertaking(
    Words("박람회 교류 합의", "关于展会交流的协议", "Agreement on trade fair exchange"),
    Words(
        "양 시에서 열리는 박람회에 서로 참가한다.",
        "互相参加在对方城市举办的展会。",
        "Take part in the trade fairs held in each other's city.",
    ),
    Words("박람회 교류", "展会交流", "Trade fair exchange"),
    day("2021-05-31"),
    (
        Step(Words("서울 박람회 참가", "参加首尔展会", "Fair in Seoul attended"), day("2018-12-31")),
        Step(Words("베이징 박람회 참가", "参加北京展会", "Fair in Beijing attended"), day("2019-12-31")),
    ),
    Measure(
        Words("참가 기업", "参展企业", "Companies taking part"),
        Words("개사", "家", "companies"),
        Rule.SUM,
        "80",
        day("2021-05-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "두 박람회에 총 47개사가 참가하였다.",
                "两场展会共有47家企业参展。",
                "Forty-seven companies took part in the two fairs.",
            ),
            value="47",
            done=((0, day("2018-10-26")), (1, day("2019-05-31"))),
        ),
        Told(
            SEOUL,
            YEAR_2020,
            Course.AT_RISK,
            Words(
                "대면 박람회가 취소되어 온라인 참가를 검토하고 있다.",
                "线下展会取消，正在研究线上参展。",
                "The fairs were called off; taking part online is being looked at.",
            ),
            answer=Answer.DRAFT,
        ),
    ),
)

CHALLENGE = Undertaking(
    Words(
        "‘서울 글로벌 챌린지’ 중국 선도기업 초청 합의",
        "关于邀请中国领军企业参加“首尔全球挑战赛”的协议",
        "Agreement on inviting leading companies of China to the “Seoul Global Challenge”",
    ),
    Words(
        "‘서울 글로벌 챌린지’에 중국 선도기업을 초청한다.",
        "邀请中国领军企业参加“首尔全球挑战赛”。",
        "Invite leading companies of China to the “Seoul Global Challenge” programme.",
    ),
    Words("‘서울 글로벌 챌린지’ 초청", "“首尔全球挑战赛”邀请", "Invitations to the “Seoul Global Challenge”"),
    day("2019-12-31"),
    (Step(Words("초청장 발송", "发出邀请函", "Invitations sent"), day("2019-04-30")),),
    Measure(
        Words("초청 기업", "受邀企业", "Companies invited"),
        Words("개사", "家", "companies"),
        Rule.SUM,
        "10",
        day("2019-12-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2019,
            Course.DONE,
            Words(
                "중국 기업 11개사를 초청하였고 6개사가 참가하였다.",
                "共邀请11家中国企业，其中6家参赛。",
                "Eleven companies of China were invited and six took part.",
            ),
            value="11",
            done=((0, day("2019-04-12")),),
        ),
    ),
    kept_on=day("2019-12-13"),
    promised_by=SEOUL,
    state=ProjectState.COMPLETED,
    ends_on=day("2019-12-31"),
)

ECONOMY = Chapter(
    "economy",
    Words("서울산업진흥원", "首尔产业振兴院", "Seoul Business Agency"),
    Words("베이징시 상무국", "北京市商务局", "Beijing Municipal Commerce Bureau"),
    (INVESTMENT, NETWORK, TRADE_FAIR, CHALLENGE),
)
