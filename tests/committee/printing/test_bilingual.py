import io
import json
import zipfile
from dataclasses import replace

import pytest

from committee.languages.both import Both
from committee.languages.wording import Wording
from committee.office_files.docx_file import docx_of
from committee.printing.bilingual import bilingual
from committee.printing.checked import Mention
from committee.printing.content import (
    Block,
    Chart,
    CityOnCover,
    Column,
    Facts,
    InLanguage,
    Pair,
    Paragraph,
    Report,
    Row,
    Section,
    SideBySide,
    Statement,
    Status,
    Subsection,
    Table,
)
from committee.printing.layout import chapter_html, front_html
from committee.printing.press import print_report
from committee.printing.snapshot import from_json, to_json, walk
from tests.committee.printing import pdf_text
from tests.committee.typesetting.verapdf import broken_rules
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


def test_texts_to_be_read_stand_side_by_side():
    first, second = Paragraph("공기가 깨끗해졌다."), Paragraph("空气变得更清洁。")

    assert joined([first], [second]) == [pair(first, second)]


def test_a_heading_is_in_both_languages():
    (subsection,) = joined([Subsection("핫라인", ())], [Subsection("热线", ())])

    assert subsection.heading.parts == ("핫라인", "热线")


def test_a_table_stands_once_with_its_words_in_both_languages_and_its_figures_once():
    (merged,) = joined(
        [table("결과", Row(("핫라인", "23")))], [table("结果", Row(("热线", "23")), heads=("城市", "μg"))]
    )

    assert merged == Table(
        both("결과", "结果"),
        (Column(both("도시", "城市")), Column("μg")),
        (Row((both("핫라인", "热线"), "23")),),
    )


def test_rows_are_matched_by_the_city_they_name_where_each_language_has_its_own_order():
    rows = Row(("서울", "23")), Row(("베이징", "58"))
    others = Row(("北京", "58")), Row(("首尔", "23"))

    (merged,) = joined([table("a", *rows)], [table("a", *others)])

    assert [str(row.cells[0]) for row in merged.rows] == ["서울 / 首尔", "베이징 / 北京"]


def test_rows_of_equal_words_are_matched_by_the_record_they_were_read_from():
    def named(text: str, language: str, number: int) -> Row:
        return Row((Wording(text, language, f"committee.institute/{number}/name"), "–"))

    rows = named("연구원", "ko", 1), named("과학원", "ko", 2)
    others = named("科学院", "zh-Hans", 2), named("研究院", "zh-Hans", 1)

    (merged,) = joined([table("a", *rows)], [table("a", *others)])

    assert [str(row.cells[0]) for row in merged.rows] == ["연구원 / 研究院", "과학원 / 科学院"]


def test_columns_are_matched_by_the_city_they_name():
    first = table("a", Row(("2018", "23", "58")), heads=("년", "서울", "베이징"))
    second = table("a", Row(("2018", "58", "23")), heads=("年", "北京", "首尔"))

    (merged,) = joined([first], [second])

    assert ([str(each.heading) for each in merged.columns], merged.rows[0].cells) == (
        ["년 / 年", "서울 / 首尔", "베이징 / 北京"],
        ("2018", "23", "58"),
    )


def test_columns_of_a_table_in_several_languages_stand_once():
    first = table("용어", Row(("대표단", "代表团")), heads=("한국어", "简体中文"))
    second = table("术语", Row(("代表团", "대표단")), heads=("简体中文", "한국어"))

    (merged,) = joined([first], [second])

    assert (merged.columns, merged.rows) == (first.columns, first.rows)


def test_a_row_that_only_one_language_has_is_not_lost():
    first = table("a", Row(("핫라인", "1"), mention=Mention("commitment-1", "kept")))
    second = table(
        "a",
        Row(("热线", "1"), mention=Mention("commitment-1", "kept")),
        Row(("论坛", "2"), mention=Mention("commitment-2", "late")),
    )

    (merged,) = joined([first], [second])

    assert (merged.rows[1].cells[0], merged.rows[1].cells[0].language) == ("论坛", "zh-Hans")


@pytest.mark.parametrize(
    "alone", [Paragraph("仅中文"), bar_chart("仅中文"), Subsection("仅中文", ()), table("仅中文")]
)
def test_a_part_that_only_one_language_has_is_not_lost(alone):
    assert "仅中文" in str([*walk(tuple(joined([Paragraph("가")], [Paragraph("甲"), alone])))])


def test_a_chapter_that_only_one_language_has_is_not_lost():
    second = chinese()
    more = replace(second, sections=(*second.sections, Section("附件", (Paragraph("仅中文"),), key="annex")))

    assert str(bilingual(korean(), more).sections[-1].heading) == "附件"


def test_facts_of_a_city_stand_beside_each_other():
    first = Facts((("기간", "2018"), ("서울 담당", "가"), ("베이징 담당", "나")))
    second = Facts((("期间", "2018"), ("北京牵头", "乙"), ("首尔牵头", "甲")))

    (beside,) = joined([first], [second])

    labels = [label for label, _fact in beside.sides[1].blocks[0].pairs]
    assert labels == ["期间", "首尔牵头", "北京牵头"]


def test_a_chart_is_drawn_once_with_a_legend_of_its_words_in_both_languages():
    (chart,) = joined([bar_chart("서울")], [bar_chart("首尔")])

    assert (chart.spec, chart.legend) == (bar_chart("서울").spec, (both("서울", "首尔"),))


def test_charts_and_tables_that_are_called_alike_are_matched_by_their_figures():
    charts = [replace(bar_chart("서울"), caption="평균"), replace(bar_chart("58"), caption="평균")]
    others = [replace(bar_chart("58"), caption="均值"), replace(bar_chart("首尔"), caption="均值")]
    tables = [table("일수", Row(("핫라인", "23"))), table("일수", Row(("핫라인", "58")))]
    of_others = [table("天数", Row(("热线", "58"))), table("天数", Row(("热线", "23")))]

    merged = joined([*charts, *tables], [*others, *of_others])

    assert [block.caption.parts for block in merged] == [("평균", "均值")] * 2 + [("일수", "天数")] * 2
    assert [block.legend for block in merged[:2]] == [(both("서울", "首尔"),), ()]
    assert [str(block.rows[0].cells[1]) for block in merged[2:]] == ["23", "58"]


def test_charts_of_other_figures_are_both_drawn():
    other = bar_chart("首尔")
    other = replace(other, spec={**other.spec, "width": 61})

    assert [type(block) for block in joined([bar_chart("서울")], [other])] == [Chart, InLanguage]


def test_what_two_cities_say_of_one_period_stands_city_by_city_article_by_article():
    seoul, beijing = Paragraph("서울이 말한다."), Paragraph("베이징이 말한다.")
    of_beijing, of_seoul = Paragraph("北京说。"), Paragraph("首尔说。")

    merged = joined(
        [SideBySide((statement("서울", 0, seoul), statement("베이징", 1, beijing)))],
        [SideBySide((statement("北京", 1, of_beijing), statement("首尔", 0, of_seoul)))],
    )

    assert [(str(each.city), each.blocks) for each in merged] == [
        ("서울 / 首尔", (pair(seoul, of_seoul),)),
        ("베이징 / 北京", (pair(beijing, of_beijing),)),
    ]


def test_a_report_in_two_languages_comes_back_from_json_as_it_was():
    report = bilingual(*two_reports(), identifier="SBJC-3-2018-ko-zh-1")

    assert from_json(json.loads(json.dumps(to_json(report)))) == report


def test_every_block_carries_its_language():
    html = chapter_html(bilingual(*two_reports()), 1)

    assert [html.count(f'<div class="in-one" lang="{tag}">') for tag in ("ko", "zh-Hans")] == [2, 2]


def test_the_caption_of_a_table_counts_in_both_languages():
    html = chapter_html(bilingual(*two_reports()), 1)

    assert '<span class="counted">표 1.</span>' in html
    assert '<span class="counted">表 1.</span>' in html


@pytest.mark.parametrize("is_numbered", [True, False])
def test_what_is_illustrative_says_so_in_both_languages(is_numbered):
    marked = replace(table("표"), illustrative=True, is_numbered=is_numbered)
    report = bilingual(korean(marked), chinese(replace(marked, caption="表格")))

    html = chapter_html(report, 1)

    assert (html.count("◇ 예시"), html.count("◇ 示例")) == (1, 1)


def test_a_text_of_each_language_is_no_substitute_and_a_third_one_is():
    first, second = two_reports()
    english = replace(second, notes=(Wording("Only in English", "en"),))
    substitutes = "没有本版语言"

    assert substitutes not in front_html(bilingual(first, second), {})
    assert substitutes in front_html(bilingual(first, english), {})


def test_an_office_file_holds_both_languages():
    file = zipfile.ZipFile(io.BytesIO(docx_of(bilingual(*two_reports()))))

    words = file.read("word/document.xml").decode()

    assert [text for text in ("깨끗해졌다", "更清洁", "핫라인", "热线") if text not in words] == []


@pytest.mark.services
def test_the_printed_edition_is_accessible_and_set_in_the_faces_of_both_languages(tmp_path):
    report = bilingual(*two_reports(), identifier="SBJC-3-2018-ko-zh-1")

    pdf = print_report(report, identifier=report.identifier)

    faces = pdf_text.faces_of_characters(pdf.file)
    assert (faces["깨"], faces["洁"]) == ({"Noto-Sans-KR"}, {"Noto-Sans-SC"})
    assert broken_rules(pdf.file, tmp_path) == ["ua1 passes", "3a passes"]


def test_columns_that_each_language_orders_in_its_own_way_are_paired_by_what_they_hold():
    first = Table("명단", (Column("이름", key="name"), Column("직함", key="title")), (Row(("우스", "팀장")),))
    second = Table(
        "名单", (Column("职务", key="title"), Column("姓名", key="name")), (Row(("组长", "吴十")),)
    )

    [joined_table] = joined([first], [second])

    assert [column.heading for column in joined_table.columns] == [both("이름", "姓名"), both("직함", "职务")]
    assert joined_table.rows[0].cells == (both("우스", "吴十"), both("팀장", "组长"))


def test_the_facts_of_the_cover_stand_below_what_is_said_of_the_report(tmp_path):
    first, second = (
        replace(
            report, standing=standing, cover=replace(report.cover, title=title, facts=((fact, fact),) * 5)
        )
        for report, standing, title, fact in (
            (korean(), "초안", "보고서", "사실"),
            (chinese(), "草案", "报告", "事实"),
        )
    )

    file = print_report(bilingual(first, second)).file

    cover, *_others = pdf_text.words(file, tmp_path, "-layout").split("\f")
    starts = [line.split()[0] for line in cover.splitlines() if line.strip()]
    assert starts.index("草案") < starts.index("사실")
    assert starts.count("事实") == 5
