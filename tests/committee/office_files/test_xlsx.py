import datetime
import io
from dataclasses import dataclass, replace

import pytest
from openpyxl import load_workbook

from committee.office_files.xlsx_file import xlsx_of
from committee.printing.charts import values_called
from committee.printing.content import Column, InLanguage, Pair, Row, Table
from tests.committee.office_files.reports import HARMLESS, figures_table, hostile_report, whole_report
from tests.factories.report import bar_chart, small_report


def opened(report):
    return load_workbook(io.BytesIO(xlsx_of(report)))


def rows(sheet) -> list[tuple]:
    return list(sheet.iter_rows(values_only=True))


def test_every_table_and_chart_has_a_sheet_called_as_on_paper():
    book = opened(whole_report())

    assert book.sheetnames == ["Contents", "Table 1", "Chart 1"]


def test_the_contents_lead_to_each_sheet():
    contents = opened(whole_report())["Contents"]

    links = {cell.value: cell.hyperlink.location for row in contents for cell in row if cell.hyperlink}

    assert links == {"Table 1": "'Table 1'!A1", "Chart 1": "'Chart 1'!A1"}
    assert rows(contents)[-1] == ("Chart 1", "Chart 1. Mean PM2.5", "Air quality › Environment › Hotline", 1)


def test_numbers_are_numbers_and_words_are_words():
    sheet = opened(whole_report())["Table 1"]

    assert rows(sheet)[3:] == [
        ("City", "Year", "Mean", "State", "illustrative"),
        ("Seoul", 2018, 1234.5, "kept", "◇"),
        ("Beijing", 2019, 0.955, "late\nsince May", None),
        ("Both", None, "—", None, None),
        (None, None, None, None, None),
        ("µg/m³ at 25 °C.", None, None, None, None),
    ]
    assert [sheet["C5"].number_format, sheet["C6"].number_format] == ["#,##0.00", "0.0\\ %"]


def test_a_number_in_a_column_of_words_stays_a_word():
    table = Table("Codes", (Column("Code"), Column("No.", align="end")), (Row(("007", "007")),))

    assert rows(opened(small_report("en", table))["Table 1"])[4][:2] == ("007", "007")


def test_the_values_of_a_chart_are_those_it_is_drawn_from():
    sheet = opened(whole_report())["Chart 1"]

    assert rows(sheet)[3:7] == [
        ("city", "Value (mean)"),
        ("Seoul", 23),
        (None, None),
        ("Seoul had 23 µg/m³.", None),
    ]


def test_a_chart_says_what_its_values_are_called_and_which_are_written():
    chart = bar_chart()
    values = [{"city": "Seoul", "mean": 23, "row": 1, "is_dark": True}]
    called = values_called({"city": "도시", "row": "관측소"}, {"row": ["중구", "종로구"]})
    layers = [{"data": {"values": each}} for each in (values, [{"row": 1}], [{"label": "limit"}])]
    spec = {**chart.spec, **called, "data": {"values": values}, "layer": layers}

    sheet = opened(small_report("ko", replace(chart, spec=spec)))["그림 1"]

    assert rows(sheet)[3:6] == [("도시", "관측소"), ("Seoul", "종로구"), (None, None)]


def test_moments_of_a_chart_are_dates():
    chart = bar_chart()
    day = {"day": "2018-03-19T00:00", "mean": 23}
    spec = {
        "data": {"values": [day]},
        "mark": "line",
        "encoding": {"x": {"field": "day", "type": "temporal"}},
    }
    chart = type(chart)(chart.caption, chart.alt, spec)

    sheet = opened(small_report("en", chart))["Chart 1"]

    assert rows(sheet)[4] == (datetime.datetime(2018, 3, 19), 23)


def test_no_cell_is_a_formula_whatever_it_begins_with():
    book = opened(hostile_report())

    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}

    assert kinds == {"s", "n"}
    assert book["표 1"]["A5"].value == HARMLESS


def test_the_files_of_three_languages_call_their_sheets_in_them():
    names = [opened(whole_report(language)).sheetnames[1] for language in ("ko", "zh-hans", "en")]

    assert names == ["표 1", "表 1", "Table 1"]


def test_a_table_in_one_of_two_languages_has_its_sheet():
    sides = (InLanguage("ko", (figures_table(),)), InLanguage("zh-hans", ()))

    assert opened(small_report("en", Pair(sides))).sheetnames == ["Contents", "Table 1"]


def test_content_of_an_unknown_kind_is_not_passed_over_in_silence():
    @dataclass(frozen=True)
    class Map:
        caption: str

    with pytest.raises(AssertionError, match="Map"):
        xlsx_of(small_report("en", Map("Stations")))
