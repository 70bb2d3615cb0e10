import gzip
import io
import tarfile

from tests.environment.sources.reading import read
from tests.factories.air_files import city_site

HEADING = "date,hour,type,东四,天坛\n"
ROW = "20160501,1,PM2.5,41,43\n"


def archive_of(path, files):
    with tarfile.open(path, "w:xz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def test_members_of_an_archive_are_read_and_damaged_ones_named(tmp_path):
    path = archive_of(
        tmp_path / "beijing.tar.xz",
        {
            "b/beijing_all_20160501.csv": (HEADING + ROW).encode(),
            "b/beijing_all_20160502.csv": b"",
            "b/beijing_all_20160503.csv": b"<html><h1>Not Found</h1></html>",
            "b/beijing_all_20160504.csv": (HEADING + ROW.replace("0501", "0504")).encode(),
            "b/README.md": b"not a table",
        },
    )

    found = read("beijing-city-site", path)

    assert [ended for _, ended, _ in found.of("pm25")] == ["2016-05-01 01:00"] * 2 + ["2016-05-04 01:00"] * 2
    assert [(r.file, r.line, r.reason) for r in found.rejected] == [
        ("b/beijing_all_20160502.csv", None, "empty-file"),
        ("b/beijing_all_20160503.csv", None, "web-page-instead-of-table"),
    ]


def test_a_folder_is_read_in_order_of_names(tmp_path):
    city_site(tmp_path / "b" / "beijing_all_20160502.csv", "20160502,1,PM2.5,41,43")
    city_site(tmp_path / "a" / "beijing_all_20160501.csv", "20160501,1,PM2.5,31,33")
    (tmp_path / ".hidden.csv").write_text("nothing")

    found = read("beijing-city-site", tmp_path)

    assert [value for *_, value in found.of("pm25")] == [31.0, 33.0, 41.0, 43.0]
    assert found.rejected == []


def test_gzip_under_a_csv_name_is_read(tmp_path):
    path = tmp_path / "beijing_all_20160501.csv"
    path.write_bytes(gzip.compress((HEADING + ROW).encode()))

    found = read("beijing-city-site", path)

    assert len(found.readings) == 2


def test_a_gzip_cut_short_keeps_the_rows_before_the_cut(tmp_path):
    rows = "".join(
        f"201605{day:02},{hour},PM2.5,{day},{hour}\n" for day in range(1, 32) for hour in range(24)
    )
    path = tmp_path / "beijing_all.csv.gz"
    path.write_bytes(gzip.compress((HEADING + rows).encode())[:-400])

    found = read("beijing-city-site", path)

    assert found.reasons == {"damaged-compression": 1}
    assert found.of("pm25")[:2] == [("东四", "2016-05-01 00:00", 1.0), ("天坛", "2016-05-01 00:00", 0.0)]
    assert len(found.readings) > 500


def test_an_archive_cut_short_keeps_what_comes_before_the_cut(tmp_path):
    rows = "".join(f"20160501,{hour},PM2.5,{minute},{hour}\n" for minute in range(900) for hour in range(24))
    whole = archive_of(
        tmp_path / "whole.tar.xz",
        {"beijing_all_20160501.csv": (HEADING + ROW).encode(), "beijing_all_20160502.csv": rows.encode()},
    )
    cut = tmp_path / "cut.tar.xz"
    cut.write_bytes(whole.read_bytes()[:-400])

    found = read("beijing-city-site", cut)

    assert found.of("pm25")[:2] == [("东四", "2016-05-01 01:00", 41.0), ("天坛", "2016-05-01 01:00", 43.0)]
    assert ("cut.tar.xz", None, "damaged-archive") in [(r.file, r.line, r.reason) for r in found.rejected]


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text(tmp_path):
    path = tmp_path / "beijing_all_20160501.csv"
    path.write_bytes(("\ufeff" + HEADING + ROW).replace("\n", "\r\n").encode())

    found = read("beijing-city-site", path)

    assert [station for station, *_ in found.of("pm25")] == ["东四", "天坛"]


def test_chinese_text_in_its_old_encoding_is_read(tmp_path):
    path = tmp_path / "beijing_all_20160501.csv"
    path.write_bytes((HEADING + ROW).encode("gb18030"))

    found = read("beijing-city-site", path)

    assert [station for station, *_ in found.of("pm25")] == ["东四", "天坛"]


def test_a_damaged_workbook_is_named(tmp_path):
    path = tmp_path / "2015.xlsx"
    path.write_bytes(b"PK\x03\x04 and nothing that follows")

    found = read("seoul-daily", path)

    assert found.reasons == {"damaged-workbook": 1}


def test_a_file_of_another_format_is_named(tmp_path):
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,41,43")

    found = read("seoul-hourly", path)

    assert found.reasons == {"unknown-heading": 1}
