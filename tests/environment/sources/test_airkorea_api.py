import json

import pytest

from tests.environment.sources.reading import read

ROW = {"stationName": "종로구", "sidoName": "서울", "dataTime": "2026-04-30 14:00", "khaiValue": "74",
       "pm10Value": "35", "pm10Value24": "42", "coValue": "0.4", "pm10Flag": None,
       "coFlag": None}  # fmt: skip


def new_host(path, *rows, code="00"):
    header, body = {"resultCode": code, "resultMsg": ""}, {"items": list(rows), "totalCount": len(rows)}
    path.write_text(json.dumps({"response": {"header": header, "body": body}}), encoding="utf-8")
    return path


def test_moving_means_and_the_index_are_no_measurements(tmp_path):
    found = read("airkorea-api", new_host(tmp_path / "a.json", ROW))

    assert found.of("pm10") == [("종로구", "2026-04-30 14:00", 35.0)]
    assert len(found.readings) == 2


def test_24_hours_is_the_next_midnight(tmp_path):
    found = read("airkorea-api", new_host(tmp_path / "a.json", ROW | {"dataTime": "2026-04-30 24:00"}))

    assert found.of("co") == [("종로구", "2026-05-01 00:00", 0.4)]


def test_a_dash_is_missing_and_a_flagged_value_is_set_aside(tmp_path):
    row = ROW | {"pm10Value": "-", "pm10Flag": "통신장애", "coFlag": "점검및교정"}

    found = read("airkorea-api", new_host(tmp_path / "a.json", row))

    assert (found.readings, found.missing, found.reasons) == ([], 1, {"flagged": 1})


def test_the_old_host_names_the_station_in_the_request(tmp_path):
    path = tmp_path / "a.json"
    row = {**ROW, "stationName": "", "sidoName": ""}
    path.write_text(json.dumps({"list": [row], "parm": {"stationName": "종로구"}}), encoding="utf-8")

    assert read("airkorea-api", path).of("pm10") == [("종로구", "2026-04-30 14:00", 35.0)]


def test_a_station_of_another_province_is_refused(tmp_path):
    found = read("airkorea-api", new_host(tmp_path / "a.json", ROW | {"sidoName": "경기"}))

    assert found.reasons == {"station-not-of-the-city": 1}


@pytest.mark.parametrize(
    ("code", "reason"),
    [("03", "answer-no-data"), ("22", "answer-over-quota"), ("30", "answer-bad-key"),
     ("05", "answer-service-down"), ("10", "answer-wrong-request"), ("00", "answer-no-data")],
)  # fmt: skip
def test_an_error_has_its_name(tmp_path, code, reason):
    assert read("airkorea-api", new_host(tmp_path / "a.json", code=code)).reasons == {reason: 1}


def test_the_gateway_answers_in_xml(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(
        "<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnAuthMsg>"
        "LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR</returnAuthMsg><returnReasonCode>22"
        "</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>",
        encoding="utf-8",
    )

    assert read("airkorea-api", path).reasons == {"answer-over-quota": 1}


@pytest.mark.shared_files
def test_the_published_excerpts(shared_files):
    found = {p.name: read("airkorea-api", p) for p in (shared_files / "formats/airkorea-openapi").iterdir()}

    assert {name: (one.rows, len(one.readings), one.missing) for name, one in found.items()} == {
        "SYNTHETIC_new_host_flags_and_2400.json": (3, 11, 7),
        "getMsrstnAcctoRltmMesureDnsty_old_host_2020-10-28.json": (10, 60, 0),
        "getMsrstnList_junggu.json": (1, 0, 0),
    }
    assert {reason for one in found.values() for reason in one.reasons} == set()
