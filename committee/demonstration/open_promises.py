"""Promises of the environment MOU that stand otherwise than those of the four subcommittees; all invented."""

from committee.agreements.models import Agreement
from committee.commitments.models import Commitment
from committee.demonstration.cast import Cast
from committee.demonstration.environment import ENVIRONMENT
from committee.demonstration.story import ProjectState, Step, Undertaking, Words, day
from committee.demonstration.undertakings import DUE_IS_ILLUSTRATIVE, carry_out
from committee.history.actions import keep_new

NOTHING_AGREED = Words("", "", "")

OZONE = Words(
    "여름철 오존에 관한 공동 세미나를 개최한다",
    "举办夏季臭氧联合研讨会",
    "Hold a joint seminar on ozone in summer",
)
VISITS_OF_2020 = Words(
    "2020년 측정소 담당자 상호 방문을 실시한다",
    "2020年互派监测站人员访问",
    "Let the staff of monitoring stations visit each other in 2020",
)
SMALL_WORKPLACES = Undertaking(
    NOTHING_AGREED,
    Words(
        "소규모 사업장의 배출 저감 사례를 서로 알린다.",
        "相互通报小型企业减排案例。",
        "Tell each other how small workplaces emit less.",
    ),
    Words("소규모 사업장 저감 사례 교환", "小型企业减排案例交流", "Cases of small workplaces"),
    None,
    (Step(Words("사례집 초안", "案例集初稿", "Draft of the cases"), day("2019-12-31")),),
    None,
    (),
    starts_on=day("2019-03-01"),
)
TEN_YEARS = Undertaking(
    NOTHING_AGREED,
    Words(
        "대기질 협력의 성과를 함께 정리하여 2033년에 발간한다.",
        "共同总结空气质量合作成果，于2033年发布。",
        "Review the work on clean air together and publish the review in 2033.",
    ),
    Words("대기질 협력 성과 정리", "空气质量合作成果总结", "Joint review of the work on clean air"),
    day("2033-04-22"),
    (Step(Words("목차 합의", "商定目录", "Contents agreed"), day("2032-06-30")),),
    None,
    (),
    state=ProjectState.PLANNED,
    starts_on=day("2032-01-01"),
    ends_on=day("2033-04-22"),
)


def leave_open(cast: Cast, memorandum: Agreement) -> None:
    """Enter one promise without a project, one released, one of which nothing is heard, one far ahead."""
    _promise(cast, memorandum, OZONE)
    _promise(
        cast,
        memorandum,
        VISITS_OF_2020,
        state=Commitment.State.RELEASED,
        settled_on=day("2020-05-29"),
    )
    for undertaking in (SMALL_WORKPLACES, TEN_YEARS):
        commitment = _promise(cast, memorandum, undertaking.promise.as_title(), due_on=undertaking.due_on)
        carry_out(cast, "environment", undertaking, [commitment], ENVIRONMENT)


def _promise(cast: Cast, agreement: Agreement, title: Words, **fields: object) -> Commitment:
    commitment = Commitment(
        agreement=agreement,
        subcommittee=cast.subcommittees["environment"],
        is_illustrative=True,
        **title.columns("title"),
        **DUE_IS_ILLUSTRATIVE.columns("description"),
        **fields,
    )
    return keep_new(by=cast.secretariat, record=commitment)
