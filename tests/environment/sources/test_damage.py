"""Damage of files as it may come, each with the good rows around it."""

import bz2
import gzip
import io
import os
import tarfile

import openpyxl
import pytest

from tests.environment.sources.reading import read
from tests.factories.air_files import (
    DAILY_HEADING,
    city_site,
    hourly_row,
    prsa,
    prsa_row,
    seoul_daily,
    seoul_hourly,
)

HEADING = "date,hour,type,东四,天坛\n"
DAY = "20160501,종로구,0.04,0.006,0.8,0.005,73,44"


def tar_of_days(path, days=8):
    """Write an archive of a file a day and return where each member begins."""
    with tarfile.open(path, "w") as archive:
        for day in range(1, days + 1):
            content = f"{HEADING}2016050{day},1,PM2.5,41,43\n".encode()
            member = tarfile.TarInfo(f"beijing_all_2016050{day}.csv")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    with tarfile.open(path) as archive:
        return [member.offset for member in archive]


def test_a_damaged_header_within_an_archive_is_named(tmp_path):
    path = tmp_path / "days.tar"
    offsets = tar_of_days(path)
    content = bytearray(path.read_bytes())
    content[offsets[3] + 150] ^= 0xFF
    path.write_bytes(content)

    found = read("beijing-city-site", path)

    assert found.reasons == {"damaged-archive": 1}
    assert len(found.readings) == 6


def test_an_archive_that_ends_between_two_members_is_named(tmp_path):
    path = tmp_path / "days.tar"
    offsets = tar_of_days(path)
    path.write_bytes(path.read_bytes()[: offsets[3]])

    found = read("beijing-city-site", path)

    assert found.reasons == {"damaged-archive": 1}
    assert len(found.readings) == 6


def test_the_checksum_behind_an_archive_is_read(tmp_path):
    tar_of_days(tmp_path / "days.tar")
    path = tmp_path / "days.tar.gz"
    path.write_bytes(gzip.compress((tmp_path / "days.tar").read_bytes())[:-8] + bytes(8))

    found = read("beijing-city-site", path)

    assert found.reasons == {"damaged-archive": 1}
    assert len(found.readings) == 16


def test_a_bzip2_archive_with_a_damaged_block_is_named(tmp_path):
    tar_of_days(tmp_path / "days.tar")
    content = bytearray(bz2.compress((tmp_path / "days.tar").read_bytes()))
    content[len(content) // 2] ^= 0xFF
    path = tmp_path / "days.tar.bz2"
    path.write_bytes(content)

    found = read("beijing-city-site", path)

    assert found.reasons == {"damaged-archive": 1}


def test_a_gzip_with_a_damaged_end_keeps_every_whole_row(tmp_path):
    rows = "".join(f"20160501,{hour},PM2.5,{hour},{hour}\n" for hour in range(24))
    path = tmp_path / "beijing_all.csv.gz"
    path.write_bytes(gzip.compress((HEADING + rows).encode())[:-8])

    found = read("beijing-city-site", path)

    assert found.reasons == {"damaged-compression": 1}
    assert len(found.readings) == 48


def test_a_file_name_that_is_no_utf_8_can_be_written_down(tmp_path):
    path = tmp_path / os.fsdecode("서울".encode("cp949") + b".csv")
    city_site(path, "20160501,1,PM2.5,x,43")

    found = read("beijing-city-site", path)

    assert [r.file for r in found.rejected] == ["\ufffd\ufffd\ufffd\ufffd.csv"]


def test_one_damaged_byte_does_not_change_the_encoding_of_a_file(tmp_path):
    path = seoul_daily(tmp_path / "2016.csv", DAY, DAY.replace("종로구", "중구"))
    path.write_bytes(path.read_bytes().replace("중".encode("cp949"), b"\xff"))

    found = read("seoul-daily", path)

    assert found.reasons == {"unknown-station": 1}
    assert found.of("pm25") == [("종로구", "2016-05-02 00:00", 44.0)]


def test_an_hour_that_is_not_there_is_not_midnight(tmp_path):
    live = read("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,,PM2.5,41,43"))
    reviewed = read("beijing-prsa", prsa(tmp_path / "b.csv", prsa_row(1, "")))

    assert live.reasons == reviewed.reasons == {"unreadable-date": 1}


def test_a_label_of_a_day_names_no_hour(tmp_path):
    found = read("seoul-hourly", seoul_hourly(tmp_path / "a.csv", hourly_row("20200101")))

    assert found.reasons == {"unreadable-date": 1}


def test_a_label_of_midnight_names_no_day(tmp_path):
    found = read("seoul-daily", seoul_daily(tmp_path / "a.csv", DAY.replace("20160501", "201605010000")))

    assert found.reasons == {"unreadable-date": 1}


@pytest.mark.parametrize("day", ["19600101", "99991231"])
def test_a_year_beside_all_measuring_is_refused(tmp_path, day):
    found = read("beijing-city-site", city_site(tmp_path / "a.csv", f"{day},24,PM2.5,41,43"))

    assert found.reasons == {"unreadable-date": 1}


def test_a_cell_as_long_as_a_file_is_one_damaged_row(tmp_path):
    endless = '20160501,1,PM2.5,41,"' + "9" * 200_000 + '"'

    found = read("beijing-city-site", city_site(tmp_path / "a.csv", endless, "20160501,2,PM2.5,41,43"))

    assert found.reasons == {"row-cut-short": 1}
    assert len(found.readings) == 2


def test_what_a_database_cannot_keep_stays_out_of_a_rejected_reading(tmp_path):
    rows = ["20160501,1,PM2.5,41," + "x" * 1000, "20160501,2,PM2.5,41,\0"]

    found = read("beijing-city-site", city_site(tmp_path / "a.csv", *rows))

    assert found.reasons == {"not-a-number": 2}
    assert [(len(r.reading), "\0" in r.raw) for r in found.rejected] == [(300, False), (9, False)]


def test_a_heading_that_swallowed_another_line_names_no_station(tmp_path):
    path = city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43", stations=["东四", "坛" * 300])

    assert read("beijing-city-site", path).reasons == {"damaged-heading": 1}


def test_a_workbook_that_misstates_its_size_is_read_whole(tmp_path, monkeypatch):
    book = openpyxl.Workbook()
    book.active.append(DAILY_HEADING.split(","))
    book.active.append([20160501, "종로구", 0.04, 0.006, 0.8, 0.005, 73, None])
    monkeypatch.setattr(type(book.active), "calculate_dimension", lambda sheet: "A1")
    book.save(tmp_path / "2016.xlsx")

    found = read("seoul-daily", tmp_path / "2016.xlsx")

    assert (len(found.readings), found.missing, found.rejected) == (5, 1, [])


@pytest.mark.parametrize("day", ["2016-05-01", "2016/5/1", "2016-05-01 00:00:00", "2016. 5. 1", "2016.5.1."])
def test_dates_that_a_spreadsheet_rewrote_are_read(tmp_path, day):
    live = read("beijing-city-site", city_site(tmp_path / "a.csv", f"{day}, 1 , PM2.5 ,41,43"))
    daily = read("seoul-daily", seoul_daily(tmp_path / "b.csv", DAY.replace("20160501", day)))

    assert [reading.ended for reading in live.readings] == ["2016-05-01 01:00"] * 2
    assert {reading.ended for reading in daily.readings} == {"2016-05-02 00:00"}


def test_a_date_of_which_day_and_month_cannot_be_told_is_refused(tmp_path):
    found = read("beijing-city-site", city_site(tmp_path / "a.csv", "5/1/2016,1,PM2.5,41,43"))

    assert found.reasons == {"unreadable-date": 1}


def test_a_workbook_with_a_title_above_its_heading_is_read(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["서울시 일별 평균 대기오염도"])
    book.active.append(DAILY_HEADING.split(","))
    book.active.append([20160501, "종로구", 0.04, 0.006, 0.8, 0.005, 73, 44])
    book.save(tmp_path / "2016.xlsx")

    found = read("seoul-daily", tmp_path / "2016.xlsx")

    assert (len(found.readings), found.rejected) == (6, [])
