import io
import json

import pytest
from django.core.management import CommandError, call_command

from committee.models import City
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db


def run(name, *arguments):
    out, err = io.StringIO(), io.StringIO()
    status = 0
    try:
        call_command(name, *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as exit:
        status = exit.code
    return out.getvalue(), err.getvalue(), status


def test_an_import_ends_with_its_counts_as_json(tmp_path):
    seoul(), beijing()
    path = city_site(
        tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,41,553405", "20160501,2,PM2.5,41,"
    )

    out, err, status = run("import_air", "--source", "beijing-city-site", "--json", path)

    summary = json.loads(out)
    assert summary.pop("seconds") > 0
    assert summary == {
        "files": 1,
        "rows": 2,
        "values": 2,
        "new": 2,
        "unchanged": 0,
        "corrected": 0,
        "missing": 1,
        "rejected": {"implausible": 1},
    }
    assert (err, status) == ("", 0)


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_imported(tmp_path):
    seoul(), beijing()
    good = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,41,43")
    empty = tmp_path / "beijing_all_20160502.csv"
    empty.touch()

    out, err, status = run(
        "import_air", "--source", "beijing-city-site", "--json", empty, tmp_path / "gone.csv", good
    )

    assert json.loads(out)["files"] == 3
    assert json.loads(out)["new"] == 2
    assert json.loads(out)["rejected"] == {"empty-file": 1, "no-such-file": 1}
    assert err == f"beijing_all_20160502.csv: empty-file\n{tmp_path / 'gone.csv'}: no-such-file\n"
    assert status == 1


def test_people_read_a_line_a_count(tmp_path):
    seoul(), beijing()
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,41,553405")

    out, _, _ = run("import_air", "--source", "beijing-city-site", path)

    lines = out.splitlines()
    assert lines[:3] == ["files     1", "rows      1", "values    1"]
    assert lines[-2:] == ["rejected  1", "  implausible: 1"]


def test_an_empty_database_gets_its_cities(tmp_path):
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,41,43")

    _, err, status = run("import_air", "--source", "beijing-city-site", path)

    assert set(City.objects.values_list("code", flat=True)) == {"seoul", "beijing"}
    assert err == "The database held no city: both cities and their subcommittees were entered.\n"
    assert status == 0


def test_a_series_is_printed_as_json(tmp_path):
    take_in(
        "beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43", "20160501,2,PM2.5,,47")
    )

    out, _, _ = run(
        "air_series", "--city", "beijing", "--station", "东城东四", "--pollutant", "pm25", "--period", "day",
        "--from", "2016-05-01", "--to", "2016-05-02", "--format", "json",
    )  # fmt: skip

    assert json.loads(out) == [
        {
            "start": "2016-05-01T00:00+08:00",
            "n": 1,
            "expected": 24,
            "mean": 41.0,
            "max": 41.0,
            "unit": "µg/m³",
            "source": "beijing-city-site",
            "averaging": "hour",
            "reference_state": "273K",
            "stations": 1,
        }
    ]


def test_a_series_is_printed_as_csv_and_as_a_table(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,CO,0.5,0.75"))
    asked = [
        "air_series",
        "--city",
        "beijing",
        "--pollutant",
        "co",
        "--from",
        "2016-05-01",
        "--to",
        "2016-05-02",
    ]

    as_csv, _, _ = run(*asked, "--format", "csv")
    as_table, _, _ = run(*asked)

    assert as_csv.splitlines() == [
        "start,n,expected,mean,max,unit,source,averaging,reference_state,stations",
        "2016-05-01T00:00+08:00,2,48,0.625,0.75,mg/m³,beijing-city-site,hour,273K,2",
    ]
    assert as_table.splitlines()[1].split() == as_csv.splitlines()[1].split(",")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"--city": "tokyo"}, "There is no city “tokyo”. There are: seoul, beijing."),
        ({"--pollutant": "pm1"}, "There is no pollutant “pm1”. There are: pm25, pm10, o3, no2, so2, co."),
        ({"--station": "도쿄"}, "seoul has no station “도쿄”. It has: nothing yet."),
        (
            {"--source": "paper"},
            "There is no source “paper”. There are: seoul-daily, seoul-hourly, seoul-city-mean, "
            "beijing-city-site, beijing-prsa.",
        ),
    ],
)
def test_a_name_that_is_not_known_is_answered_with_the_ones_that_are(wrong, sentence):
    seoul(), beijing()
    options = {
        "--city": "seoul",
        "--pollutant": "pm25",
        "--from": "2016-05-01",
        "--to": "2016-05-02",
        **wrong,
    }

    with pytest.raises(CommandError) as refused:
        run("air_series", *[word for option in options.items() for word in option])

    assert str(refused.value) == sentence
