from tests.environment.sources.reading import read
from tests.factories.air_files import hourly_row, seoul_hourly


def test_the_label_is_the_end_of_the_hour(tmp_path):
    path = seoul_hourly(tmp_path / "2020.01.csv", hourly_row("202001312300", pm25=34))

    found = read("seoul-hourly", path)

    assert found.of("pm25") == [("종로구", "2020-01-31 23:00", 34.0)]


def test_the_moving_mean_beside_the_hourly_value_is_left(tmp_path):
    path = seoul_hourly(tmp_path / "2020.01.csv", hourly_row("202001312300", pm10=46))

    found = read("seoul-hourly", path)

    assert found.of("pm10") == [("종로구", "2020-01-31 23:00", 46.0)]
    assert len(found.readings) == 6


def test_zero_counts_as_missing(tmp_path):
    path = seoul_hourly(tmp_path / "2020.01.csv", hourly_row("202001312300", pm25=0, pm10="0.0"))

    found = read("seoul-hourly", path)

    assert found.missing == 2
    assert found.of("pm25") == []
    assert found.of("pm10") == []


def test_a_line_that_was_down_is_missing_and_words_are_rejected(tmp_path):
    path = seoul_hourly(tmp_path / "2020.01.csv", hourly_row("202001312300", pm25="통신장애", pm10="4o"))

    found = read("seoul-hourly", path)

    assert found.missing == 1
    assert [(r.reason, r.reading) for r in found.rejected] == [("not-a-number", "종로구 pm10 4o")]


def test_a_stray_quote_does_not_swallow_the_next_line(tmp_path):
    path = seoul_hourly(
        tmp_path / "2020.01.csv",
        '"202001312200","100","도심권","111123","종로구","46,47',
        hourly_row("202001312300", pm25=34),
    )

    found = read("seoul-hourly", path)

    assert found.reasons == {"row-cut-short": 1}
    assert found.of("pm25") == [("종로구", "2020-01-31 23:00", 34.0)]
