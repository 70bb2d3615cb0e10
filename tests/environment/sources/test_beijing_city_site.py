from environment.sources.declared import Column
from environment.sources.judging import SeriesKeys
from environment.sources.registry import SOURCES
from tests.environment.sources.reading import read
from tests.factories.air_files import city_site


def test_moving_means_and_the_index_are_rows_without_measurements(tmp_path):
    path = city_site(
        tmp_path / "beijing_all_20160501.csv",
        "20160501,1,PM2.5,41,43",
        "20160501,1,PM2.5_24h,60,61",
        "20160501,1,AQI,80,81",
    )

    found = read("beijing-city-site", path)

    assert found.of("pm25") == [("东四", "2016-05-01 01:00", 41.0), ("天坛", "2016-05-01 01:00", 43.0)]
    assert len(found.readings) == 2
    assert found.rows == 3
    assert found.rejected == []


def test_hour_0_is_the_midnight_at_which_the_day_begins(tmp_path):
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,0,PM2.5,41,")

    found = read("beijing-city-site", path)

    assert found.of("pm25") == [("东四", "2016-05-01 00:00", 41.0)]
    assert found.missing == 1


def test_a_row_cut_short_is_named_and_the_rows_around_it_kept(tmp_path):
    path = city_site(
        tmp_path / "beijing_all_20160501.csv",
        "20160501,1,PM2.5,41,43",
        "20160501,2,PM2.5,4",
        "20160501,3,PM2.5,45,47,49",
        "20160501,4,PM2.5,51,53",
    )

    found = read("beijing-city-site", path)

    assert [value for *_, value in found.of("pm25")] == [41.0, 43.0, 51.0, 53.0]
    assert [(r.line, r.reason) for r in found.rejected] == [(3, "row-cut-short"), (4, "row-too-long")]


def test_what_no_instrument_shows_is_rejected_with_its_text(tmp_path):
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,553405,-3")

    found = read("beijing-city-site", path)

    assert found.readings == []
    assert [(r.reason, r.reading, r.raw) for r in found.rejected] == [
        ("implausible", "东四 pm25 553405", "20160501,1,PM2.5,553405,-3"),
        ("negative", "天坛 pm25 -3", "20160501,1,PM2.5,553405,-3"),
    ]


def test_ceilings_of_instruments_and_pm25_above_pm10_are_kept(tmp_path):
    path = city_site(
        tmp_path / "beijing_all_20160501.csv", "20160501,1,PM10,999,1007", "20160501,1,PM2.5,1100,50"
    )

    found = read("beijing-city-site", path)

    assert [value for *_, value in found.of("pm10")] == [999.0, 1007.0]
    assert [value for *_, value in found.of("pm25")] == [1100.0, 50.0]


def test_minus_999_is_missing(tmp_path):
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,-999,43")

    found = read("beijing-city-site", path)

    assert found.missing == 1
    assert found.rejected == []


def test_an_unknown_item_is_named(tmp_path):
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM1,41,43")

    found = read("beijing-city-site", path)

    assert found.reasons == {"unknown-item": 1}


def test_the_reference_state_changes_on_1_september_2018():
    source = SOURCES["beijing-city-site"]
    keys = SeriesKeys(source)
    columns = (Column("东四", "no2"), Column("东四", "pm25"))

    before = keys.of(columns, source.clock.hour_labelled("2018-09-01 00:00"))
    after = keys.of(columns, source.clock.hour_labelled("2018-09-01 01:00"))

    assert [keys.keys[key].reference_state for key in before] == ["273K", "273K"]
    assert [keys.keys[key].reference_state for key in after] == ["298K", "as-sampled"]
