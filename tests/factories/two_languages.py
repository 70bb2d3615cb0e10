"""Reports in two languages, to be joined."""

from dataclasses import replace

from committee.languages.both import Both
from committee.languages.wording import Wording
from committee.printing.bilingual import bilingual
from committee.printing.content import (
    Block,
    CityOnCover,
    Column,
    Facts,
    InLanguage,
    Pair,
    Paragraph,
    Report,
    Row,
    Statement,
    Status,
    Subsection,
    Table,
)
from tests.factories.report import bar_chart, small_report

KOREAN_CITIES = (CityOnCover("서울", 0), CityOnCover("베이징", 1))
CHINESE_CITIES = (CityOnCover("北京", 1), CityOnCover("首尔", 0))


def report_in(language: str, cities: tuple[CityOnCover, ...], *blocks: Block) -> Report:
    report = small_report(language, *blocks)
    return replace(report, cover=replace(report.cover, cities=cities))


def korean(*blocks: Block) -> Report:
    return report_in("ko", KOREAN_CITIES, *blocks)


def chinese(*blocks: Block) -> Report:
    return report_in("zh-hans", CHINESE_CITIES, *blocks)


def joined(korean_blocks: list[Block], chinese_blocks: list[Block]) -> list[Block]:
    (section,) = bilingual(korean(*korean_blocks), chinese(*chinese_blocks)).sections
    return list(section.blocks)


def both(first: str, second: str) -> Both:
    return Both(Wording(first, "ko"), Wording(second, "zh-Hans"))


def pair(first: Block, second: Block) -> Pair:
    return Pair((InLanguage("ko", (first,)), InLanguage("zh-hans", (second,))))


def table(caption: str, *rows: Row, heads: tuple[str, ...] = ("도시", "μg")) -> Table:
    return Table(caption, tuple(map(Column, heads)), rows)


def statement(city: str, position: int, *blocks: Block) -> Statement:
    return Statement(city, position, "2018", Status("–"), Status("–"), blocks)


def two_reports() -> tuple[Report, Report]:
    """Return the same in Korean and Chinese, each naming its own city first."""
    first = [
        Paragraph("공기가 깨끗해졌다."),
        Subsection(
            "핫라인",
            (Facts((("주관", "서울"),)), table("도시별", Row(("서울", "23")), Row(("베이징", "58")))),
        ),
        bar_chart("서울"),
    ]
    second = [
        Paragraph("空气变得更清洁。"),
        Subsection(
            "热线",
            (
                Facts((("牵头", "首尔"),)),
                table("各城市", Row(("北京", "58")), Row(("首尔", "23")), heads=("城市", "μg")),
            ),
        ),
        bar_chart("首尔"),
    ]
    return korean(*first), chinese(*second)
