from openpyxl import Workbook

from tests.environment.sources.reading import read
from tests.factories.air_files import DAILY_HEADING, seoul_daily


def test_carbon_dioxide_in_the_heading_is_carbon_monoxide(tmp_path):
    path = seoul_daily(tmp_path / "2016.csv", "20160101,강남구,0.047,0.006,0.8,0.005,73,44")

    found = read("seoul-daily", path)

    assert found.of("co") == [("강남구", "2016-01-02 00:00", 0.8)]
    assert found.of("no2") == [("강남구", "2016-01-02 00:00", 0.047)]


def test_later_headings_name_carbon_monoxide_themselves(tmp_path):
    heading = DAILY_HEADING.replace("이산화탄소", "일산화탄소").replace("미세먼지(", "미세먼지농도(")
    path = seoul_daily(tmp_path / "2018.csv", "20180101,강남구,0.034,0.009,0.6,0.006,34,22", heading=heading)

    found = read("seoul-daily", path)

    assert found.of("co") == [("강남구", "2018-01-02 00:00", 0.6)]
    assert found.of("pm25") == [("강남구", "2018-01-02 00:00", 22.0)]
    assert found.of("pm10") == [("강남구", "2018-01-02 00:00", 34.0)]


def test_an_empty_cell_is_missing_and_no_zero(tmp_path):
    path = seoul_daily(tmp_path / "2016.csv", "20160101,강남대로,0.04,0.007,0.9,0.006,,17")

    found = read("seoul-daily", path)

    assert found.missing == 1
    assert found.of("pm10") == []
    assert len(found.readings) == 5


def test_a_workbook_is_read_from_the_sheet_that_has_rows(tmp_path):
    book = Workbook()
    book.create_sheet("filled").append(DAILY_HEADING.split(","))
    book["filled"].append([20150101, "종로구", 0.013, 0.023, 0.2, None, 66, 17])
    book.create_sheet("empty")
    book.save(tmp_path / "2015.xlsx")

    found = read("seoul-daily", tmp_path / "2015.xlsx")

    assert found.of("pm25") == [("종로구", "2015-01-02 00:00", 17.0)]
    assert found.missing == 1
    assert found.rows == 1


def test_a_row_without_a_day_is_named_and_the_next_one_kept(tmp_path):
    path = seoul_daily(
        tmp_path / "2016.csv",
        "20161301,강남구,0.047,0.006,0.8,0.005,73,44",
        "20160102,강남구,0.047,0.006,0.8,0.005,73,45",
    )

    found = read("seoul-daily", path)

    assert [(r.line, r.reason, r.raw) for r in found.rejected] == [
        (2, "unreadable-date", "20161301,강남구,0.047,0.006,0.8,0.005,73,44")
    ]
    assert found.of("pm25") == [("강남구", "2016-01-03 00:00", 45.0)]


def test_the_mean_of_the_city_is_no_station(tmp_path):
    path = seoul_daily(tmp_path / "2016.csv", "20160101,평균,0.047,0.006,0.8,0.005,73,44")

    found = read("seoul-daily", path)

    assert found.of("pm25") == [("city-mean", "2016-01-02 00:00", 44.0)]
