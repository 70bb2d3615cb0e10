import json

import pytest

from tests.environment.sources.reading import read

HEADING = "location_id,sensors_id,location,datetime,lat,lon,parameter,units,value"
SEOUL, BEIJING = "37.57,127.0", "39.95,116.47"


def archive(path, *rows):
    path.write_text("\n".join([HEADING, *rows]) + "\n", encoding="utf-8")
    return path


def row(place=SEOUL, value="14", unit="µg/m³", parameter="pm25", at="2023-02-22T01:00:00+09:00"):
    return f"2622,9,Jung-gu-2622,{at},{place},{parameter},{unit},{value}"


def test_each_city_is_given_its_own_rows(tmp_path):
    path = archive(tmp_path / "a.csv", row(), row(BEIJING, "30", at="2023-02-22T01:00:00+08:00"))

    assert read("openaq", path, "seoul").of("pm25") == [("OpenAQ 2622", "2023-02-22 01:00", 14.0)]
    assert read("openaq", path, "beijing").of("pm25") == [("OpenAQ 2622", "2023-02-22 01:00", 30.0)]


def test_each_row_keeps_its_unit(tmp_path):
    path = archive(
        tmp_path / "a.csv", row(parameter="co", unit="ppm", value="0.4"), row(parameter="co", value="400")
    )

    assert [value for *_, value in read("openaq", path, "seoul").of("co")] == [0.4, 400.0]


def test_a_place_elsewhere_a_wrong_unit_and_no_offset_are_refused(tmp_path):
    path = archive(tmp_path / "a.csv", row("22.28,113.94"), row(unit="ppm"), row(at="2023-02-22T01:00:00"))

    assert read("openaq", path, "seoul").reasons == {"other-place": 1, "wrong-unit": 1, "unreadable-date": 1}


@pytest.mark.parametrize("value", ["-999", "9999", "-999.0"])
def test_codes_stand_for_none(tmp_path, value):
    assert read("openaq", archive(tmp_path / "a.csv", row(value=value)), "seoul").missing == 1


def v3(path, **changes):
    measurement = {
        "value": 16.0,
        "flagInfo": {"hasFlags": False},
        "parameter": {"id": 2, "name": "pm25", "units": "µg/m³", "displayName": None},
        "period": {
            "interval": "01:00:00",
            "datetimeFrom": {"utc": "2024-05-01T00:00:00Z", "local": "2024-05-01T09:00:00+09:00"},
            "datetimeTo": {"utc": "2024-05-01T01:00:00Z", "local": "2024-05-01T10:00:00+09:00"},
        },
        "coordinates": {"latitude": 37.57, "longitude": 127.0},
        "coverage": {"expectedCount": 1, "observedCount": 1, "percentComplete": 100.0},
        **changes,
    }
    path.write_text(json.dumps({"meta": {"name": "openaq-api"}, "results": [measurement]}), encoding="utf-8")
    return path


def test_an_answer_of_the_api_counts_by_the_end_of_the_period(tmp_path):
    found = read("openaq", v3(tmp_path / "location-2622.json"), "seoul")

    assert found.of("pm25") == [("OpenAQ 2622", "2024-05-01 10:00", 16.0)]


def test_an_answer_without_coordinates_is_read_by_the_files_name(tmp_path):
    found = read("openaq", v3(tmp_path / "seoul_sensor-9.json", coordinates=None), "seoul")

    assert len(found.readings) == 1


def test_a_flag_sets_aside_and_another_period_is_refused(tmp_path):
    flagged = read("openaq", v3(tmp_path / "location-1.json", flagInfo={"hasFlags": True}), "seoul")
    day = {"interval": "24:00:00", "datetimeTo": {"utc": "2024-05-01T15:00:00Z"}}
    daily = read("openaq", v3(tmp_path / "location-2.json", period=day), "seoul")

    assert (flagged.reasons, daily.reasons) == ({"flagged": 1}, {"not-an-hourly-value": 1})


def test_a_refusal_has_its_name(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"detail": "Too many requests"}', encoding="utf-8")

    assert read("openaq", path).reasons == {"answer-over-quota": 1}


@pytest.mark.shared_files
def test_the_published_excerpts_lie_elsewhere(shared_files):
    found = [read("openaq", path) for path in sorted((shared_files / "formats/openaq").iterdir())]

    assert [dict(one.reasons) for one in found] == [
        {"other-place": 14},
        {"other-place": 2},
        {"other-place": 1},
    ]
