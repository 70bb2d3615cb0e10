from dataclasses import replace

import pytest

from committee.printing.content import (
    CityOnCover,
    Column,
    Cover,
    Facts,
    Paragraph,
    Statement,
    Status,
    Table,
)
from committee.printing.layout import chapter_html, front_html
from committee.printing.lengths import flows, is_crowded, length_of, shortened, width_of
from committee.printing.pdf import own_files
from committee.typesetting.engine import lay_out
from tests.committee.printing import pdf_text
from tests.factories.report import bar_chart, small_report

KOREAN = "서울과 베이징의 미세먼지 공동 대응을 위한 상설 협력 체계 구축 및 운영 방안에 관한 합의"


@pytest.mark.parametrize(
    ("heading", "length"),
    [
        ("Economy", ""),
        ("환경 분야 협력", ""),
        ("Cooperation " * 8, "long"),
        (KOREAN, "long"),
        ("空气质量" * 25, "very-long"),
    ],
)
def test_a_long_heading_is_set_smaller_in_whatever_script(heading, length):
    assert length_of(heading) == length


@pytest.mark.parametrize("heading", ["Cooperation " * 30, KOREAN, "空气质量" * 25])
def test_what_stands_above_a_page_fits_on_one_line(heading):
    assert width_of(shortened(heading)) <= 56
    assert shortened(heading).endswith("…")


def test_a_short_heading_stands_above_a_page_as_it_is():
    assert shortened("환경 분야 협력") == "환경 분야 협력"


@pytest.mark.parametrize(("name", "crowded"), [("Seoul", False), ("서울특별시", False), (KOREAN, True)])
def test_a_cover_with_long_names_is_set_smaller(name, crowded):
    cover = Cover((CityOnCover(name, 0),), "Joint Committee", "Report", (("Date", "2018"),), "2018 to 2020")

    assert is_crowded(cover) is crowded


@pytest.mark.parametrize(("letters", "goes_on"), [(400, False), (5000, True)])
def test_a_statement_longer_than_a_page_goes_on_overleaf(letters, goes_on):
    said = (Paragraph("x" * letters), Facts((("Next", "Nothing"),)))
    statement = Statement("Seoul", 0, "2018", Status("on track"), Status("confirmed"), said)

    assert flows(statement) is goes_on


def test_a_chart_higher_than_a_page_is_made_small_enough_for_it():
    chart = bar_chart()
    high = replace(chart, spec={**chart.spec, "height": 3000})

    sheets = lay_out(chapter_html(small_report("en", high), 1), own_files())

    assert sheets.pages == 1


def test_the_last_entry_of_a_list_does_not_stand_alone_on_a_page(tmp_path):
    tables = [Table(f"Figures {number}", (Column("Name"),), ()) for number in range(37)]

    front = lay_out(front_html(small_report("en", *tables), {}), own_files())

    overleaf = pdf_text.words(front.file, tmp_path, "-f", "2")
    assert [number for number in range(37) if f"Figures {number} " in overleaf] == [35, 36]
