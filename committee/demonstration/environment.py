"""What the environment subcommittee agreed on 2018-03-19; the wording and the progress are invented."""

from committee.demonstration.hotline import HOTLINE
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

RESEARCH_GROUP = Undertaking(
    Words(
        "제1기 대기질 개선 공동연구단 구성 합의",
        "关于成立首届空气质量改善联合研究团的协议",
        "Agreement on the first Air-quality Improvement Joint Research Group",
    ),
    Words(
        "양 시 연구기관에서 각 5명이 참여하는 제1기 대기질 개선 공동연구단을 구성한다.",
        "两市研究院各派五名研究人员，成立首届空气质量改善联合研究团。",
        "Form the first Air-quality Improvement Joint Research Group of five researchers of each city's "
        "institute.",
    ),
    Words("대기질 개선 공동연구단", "空气质量改善联合研究团", "Air-quality Improvement Joint Research Group"),
    day("2018-12-31"),
    (
        Step(Words("연구원 10명 위촉", "聘任十名研究人员", "Ten researchers appointed"), day("2018-09-30")),
        Step(
            Words("공동 연구보고서 발간", "发布联合研究报告", "Joint research report published"),
            day("2020-12-31"),
        ),
    ),
    Measure(
        Words("참여 연구원", "参与研究人员", "Researchers taking part"),
        Words("명", "人", "persons"),
        Rule.LAST,
        "10",
        day("2018-12-31"),
    ),
    (
        Told(
            BEIJING,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "양 시 연구기관에서 5명씩 총 10명을 위촉하였다.",
                "两市研究院各聘任5人，共10人。",
                "Five researchers of each institute were appointed, ten in all.",
            ),
            value="10",
            done=((0, day("2018-09-12")),),
        ),
        Told(
            SEOUL,
            YEAR_2020,
            Course.ON_TRACK,
            Words(
                "보고서 초안을 완성하였으며 검토만 남았다.",
                "报告初稿已完成，仅待审阅。",
                "The draft of the report is finished; only the review remains.",
            ),
        ),
        Told(
            BEIJING,
            YEAR_2020,
            Course.LATE,
            Words(
                "측정값 비교 장이 아직 빠져 있어 보고서 발간이 지연되고 있다고 본다.",
                "监测数据比对一章尚缺，我方认为报告进度滞后。",
                "The chapter comparing measurements is still missing; in our view the report is late.",
            ),
            answer=Answer.SUBMITTED,
        ),
    ),
    kept_on=day("2018-09-12"),
)

FORUM = Undertaking(
    Words(
        "서울-베이징 대기질 개선 포럼 정례 개최 합의",
        "关于定期举办首尔—北京空气质量改善论坛的协议",
        "Agreement on regular Seoul-Beijing Air-quality Improvement Forums",
    ),
    Words(
        "서울-베이징 대기질 개선 포럼을 정기적으로 개최한다.",
        "定期举办首尔—北京空气质量改善论坛。",
        "Hold Seoul-Beijing Air-quality Improvement Forums regularly.",
    ),
    Words(
        "서울-베이징 대기질 개선 포럼",
        "首尔—北京空气质量改善论坛",
        "Seoul-Beijing Air-quality Improvement Forum",
    ),
    day("2021-05-31"),
    (
        Step(Words("2018년 포럼", "2018年论坛", "Forum of 2018"), day("2018-11-30")),
        Step(Words("2019년 포럼", "2019年论坛", "Forum of 2019"), day("2019-11-30")),
        Step(Words("2020년 포럼", "2020年论坛", "Forum of 2020"), day("2020-11-30")),
    ),
    Measure(
        Words("포럼 참석자", "论坛参会人数", "Participants of the forums"),
        Words("명", "人", "persons"),
        Rule.SUM,
        "450",
        day("2021-05-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "2018년과 2019년 포럼을 열어 310명이 참석하였다.",
                "2018年、2019年论坛如期举办，共310人参会。",
                "The forums of 2018 and 2019 were held with 310 participants.",
            ),
            Words("2020년 주제를 정한다.", "确定2020年议题。", "Agree on the topic of 2020."),
            value="310",
            done=((0, day("2018-11-08")), (1, day("2019-10-24"))),
        ),
        Told(
            BEIJING,
            YEAR_2020,
            Course.LATE,
            Words(
                "2020년 포럼은 열리지 못하였다.",
                "2020年论坛未能举办。",
                "The forum of 2020 could not be held.",
            ),
            Words("온라인 개최를 제안한다.", "建议改为线上举办。", "We propose to hold it online."),
            answer=Answer.SUBMITTED,
        ),
    ),
)

TRAINING = Undertaking(
    Words(
        "환경 공무원 교차 연수 합의",
        "关于环境部门公务员互访培训的协议",
        "Agreement on alternating training for environment officials",
    ),
    Words(
        "환경 분야 공무원 연수를 양 시가 번갈아 실시한다.",
        "两市轮流举办环境部门公务员培训。",
        "Train environment officials alternately in each city.",
    ),
    Words(
        "환경 공무원 교차 연수", "环境部门公务员互访培训", "Alternating training for environment officials"
    ),
    day("2020-12-31"),
    (
        Step(Words("서울 연수", "首尔培训", "Training in Seoul"), day("2018-12-31")),
        Step(Words("베이징 연수", "北京培训", "Training in Beijing"), day("2019-12-31")),
    ),
    Measure(
        Words("연수 참가 공무원", "参训公务员", "Officials trained"),
        Words("명", "人", "persons"),
        Rule.SUM,
        "40",
        day("2020-12-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "베이징시 공무원 14명이 서울에서 연수를 받았다.",
                "北京市14名公务员在首尔参加了培训。",
                "Fourteen officials of Beijing were trained in Seoul.",
            ),
            value="14",
            done=((0, day("2018-10-19")),),
        ),
        Told(
            BEIJING,
            YEAR_2019,
            Course.ON_TRACK,
            Words(
                "서울시 공무원 12명이 베이징에서 연수를 받았다.",
                "首尔市12名公务员在北京参加了培训。",
                "Twelve officials of Seoul were trained in Beijing.",
            ),
            answer=Answer.RETURNED,
            comment="참가자 명단에는 11명입니다. 인원을 확인해 주십시오. / 名单上为11人，请核对人数。",
            value="12",
            done=((1, day("2019-09-06")),),
        ),
    ),
)

WORKSHOP = Undertaking(
    Words(
        "미세먼지·휘발성유기화합물 워크숍 개최 합의",
        "关于举办细颗粒物与挥发性有机物研讨会的协议",
        "Agreement on a workshop on fine dust and VOC",
    ),
    Words(
        "전체회의 다음 날 미세먼지와 휘발성유기화합물(VOC) 워크숍을 연다.",
        "在全体会议次日举办细颗粒物与挥发性有机物（VOC）研讨会。",
        "Hold a workshop on fine dust and VOC the day after the general meeting.",
    ),
    Words("미세먼지·VOC 워크숍", "细颗粒物与VOC研讨会", "Workshop on fine dust and VOC"),
    day("2018-03-20"),
    (Step(Words("워크숍 개최", "举办研讨会", "Workshop held"), day("2018-03-20")),),
    None,
    (
        Told(
            SEOUL,
            (day("2018-03-20"), day("2018-03-31")),
            Course.DONE,
            Words(
                "3월 20일 서울에서 워크숍을 열었다. 발표 자료를 교환하였다.",
                "研讨会于3月20日在首尔举行，双方交换了报告材料。",
                "The workshop was held in Seoul on 20 March; the papers were exchanged.",
            ),
            done=((0, day("2018-03-20")),),
        ),
    ),
    kept_on=day("2018-03-20"),
    expired_on=day("2018-03-20"),
    state=ProjectState.COMPLETED,
    ends_on=day("2018-03-20"),
)

ENVIRONMENT = Chapter(
    "environment",
    Words("서울특별시 기후환경본부", "首尔特别市气候环境本部", "Climate and Environment Headquarters, Seoul"),
    Words("베이징시 생태환경국", "北京市生态环境局", "Beijing Municipal Ecology and Environment Bureau"),
    (HOTLINE, RESEARCH_GROUP, FORUM, TRAINING, WORKSHOP),
)
