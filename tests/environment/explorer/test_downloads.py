import csv
import io
import zipfile
from urllib.parse import unquote

import openpyxl
import pytest

from tests.environment.explorer.asked import TWO_DAYS

pytestmark = pytest.mark.django_db


def test_the_csv_holds_every_pollutant_and_place(reader, both_cities):
    answer = reader.get("/en/air/explorer/table.csv", {**TWO_DAYS, "pollutant": ["pm25", "no2"]})

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert {(row["pollutant"], row["place"], row["unit"]) for row in rows} == {
        ("pm25", "Seoul", "µg/m³"),
        ("pm25", "Beijing", "µg/m³"),
        ("no2", "Seoul", "ppm"),
        ("no2", "Beijing", "ppm"),
    }


def test_the_workbook_holds_figures_dates_and_what_they_are(reader, both_cities):
    answer = reader.get("/en/air/explorer/table.xlsx", {**TWO_DAYS, "pollutant": "no2"})

    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    sheet, notes = book.worksheets
    assert [cell.value for cell in sheet[2]] == [None, "Seoul", None, None, None, "Beijing", None, None, None]
    assert [type(cell.value).__name__ for cell in sheet[4]][:5] == [
        "datetime",
        "float",
        "float",
        "int",
        "int",
    ]
    assert [cell.value for cell in notes[3]][:4] == [
        "nitrogen dioxide",
        "Beijing",
        "ppm",
        "µg/m³ at 298.15 K, 101.325 kPa",
    ]
    assert notes["A5"].value == (
        "Beijing: converted to ppm for the comparison; received in µg/m³ at 298.15 K, 101.325 kPa."
    )


def test_the_same_table_is_the_same_workbook_byte_for_byte(reader, both_cities):
    answers = [reader.get("/en/air/explorer/table.xlsx", TWO_DAYS).content for _time in range(2)]

    assert answers[0] == answers[1]
    assert zipfile.ZipFile(io.BytesIO(answers[0])).testzip() is None


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ko", "서울 베이징 PM2.5 2020-01-01–2020-01-02.xlsx"),
        ("zh-hans", "首尔 北京 PM2.5 2020-01-01–2020-01-02.xlsx"),
    ],
)
def test_a_file_is_named_in_the_readers_script_and_in_ascii(reader, both_cities, language, name):
    answer = reader.get(f"/{language}/air/explorer/table.xlsx", TWO_DAYS)

    plain, _, named = answer["Content-Disposition"].partition("; filename*=UTF-8''")
    assert plain == 'attachment; filename="air-pm25-day.xlsx"'
    assert unquote(named) == name
