from tests.environment.sources.reading import read
from tests.factories.air_files import city_mean


def test_hour_24_is_the_start_of_the_next_day(tmp_path):
    path = city_mean(tmp_path / "2018.csv", "23,2018-01-01 24:00,24,43,0.002,0.05,0.8,0.006")

    found = read("seoul-city-mean", path)

    assert found.of("pm25") == [("city-mean", "2018-01-02 00:00", 24.0)]


def test_carbon_dioxide_in_the_heading_is_nitrogen_dioxide(tmp_path):
    path = city_mean(tmp_path / "2018.csv", "0,2018-01-01 01:00,17,31,0.018,0.021,0.4,0.005")

    found = read("seoul-city-mean", path)

    assert found.of("no2") == [("city-mean", "2018-01-01 01:00", 0.021)]
    assert found.of("co") == [("city-mean", "2018-01-01 01:00", 0.4)]


def test_a_dash_is_missing(tmp_path):
    path = city_mean(tmp_path / "2019.csv", "13862,2019-08-01 15:00,16,24,0.02,0.027,-,0.003")

    found = read("seoul-city-mean", path)

    assert found.missing == 1
    assert found.of("co") == []
    assert found.rejected == []


def test_a_file_with_stations_is_of_another_format(tmp_path):
    path = tmp_path / "stations.csv"
    path.write_text("일시,측정소명,초미세먼지\n2018-01-01 01:00,종로구,17\n", encoding="utf-8")

    found = read("seoul-city-mean", path)

    assert found.reasons == {"unknown-heading": 1}
