import pytest

from tests.environment.sources.reading import read

HEADING = "Year Month Day UTCHour PM2.5 PM10_mask Retrospective"
LATE = "2014\t5\t16\t9\t69.86\t0.00\t1"
LIVE = "2018\t5\t1\t0\t12.5\t0.00\t0"


def written(path, *lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_beijings_rows_looked_up_later_stand_sixteen_hours_late(tmp_path):
    found = read("berkeley-earth", written(tmp_path / "Beijing.txt", HEADING, LATE, LIVE), "beijing")

    assert found.of("pm25") == [
        ("city-mean", "2014-05-16 01:00", 69.86),
        ("city-mean", "2018-05-01 08:00", 12.5),
    ]


def test_seouls_rows_stand_as_they_are(tmp_path):
    found = read(
        "berkeley-earth", written(tmp_path / "a.txt", "% City: Seoul", f"% {HEADING}", LATE), "seoul"
    )

    assert found.of("pm25") == [("city-mean", "2014-05-16 18:00", 69.86)]


def test_a_file_that_names_no_city_is_refused(tmp_path):
    assert read("berkeley-earth", written(tmp_path / "a.txt", HEADING, LATE)).reasons == {
        "city-not-stated": 1
    }


@pytest.mark.shared_files
def test_beijings_excerpt_agrees_with_the_stations_at_no_other_lag(shared_files):
    estimate = read("berkeley-earth", shared_files / "formats/berkeley-earth/Beijing_excerpt.txt", "beijing")

    assert (estimate.rows, len(estimate.readings), estimate.rejected) == (399, 399, [])
