from environment.sources.registry import SOURCES
from tests.environment.sources.reading import read
from tests.factories.air_files import prsa, prsa_row


def test_values_come_with_the_station_and_weather_is_no_pollutant(tmp_path):
    path = prsa(tmp_path / "PRSA_Data_Dongsi.csv", prsa_row(1, 5, pm25=53))

    found = read("beijing-prsa", path)

    assert found.of("pm25") == [("Dongsi", "2016-05-01 05:00", 53.0)]
    assert len(found.readings) == 6


def test_na_is_missing(tmp_path):
    path = prsa(tmp_path / "PRSA_Data_Dongsi.csv", prsa_row(1, 5, pm25="NA", co="NA"))

    found = read("beijing-prsa", path)

    assert found.missing == 2
    assert len(found.readings) == 4


def test_carbon_monoxide_keeps_its_own_unit():
    units = {name: source.scales["co"].unit for name, source in SOURCES.items() if "co" in source.scales}

    assert units == {
        "seoul-daily": "ppm",
        "seoul-hourly": "ppm",
        "seoul-city-mean": "ppm",
        "seoul-long": "ppm",
        "seoul-api": "ppm",
        "airkorea-api": "ppm",
        "beijing-city-site": "mg/m³",
        "beijing-prsa": "µg/m³",
        "openaq": "µg/m³",
    }


def test_an_hour_that_does_not_exist_is_named(tmp_path):
    path = prsa(tmp_path / "PRSA_Data_Dongsi.csv", prsa_row(31, 25), prsa_row(32, 5), prsa_row(1, 6))

    found = read("beijing-prsa", path)

    assert found.reasons == {"unreadable-date": 2}
    assert len(found.readings) == 6
