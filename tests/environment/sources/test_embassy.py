"""The two formats of the embassy's station in Beijing."""

import pytest

from tests.environment.sources.reading import read

STATEAIR = "Site,Parameter,Date (LST),Year,Month,Day,Hour,Value,Unit,Duration,QC Name"
AIRNOW = (
    "Site,Parameter,Date (LT),Year,Month,Day,Hour,NowCast Conc.,AQI,AQI Category,Raw Conc.,Conc. Unit,"
    "Duration,QC Name"
)


def written(path, *lines, encoding="utf-8"):
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def hour(day, at, value=51, *, label=None, unit="µg/m³", check="Valid"):
    return f"Beijing,PM2.5,2015-03-{day:02} {at:02}:00,2015,3,{day},{label or at},{value},{unit},1 Hr,{check}"


def test_an_hour_is_labelled_by_its_beginning_and_notes_stand_above(tmp_path):
    path = written(tmp_path / "a.csv", "A fact sheet,,,,,,,,,,", ",,,,,,,,,,", STATEAIR, hour(1, 23))

    found = read("stateair-beijing", path)

    assert found.of("pm25") == [("us-embassy", "2015-03-02 00:00", 51.0)]


def test_where_daylight_saving_slipped_in_the_hour_after_the_row_before_holds(tmp_path):
    path = written(tmp_path / "a.csv", STATEAIR, hour(8, 1), hour(8, 2, label=3), hour(8, 3),
                   hour(9, 1), hour(9, 3, label=2), hour(9, 3))  # fmt: skip

    found = read("stateair-beijing", path)

    hours = ["08 02", "08 03", "08 04", "09 02", "09 03", "09 04"]
    assert [ended[-8:-3] for _, ended, _ in found.of("pm25")] == hours


def test_an_hour_that_follows_nothing_is_refused(tmp_path):
    path = written(tmp_path / "a.csv", STATEAIR, hour(8, 1), hour(8, 9, label=7))

    assert read("stateair-beijing", path).reasons == {"contradictory-hour": 1}


def test_what_the_check_doubts_is_set_aside_and_what_is_missing_is_missing(tmp_path):
    rows = [
        hour(1, 1, -999, check="Missing"),
        hour(1, 2, -999),
        hour(1, 3, 900, check="Suspect"),
        hour(1, 4, -2),
    ]

    found = read("stateair-beijing", written(tmp_path / "a.csv", STATEAIR, *rows))

    assert (found.readings, found.missing, found.reasons) == ([], 2, {"flagged": 1, "negative": 1})


@pytest.mark.parametrize("unit", ["\ufffdg/m?1 Hr,Valid,", "ug/m3,1 Hr,Valid", "�g/m�,1 Hr,Valid"])
def test_a_damaged_unit_and_fused_columns_are_the_same(tmp_path, unit):
    row = f"Beijing,PM2.5,1/1/2016 0:00,2016,1,1,0,231,{unit}"

    found = read("stateair-beijing", written(tmp_path / "a.csv", STATEAIR, row))

    assert found.of("pm25") == [("us-embassy", "2016-01-01 01:00", 231.0)]


def test_another_unit_is_refused(tmp_path):
    assert read(
        "stateair-beijing", written(tmp_path / "a.csv", STATEAIR, hour(1, 1, unit="mg/m³"))
    ).reasons == {"wrong-unit": 1}


def test_a_file_in_an_older_encoding_is_read(tmp_path):
    path = written(tmp_path / "a.csv", STATEAIR, hour(1, 1), encoding="cp1252")

    assert len(read("stateair-beijing", path).readings) == 1


def airnow(at="1", raw="41", check="Valid", site="Beijing"):
    start = f"{site},PM2.5 - Principal,2018-01-01 01:00 AM,2018,1,1,{at}"
    return f"{start},38.2,107,Unhealthy,{raw},UG/M3,1 Hr,{check}"


def test_airnow_gives_the_raw_value_and_no_nowcast(tmp_path):
    found = read("airnow", written(tmp_path / "a.csv", AIRNOW, airnow()))

    assert found.of("pm25") == [("us-embassy", "2018-01-01 02:00", 41.0)]
    assert len(found.readings) == 1


def test_airnow_of_another_city_is_refused(tmp_path):
    path = written(tmp_path / "a.csv", AIRNOW, airnow(site="Hanoi"), airnow(raw="-999", check="Missing"))

    found = read("airnow", path)

    assert (found.reasons, found.missing) == ({"other-place": 1}, 1)


@pytest.mark.shared_files
def test_the_published_excerpts(shared_files):
    found = [read("stateair-beijing", path) for path in sorted((shared_files / "formats/stateair").iterdir())]
    empty = read("airnow", shared_files / "formats/airnow/header_only.csv")

    assert [(one.rows, len(one.readings), dict(one.reasons)) for one in found] == [
        (300, 300, {}),
        (300, 300, {}),
    ]
    assert [len({reading.ended for reading in one.readings}) for one in found] == [300, 300]
    assert (empty.rows, empty.readings, empty.rejected) == (0, [], [])
