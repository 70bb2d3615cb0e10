"""The fine dust hotline agreed on 2018-03-19; wording and progress are invented."""

from committee.demonstration.story import (
    BEIJING,
    SEOUL,
    Answer,
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

ALERTS_GIVEN = Words(
    "양 시는 고농도 예보를 전날 17시까지 주고받기로 하고, 시범 운영에서 12건을 통보하였다.",
    "两市约定于前一日17时前互通重污染预报，试运行期间共通报12次。",
    "Both cities agreed to exchange forecasts of high fine dust by 17:00 the day before; 12 were "
    "exchanged in "
    "the trial.",
)

HOTLINE = Undertaking(
    Words("미세먼지 핫라인 설치 합의", "关于设立细颗粒物热线的协议", "Agreement on a fine dust hotline"),
    Words(
        "각 시에 고정 연락관을 두고 대기질 정보를 상시 교환하는 미세먼지 핫라인을 운영한다.",
        "两市各设固定联络员，开通细颗粒物热线，经常交换空气质量信息。",
        "Run a fine dust hotline with a fixed liaison officer in each city, and exchange air-quality "
        "data over it.",
    ),
    Words("미세먼지 핫라인", "细颗粒物热线", "Fine dust hotline"),
    day("2018-12-31"),
    (
        Step(Words("양 시 연락관 지정", "双方指定联络员", "Liaison officers named"), day("2018-06-30")),
        Step(
            Words("시간별 자료 교환 개시", "开始交换小时数据", "Exchange of hourly data begins"),
            day("2018-12-31"),
        ),
        Step(
            Words("예·경보 공유 절차 합의", "商定预报预警共享程序", "Procedure for sharing alerts agreed"),
            day("2020-06-30"),
        ),
    ),
    Measure(
        Words(
            "핫라인으로 통보한 고농도 예보", "经热线通报的重污染预报", "Forecasts of high fine dust exchanged"
        ),
        Words("건", "次", "forecasts"),
        Rule.SUM,
        "60",
        day("2021-05-31"),
    ),
    (
        Told(
            SEOUL,
            YEAR_2018,
            Course.ON_TRACK,
            Words(
                "양 시의 연락관을 지정하고 6월부터 시간별 자료를 교환하였다.",
                "双方已指定联络员，自6月起交换小时数据。",
                "Both liaison officers are named; hourly data have been exchanged since June.",
            ),
            Words("예보 공유를 시범 운영한다.", "试行预报共享。", "Sharing of forecasts will be tried out."),
            value="10",
            done=((0, day("2018-05-15")), (1, day("2018-06-11"))),
            correction=Told(
                SEOUL,
                YEAR_2018,
                Course.ON_TRACK,
                Words(
                    "양 시의 연락관을 지정하고 6월부터 시간별 자료를 교환하였다. 통보 건수를 10건에서 "
                    "12건으로 바로잡는다.",
                    "双方已指定联络员，自6月起交换小时数据。通报次数由10次更正为12次。",
                    "Both liaison officers are named; hourly data have been exchanged since June. The "
                    "number of "
                    "forecasts is corrected from 10 to 12.",
                ),
                Words(
                    "예보 공유를 시범 운영한다.", "试行预报共享。", "Sharing of forecasts will be tried out."
                ),
                value="12",
                done=((0, day("2018-05-15")), (1, day("2018-06-11"))),
            ),
        ),
        Told(BEIJING, YEAR_2019, Course.ON_TRACK, ALERTS_GIVEN, value="18"),
        Told(
            SEOUL,
            YEAR_2020,
            Course.AT_RISK,
            Words(
                "자료 교환은 끊김 없이 이어졌으나, 예·경보 공유 절차의 서명이 미루어졌다.",
                "数据交换未曾中断，但预报预警共享程序的签署有所推迟。",
                "Data went on being exchanged without a break, but signing the procedure for alerts was "
                "put off.",
            ),
            Words(
                "화상회의로 절차를 확정한다.", "通过视频会议商定程序。", "Settle the procedure by video call."
            ),
            answer=Answer.SUBMITTED,
            value="15",
        ),
    ),
    kept_on=day("2018-12-31"),
    linked_to_air=True,
)
