"""What is said of a project, and what the cities give to it; all invented."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from committee.budgets.actions import add_budget_line
from committee.budgets.models import BudgetLine
from committee.demonstration.cast import Cast
from committee.demonstration.story import BEIJING, SEOUL, Words
from committee.discussions.actions import edit_message, send_message
from committee.discussions.models import Message
from committee.history.models import HistoryEntry
from committee.projects.models import Project

CITY_BUDGET = Words("시 예산", "市级财政", "City budget")
RESEARCH_FUND = Words("연구원 출연금", "研究院经费", "Funds of the institute")


@dataclass(frozen=True)
class Money:
    city: str
    year: int
    currency: BudgetLine.Currency
    planned: str
    spent: str | None
    source: Words


@dataclass(frozen=True)
class Said:
    """A message of a co-lead in his or her own language, and its first wording where it was changed."""

    city: str
    at: datetime.datetime
    language: str
    text: str
    first: str = ""


MONEY = (
    Money(SEOUL, 2018, BudgetLine.Currency.KRW, "45000000", "41200000", CITY_BUDGET),
    Money(BEIJING, 2018, BudgetLine.Currency.CNY, "260000", "248500.50", CITY_BUDGET),
    Money(SEOUL, 2019, BudgetLine.Currency.KRW, "52000000", "50750000", CITY_BUDGET),
    Money(BEIJING, 2019, BudgetLine.Currency.CNY, "300000", None, RESEARCH_FUND),
)
TALK = (
    Said(
        SEOUL,
        datetime.datetime(2020, 1, 13, 1, 20, tzinfo=datetime.UTC),
        "ko",
        "@lead.environment.beijing 님, 겨울철 경보 공유 절차 초안을 이번 주에 보내 드리겠습니다.",
    ),
    Said(
        BEIJING,
        datetime.datetime(2020, 1, 14, 2, 5, tzinfo=datetime.UTC),
        "zh-hans",
        "@lead.environment.seoul 收到。建议在2月底前以视频会议讨论，北京方面由两名联络官参加。",
        first="@lead.environment.seoul 收到。建议在2月中旬以视频会议讨论。",
    ),
    Said(
        SEOUL,
        datetime.datetime(2020, 1, 14, 7, 40, tzinfo=datetime.UTC),
        "ko",
        "좋습니다. 회의 날짜를 제안해 주시면 서울의 연락관에게 전달하겠습니다.",
    ),
)


def talk(cast: Cast, project: Project) -> None:
    """Let both co-leads speak about the project in their languages, and enter the money of each city."""
    for money in MONEY:
        add_budget_line(
            by=cast.lead("environment", money.city),
            project=project,
            year=money.year,
            currency=money.currency,
            planned=Decimal(money.planned),
            spent=money.spent and Decimal(money.spent),
            is_illustrative=True,
            **money.source.columns("source"),
        )
    for said in TALK:
        _say(cast, project, said)


def _say(cast: Cast, project: Project, said: Said) -> None:
    by = cast.lead("environment", said.city)
    message = send_message(by=by, project=project, text=said.first or said.text, language=said.language)
    if said.first:
        edit_message(by=by, message=message, text=said.text, language=said.language)
    stored = Message.objects.filter(pk=message.pk)
    stored.update(is_illustrative=True, sent_at=said.at)
    stored.exclude(edited_at=None).update(edited_at=said.at + datetime.timedelta(minutes=6))
    HistoryEntry.objects.of(message).update(at=said.at)
