import pytest

from tests.environment.sources.reading import read

HEADING = "Measurement date,Station code,Item code,Average value,Instrument status"


def long_form(path, *rows):
    path.write_text("\n".join([HEADING, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_line_is_one_value_of_a_numbered_station(tmp_path):
    path = long_form(tmp_path / "long.csv", "2017-01-31 23:00,101,9,57,0", "31-01-2017 23:00,125,5,1.2,0")

    found = read("seoul-long", path)

    assert found.of("pm25") == [("101", "2017-01-31 23:00", 57.0)]
    assert found.of("co") == [("125", "2017-01-31 23:00", 1.2)]


@pytest.mark.parametrize("value", ["-1", "0"])
def test_no_value_beside_a_status_is_missing(tmp_path, value):
    found = read("seoul-long", long_form(tmp_path / "long.csv", f"2017-01-01 01:00,101,9,{value},4"))

    assert (found.readings, found.missing, found.rejected) == ([], 1, [])


def test_a_value_beside_a_status_is_set_aside_with_its_line(tmp_path):
    found = read("seoul-long", long_form(tmp_path / "long.csv", "2017-01-01 01:00,101,9,57,9"))

    assert found.readings == []
    assert [(r.reason, r.reading, r.raw) for r in found.rejected] == [
        ("flagged", "101 pm25 57", "2017-01-01 01:00,101,9,57,9")
    ]


def test_the_tables_of_codes_beside_it_hold_no_values(tmp_path):
    path = tmp_path / "Measurement_item_info.csv"
    path.write_text("Item code,Item name,Unit of measurement,Good(Blue)\n1,SO2,ppm,0.02\n", encoding="utf-8")

    found = read("seoul-long", path)

    assert (found.readings, found.rejected, found.rows) == ([], [], 1)


def test_a_month_that_does_not_exist_is_named(tmp_path):
    found = read("seoul-long", long_form(tmp_path / "long.csv", "01-31-2017 23:00,101,9,57,0"))

    assert found.reasons == {"unreadable-date": 1}


@pytest.mark.shared_files
def test_the_published_excerpt(shared_files):
    found = read("seoul-long", shared_files / "formats/seoul-kaggle/Measurement_info_excerpt.csv")

    assert (found.rows, len(found.readings), found.missing) == (523, 450, 22)
    assert found.reasons == {"flagged": 51}
