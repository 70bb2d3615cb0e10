"""Each thing the cities agreed becomes an agreement, a commitment and a project."""

from typing import Any

from committee.agreements.actions import add_article, add_signature, create_agreement
from committee.agreements.models import Agreement, Article
from committee.commitments.models import Commitment
from committee.demonstration import earlier, memorandum
from committee.demonstration.cast import Cast
from committee.demonstration.environment import ENVIRONMENT
from committee.demonstration.happenings import shape_of
from committee.demonstration.holding import hold_events
from committee.demonstration.research import set_up_research
from committee.demonstration.story import BEIJING, SEOUL, Chapter, Undertaking, Words, day
from committee.demonstration.telling import tell
from committee.history.actions import keep_new
from committee.projects.actions import add_indicator, add_lead_organisation, add_milestone, create_project
from committee.projects.models import Project

AGREED_ON = day("2018-03-19")
PLACES = {SEOUL: Words("서울", "首尔", "Seoul"), BEIJING: Words("베이징", "北京", "Beijing")}

DUE_IS_ILLUSTRATIVE = Words(
    "기한과 상태는 예시이다.", "期限和状态为示例。", "The day due and the state are illustrative."
)
WORK_IS_ILLUSTRATIVE = Words(
    "기간, 담당 기관, 단계와 수치는 예시이다.",
    "期限、牵头单位、阶段和数据均为示例。",
    "Period, organisations, milestones and figures are illustrative.",
)
AGREED_AT_THE_THIRD = Words(
    "제3차 전체회의에서 합의한 사항이다. 발효일과 조문은 예시이다.",
    "第三次全体会议商定事项。生效日期和条文为示例。",
    "Agreed at the third general meeting. The day from which it is in force and its wording are "
    "illustrative.",
)
TEAM_AGREED = Words(
    "2015년 11월 4일 베이징에서 합의하였다. 발효일과 조문은 예시이다.",
    "2015年11月4日在北京商定。生效日期和条文为示例。",
    "Agreed in Beijing on 4 November 2015. The day from which it is in force and its wording are "
    "illustrative.",
)

INSIDE = Words("하천 수질 공동 조사", "河流水质联合调查", "Joint survey of river water")
INSIDE_SUMMARY = Words(
    "제안서를 작성하고 있다. 내용은 예시이다.",
    "正在编写建议书。内容为示例。",
    "The proposal is being written. The content is illustrative.",
)


def found(cast: Cast) -> None:
    """Enter the agreement of 2013 and what each subcommittee prepared after it."""
    agreement = _agree(
        cast,
        earlier.FOUNDING_AGREEMENT,
        earlier.FOUNDING_TEXT,
        Agreement.Kind.JOINT_DECLARATION,
        place=BEIJING,
        signed_on=earlier.FOUNDED_ON,
        is_illustrative=True,
    )
    for subcommittee, undertaking in earlier.PREPARATIONS.items():
        commitment = _promise(cast, subcommittee, agreement, None, undertaking)
        carry_out(cast, subcommittee, undertaking, [commitment])


def set_up_team(cast: Cast) -> None:
    """Enter what was agreed in Beijing on 2015-11-04."""
    agreement = _agree(
        cast,
        earlier.TEAM.agreement,
        TEAM_AGREED,
        Agreement.Kind.OTHER,
        place=BEIJING,
        signed_on=earlier.TEAM_AGREED_ON,
    )
    article = _write_article(cast, agreement, 1, earlier.TEAM.project, earlier.TEAM.promise)
    commitment = _promise(cast, "environment", agreement, article, earlier.TEAM)
    carry_out(cast, "environment", earlier.TEAM, [commitment], ENVIRONMENT)


def sign_memorandum(cast: Cast) -> Commitment:
    """Enter the environment MOU with its five articles; return the commitment to carry them out."""
    agreement = _agree(
        cast,
        memorandum.TITLE,
        memorandum.TEXT,
        Agreement.Kind.MOU,
        meeting=cast.meetings[3],
        signed_on=AGREED_ON,
        renewal=Agreement.Renewal.BY_AGREEMENT,
    )
    for code, signatory in memorandum.SIGNATORIES.items():
        add_signature(
            by=cast.secretariat,
            agreement=agreement,
            city=cast.cities[code],
            **signatory.columns("signatory"),
        )
    for number, undertaking in enumerate(ENVIRONMENT.undertakings, start=1):
        _write_article(cast, agreement, number, undertaking.project, undertaking.promise)
    commitment = Commitment(
        agreement=agreement,
        subcommittee=cast.subcommittees["environment"],
        due_on=day("2021-05-31"),
        is_illustrative=True,
        **memorandum.PROMISE.as_title().columns("title"),
        **DUE_IS_ILLUSTRATIVE.columns("description"),
    )
    return keep_new(by=cast.secretariat, record=commitment)


def undertake(cast: Cast, chapter: Chapter, undertaking: Undertaking, further: list[Commitment]) -> Project:
    """Enter one thing agreed on 2018-03-19 and what became of it."""
    agreement = _agree(
        cast,
        undertaking.agreement,
        AGREED_AT_THE_THIRD,
        Agreement.Kind.OTHER,
        meeting=cast.meetings[3],
        signed_on=AGREED_ON,
        in_force_until=undertaking.expired_on,
        state=Agreement.State.EXPIRED if undertaking.expired_on else Agreement.State.IN_FORCE,
    )
    article = _write_article(cast, agreement, 1, undertaking.project, undertaking.promise)
    commitment = _promise(cast, chapter.subcommittee, agreement, article, undertaking)
    return carry_out(cast, chapter.subcommittee, undertaking, [commitment, *further], chapter)


def carry_out(
    cast: Cast,
    subcommittee: str,
    undertaking: Undertaking,
    commitments: list[Commitment],
    chapter: Chapter | None = None,
) -> Project:
    """Enter the project with its milestones and indicator, and what the cities told of it."""
    by = cast.secretariat
    words: dict[str, Any] = undertaking.project.columns("title")
    words |= undertaking.promise.followed_by(WORK_IS_ILLUSTRATIVE).columns("summary")
    project = create_project(
        by=by,
        commitments=commitments,
        subcommittee=cast.subcommittees[subcommittee],
        kind=cast.kinds[shape_of(undertaking).kind],
        starts_on=undertaking.starts_on,
        ends_on=undertaking.ends_on,
        state=undertaking.state,
        is_illustrative=True,
        **words,
    )
    if chapter is not None:
        _name_leads(cast, project, chapter)
    for step in undertaking.steps:
        add_milestone(
            by=by, project=project, due_on=step.due_on, is_illustrative=True, **step.title.columns("title")
        )
    _measure(cast, project, undertaking)
    for told in undertaking.told:
        tell(cast, subcommittee, project, told)
    hold_events(cast, subcommittee, project, undertaking)
    if project.kind.has_research:
        set_up_research(cast, project)
    return project


def prepare_inside(cast: Cast, commitment: Commitment) -> Project:
    """Enter a project that Seoul still prepares: Beijing sees nothing of it."""
    words = INSIDE.columns("title") | INSIDE_SUMMARY.columns("summary")
    fields: dict[str, Any] = {"state": Project.State.PLANNED, "is_illustrative": True, **words}
    return create_project(
        by=cast.secretariat,
        commitments=[commitment],
        subcommittee=cast.subcommittees["environment"],
        is_draft=True,
        **fields,
    )


def _agree(
    cast: Cast, title: Words, text: Words, kind: Agreement.Kind, *, place: str = SEOUL, **fields: object
) -> Agreement:
    words = {**title.columns("title"), **text.columns("text"), **PLACES[place].columns("signed_in")}
    given = {"state": Agreement.State.IN_FORCE, "in_force_from": fields["signed_on"], **fields}
    return create_agreement(by=cast.secretariat, kind=kind, **words, **given)


def _write_article(cast: Cast, agreement: Agreement, number: int, heading: Words, text: Words) -> Article:
    words = {**heading.columns("heading"), **text.columns("text")}
    return add_article(by=cast.secretariat, agreement=agreement, number=number, is_illustrative=True, **words)


def _promise(
    cast: Cast, subcommittee: str, agreement: Agreement, article: Article | None, undertaking: Undertaking
) -> Commitment:
    city = cast.cities.get(undertaking.promised_by or "")
    commitment = Commitment(
        agreement=agreement,
        article=article,
        subcommittee=cast.subcommittees[subcommittee],
        promisor=Commitment.Promisor.ONE if city else Commitment.Promisor.BOTH,
        city=city,
        due_on=undertaking.due_on,
        state=Commitment.State.KEPT if undertaking.kept_on else Commitment.State.OPEN,
        settled_on=undertaking.kept_on,
        is_illustrative=True,
        **undertaking.promise.as_title().columns("title"),
        **DUE_IS_ILLUSTRATIVE.columns("description"),
    )
    return keep_new(by=cast.secretariat, record=commitment)


def _name_leads(cast: Cast, project: Project, chapter: Chapter) -> None:
    for code, name in ((SEOUL, chapter.seoul_organisation), (BEIJING, chapter.beijing_organisation)):
        add_lead_organisation(
            by=cast.secretariat,
            project=project,
            city=cast.cities[code],
            is_illustrative=True,
            **name.columns("name"),
        )


def _measure(cast: Cast, project: Project, undertaking: Undertaking) -> None:
    if (measure := undertaking.measure) is None:
        return
    add_indicator(
        by=cast.secretariat,
        project=project,
        rule=measure.rule,
        baseline=measure.baseline,
        baseline_on=measure.baseline_on,
        target=measure.target,
        target_on=measure.target_on,
        is_illustrative=True,
        **measure.name.columns("name"),
        **measure.unit.columns("unit"),
    )
