import io
import json

import pytest
from django.core.management import CommandError, call_command

from committee.models import City
from environment.models import Delivery, RejectedReading, Series, Station
from environment.sources.registry import SOURCES
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site, hourly_row, prsa, prsa_row, seoul_hourly
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
            "There is no source “paper”. There are: " + ", ".join(SOURCES) + ".",
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


def test_a_period_that_ends_before_it_starts_is_refused():
    seoul()

    with pytest.raises(CommandError) as refused:
        run(
            "air_series",
            "--city",
            "seoul",
            "--pollutant",
            "pm25",
            "--from",
            "2016-05-02",
            "--to",
            "2016-05-02",
        )

    assert str(refused.value) == (
        "--from 2016-05-02 must lie before --to 2016-05-02, the first day left out."
    )


@pytest.mark.parametrize("source", ["auto", "beijing-city-site"])
def test_an_empty_folder_is_named(tmp_path, source):
    seoul(), beijing()
    (tmp_path / "notes.pdf").touch()

    out, err, status = run("import_air", "--source", source, "--json", tmp_path)

    assert (json.loads(out)["rejected"], err, status) == ({"no-files": 1}, f"{tmp_path}: no-files\n", 1)
    assert Delivery.objects.count() == 0


def mixed_folder(folder):
    """Write a folder of five formats and one file that none reads."""
    city_site(folder / "a.csv", "20160501,1,PM2.5,41,43")
    seoul_hourly(folder / "b.csv", hourly_row("202001010100"))
    (folder / "c.csv").write_text("name,value\na,1\n", encoding="utf-8")
    (folder / "Beijing.txt").write_text(
        "Year Month Day UTCHour PM2.5 PM10_mask Retrospective\n2018\t5\t1\t0\t12.5\t0.00\t0\n",
        encoding="utf-8",
    )
    (folder / "d.csv").write_text(
        "location_id,sensors_id,location,datetime,lat,lon,parameter,units,value\n"
        "1,2,Jung-gu-1,2023-02-22T01:00:00+09:00,37.57,127.0,co,ppm,0.4\n"
        "3,4,Chaoyang-3,2023-02-22T01:00:00+08:00,39.95,116.47,co,µg/m³,400\n",
        encoding="utf-8",
    )


def test_a_folder_of_several_formats_is_sorted_into_deliveries(tmp_path):
    seoul(), beijing()
    mixed_folder(tmp_path)

    out, err, status = run("import_air", "--json", tmp_path)

    deliveries = Delivery.objects.order_by("source", "city__code").values_list("source", "city__code", "new")
    assert list(deliveries) == [
        ("beijing-city-site", "beijing", 2),
        ("berkeley-earth", "beijing", 1),
        ("openaq", "beijing", 1),
        ("openaq", "seoul", 1),
        ("seoul-hourly", "seoul", 6),
    ]
    assert (json.loads(out)["rejected"], err, status) == (
        {"unknown-heading": 1},
        "c.csv: unknown-heading\n",
        1,
    )
    assert RejectedReading.objects.get().file == "c.csv"


def test_a_series_keeps_the_unit_that_its_rows_state(tmp_path):
    seoul(), beijing()
    mixed_folder(tmp_path)

    run("import_air", "--source", "openaq", tmp_path)

    found = Series.objects.filter(source="openaq").order_by("unit")
    assert [(one.unit, one.reference_state) for one in found] == [("ppm", "none"), ("µg/m³", "298K")]


def test_the_same_folder_again_changes_nothing(tmp_path):
    seoul(), beijing()
    mixed_folder(tmp_path)
    run("import_air", tmp_path)

    out, _err, _status = run("import_air", "--json", tmp_path)

    counts = json.loads(out)
    assert (counts["new"], counts["unchanged"], counts["corrected"]) == (0, 11, 0)


def test_a_renamed_station_stays_one(tmp_path):
    seoul(), beijing()
    city_site(tmp_path / "a.csv", "20201231,1,PM2.5,41,43", stations=["东四", "天坛"])
    city_site(tmp_path / "b.csv", "20210101,1,PM2.5,41,43", stations=["东城东四", " 东城天坛 "])

    run("import_air", tmp_path)

    found = Series.objects.order_by("station__code").values_list("station__code", flat=True)
    assert list(found) == ["dongsi", "tiantan"]
    assert Station.objects.of(beijing()).measuring().count() == 35


def test_the_embassys_station_is_in_no_mean_of_the_city(tmp_path):
    seoul(), beijing()
    (tmp_path / "a.csv").write_text(
        "Site,Parameter,Date (LST),Year,Month,Day,Hour,Value,Unit,Duration,QC Name\n"
        "Beijing,PM2.5,2015-03-01 20:00,2015,3,1,20,51,µg/m³,1 Hr,Valid\n",
        encoding="utf-8",
    )
    run("import_air", tmp_path)
    asked = ["--city", "beijing", "--pollutant", "pm25", "--from", "2015-03-01", "--to", "2015-03-02"]

    city, _err, _status = run("air_series", *asked, "--format", "json")
    station, _err, _status = run("air_series", *asked, "--format", "json", "--station", "US Embassy Beijing")

    assert json.loads(city) == []
    assert [row["mean"] for row in json.loads(station)] == [51.0]


def test_an_import_counts_the_weather_where_there_is_any(tmp_path):
    seoul(), beijing()
    path = prsa(tmp_path / "PRSA.csv", prsa_row(1, 5), prsa_row(1, 6))

    first, again = [json.loads(run("import_air", "--json", path)[0]) for _time in range(2)]

    assert (first["weather_new"], first["weather_corrected"]) == (2, 0)
    assert "weather_new" not in again
