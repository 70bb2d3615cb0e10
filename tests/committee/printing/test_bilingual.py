import json
from dataclasses import replace

import pytest

from committee.languages.wording import Wording
from committee.printing.bilingual import bilingual
from committee.printing.checked import Mention
from committee.printing.content import (
    Chart,
    Column,
    Facts,
    InLanguage,
    Paragraph,
    Row,
    Section,
    SideBySide,
    Subsection,
    Table,
)
from committee.printing.snapshot import from_json, to_json, walk
from tests.factories.report import bar_chart
from tests.factories.two_languages import both, chinese, joined, korean, pair, statement, table, two_reports


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


def test_columns_that_each_language_orders_in_its_own_way_are_paired_by_what_they_hold():
    first = Table("명단", (Column("이름", key="name"), Column("직함", key="title")), (Row(("우스", "팀장")),))
    second = Table(
        "名单", (Column("职务", key="title"), Column("姓名", key="name")), (Row(("组长", "吴十")),)
    )

    [joined_table] = joined([first], [second])

    assert [column.heading for column in joined_table.columns] == [both("이름", "姓名"), both("직함", "职务")]
    assert joined_table.rows[0].cells == (both("우스", "吴十"), both("팀장", "组长"))
