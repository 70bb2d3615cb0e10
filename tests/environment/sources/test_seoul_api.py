import json

import pytest

from tests.environment.sources.reading import read

OLD = {"MSRDT": "202502041100", "MSRSTE_NM": "중구", "PM10": 24, "PM25": 16, "O3": 0.035, "NO2": 0.008,
       "CO": 0.3, "SO2": 0.004, "IDEX_MVL": 54}  # fmt: skip
NEW = {"MSRMT_DT": "202605181500", "MSRSTN_NM": "중구", "PM": 34.0, "FPM": 18.0, "OZON": 0.035, "NTDX": 0.008,
       "CBMX": 0.3, "SPDX": 0.004, "CAI": 54.0}  # fmt: skip


def answer(path, *rows, service="RealtimeCityAir"):
    result = {"CODE": "INFO-000", "MESSAGE": "정상 처리되었습니다"}
    path.write_text(
        json.dumps({service: {"list_total_count": len(rows), "RESULT": result, "row": rows}}),
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(("row", "ended"), [(OLD, "2025-02-04 11:00"), (NEW, "2026-05-18 15:00")])
def test_both_sets_of_field_names_are_read(tmp_path, row, ended):
    found = read("seoul-api", answer(tmp_path / "a.json", row))

    assert found.of("so2") == [("중구", ended, 0.004)]
    assert len(found.readings) == 6


def test_an_answer_in_xml_is_read_as_well(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(
        "<RealtimeCityAir><list_total_count>1</list_total_count><RESULT><CODE>INFO-000</CODE></RESULT>"
        "<row><MSRDT>202502041100</MSRDT><MSRSTE_NM>중구</MSRSTE_NM><PM25>16</PM25></row></RealtimeCityAir>",
        encoding="utf-8",
    )

    assert read("seoul-api", path).of("pm25") == [("중구", "2025-02-04 11:00", 16.0)]


def test_nought_and_words_stand_for_none(tmp_path):
    path = answer(tmp_path / "a.json", OLD | {"PM10": 0, "PM25": "점검중", "O3": None, "CO": "-"})

    found = read("seoul-api", path)

    assert (found.missing, len(found.readings), found.rejected) == (4, 2, [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<RESULT><CODE>INFO-100</CODE><MESSAGE><![CDATA[인증키]]></MESSAGE></RESULT>", "answer-bad-key"),
        ('{"RESULT": {"CODE": "INFO-200", "MESSAGE": "해당하는 데이터가 없습니다."}}', "answer-no-data"),
        ('{"RESULT": {"CODE": "ERROR-337", "MESSAGE": ""}}', "answer-over-quota"),
        ('{"RESULT": {"CODE": "ERROR-500", "MESSAGE": ""}}', "answer-service-down"),
        ('{"RESULT": {"CODE": "ERROR-336", "MESSAGE": ""}}', "answer-wrong-request"),
        ('{"RealtimeCityAir": {"RESULT": {"CODE": "INFO-000"}, "row": []}}', "answer-no-data"),
        ('{"RealtimeCityAir": {"RESULT"', "damaged-document"),
        ("<!DOCTYPE html><html><body>Bad</body></html>", "web-page-instead-of-table"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', "damaged-document"),
        ('{"other": 1}', "unknown-heading"),
    ],
)
def test_an_error_has_its_name(tmp_path, text, reason):
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")

    assert read("seoul-api", path).reasons == {reason: 1}


@pytest.mark.shared_files
def test_the_published_excerpts(shared_files):
    found = {
        path.name: read("seoul-api", path) for path in (shared_files / "formats/seoul-openapi").iterdir()
    }

    assert {name: len(one.readings) or dict(one.reasons) for name, one in found.items()} == {
        "RealtimeCityAir_old_fields_2025-02-04.json": 12,
        "SYNTHETIC_ListAirQualityByDistrictService_new_fields.json": 6,
        "SYNTHETIC_RealtimeCityAir_new_fields.json": 6,
        "error_bad_key_is_xml_even_for_json.xml": {"answer-bad-key": 1},
        "error_no_data_without_wrapper.json": {"answer-no-data": 1},
    }
