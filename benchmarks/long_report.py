"""A report as long as one wishes: prose, tables of words and charts, in chapters of a dozen pages."""

import datetime
import random
from collections.abc import Sequence

from committee.printing.content import (
    Block,
    Chart,
    CityOnCover,
    Column,
    Cover,
    Listing,
    Paragraph,
    Report,
    Row,
    Section,
    Status,
    Subsection,
    Table,
    Tone,
)

PARTS_A_CHAPTER, ROWS_A_TABLE, MONTHS = 5, 26, 48
COLUMNS = (Column("이행 사항", 3), Column("상황"), Column("기한"), Column("예산", align="end"))
WORDS = [
    "미세먼지",
    "핫라인",
    "공동",
    "연구단",
    "대기질",
    "개선",
    "협력",
    "서울",
    "베이징",
    "도시",
    "환경",
    "보고서",
    "이행",
    "상황",
    "점검",
    "회의",
    "위원회",
    "교류",
]


def long_report(chapters: int, charts: int) -> Report:
    """Return the same report for the same numbers; the charts stand in the parts in turn."""
    dice = random.Random(chapters)
    parts = chapters * PARTS_A_CHAPTER
    has_chart = {place * parts // charts for place in range(charts)}
    return Report(
        language="ko",
        made_on=datetime.date(2026, 1, 1),
        cover=Cover(
            cities=(CityOnCover("서울", 0), CityOnCover("베이징", 1)),
            committee="서울·베이징 통합위원회",
            title="제4차 전체회의 보고서",
            facts=(("개최 도시", "서울"),),
            period="2024년 1월 1일부터 2026년 1월 1일까지",
        ),
        sections=tuple(_chapter(number, dice, has_chart) for number in range(chapters)),
    )


def _chapter(number: int, dice: random.Random, has_chart: set[int]) -> Section:
    first = number * PARTS_A_CHAPTER
    parts = (_part(place, dice, place in has_chart) for place in range(first, first + PARTS_A_CHAPTER))
    return Section(_words(dice, 4), (Paragraph(_words(dice, 40), manner="lead"), *parts))


def _part(place: int, dice: random.Random, has_chart: bool) -> Subsection:
    prose: Sequence[Block] = [Paragraph(_words(dice, 90)) for _each in range(3)]
    table = Table(_words(dice, 5), COLUMNS, tuple(_row(dice) for _each in range(ROWS_A_TABLE)))
    charts: Sequence[Block] = [_chart(place, dice)] if has_chart else []
    return Subsection(
        _words(dice, 6), (*prose, table, *charts, Listing(tuple(_words(dice, 14) for _ in range(6))))
    )


def _row(dice: random.Random) -> Row:
    state = Status("이행", Tone.GOOD) if dice.random() < 0.6 else Status("지연", Tone.POOR)
    due = f"2026. {dice.randint(1, 12)}. {dice.randint(1, 28)}."
    return Row((_words(dice, 12), state, due, f"{dice.randint(1, 9999):,}"))


def _chart(place: int, dice: random.Random) -> Chart:
    values = [
        {
            "month": f"{2022 + month // 12}-{month % 12 + 1:02d}-01",
            "mean": 20 + 30 * dice.random(),
            "city": city,
        }
        for month in range(MONTHS)
        for city in ("서울", "베이징")
    ]
    encoding = {
        "x": {"field": "month", "type": "temporal"},
        "y": {"field": "mean", "type": "quantitative"},
        "color": {"field": "city", "type": "nominal"},
    }
    spec = {"width": 560, "height": 220, "data": {"values": values}, "mark": "line", "encoding": encoding}
    return Chart(f"월평균 {place}", "두 도시의 월평균 농도", spec)


def _words(dice: random.Random, number: int) -> str:
    return " ".join(dice.choice(WORDS) for _each in range(number))
