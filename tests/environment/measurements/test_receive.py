import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from environment.measurements import intake
from environment.measurements.actions import receive
from environment.models import Delivery, Measurement, RejectedReading, Revision, Series, Station
from environment.sources.beijing_city_site import SOURCE
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import (
    city_mean,
    city_site,
    hourly_row,
    prsa,
    prsa_row,
    seoul_daily,
    seoul_hourly,
)
from tests.factories.city import beijing

pytestmark = pytest.mark.django_db


def test_values_are_kept_as_received_with_the_end_of_their_hour(tmp_path):
    path = seoul_hourly(tmp_path / "2020.01.csv", hourly_row("202001010100", pm25=31))

    take_in("seoul-hourly", path)

    measurement = Measurement.objects.get(series__pollutant="pm25")
    ended = datetime.datetime.fromtimestamp(measurement.hour * 3600, datetime.UTC)
    assert measurement.value == 31.0
    assert ended == datetime.datetime(2019, 12, 31, 16, tzinfo=datetime.UTC)
    assert measurement.series.unit == "µg/m³"
    assert measurement.series.station.code == "111123"


def test_the_same_file_again_changes_nothing(tmp_path):
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,41,43", "20160501,2,PM2.5,44,")

    first = take_in("beijing-city-site", path)
    again = take_in("beijing-city-site", path)

    assert (first.values, first.new, first.unchanged, first.corrected, first.missing) == (3, 3, 0, 0, 1)
    assert (again.values, again.new, again.unchanged, again.corrected, again.missing) == (3, 0, 3, 0, 1)
    assert Measurement.objects.count() == 3
    assert Revision.objects.count() == 0


def test_another_value_replaces_the_known_one_and_keeps_it_as_a_revision(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "first.csv", "20160501,1,PM2.5,41,43"))

    summary = take_in("beijing-city-site", city_site(tmp_path / "second.csv", "20160501,1,PM2.5,40,43"))

    revision = Revision.objects.get()
    assert (summary.new, summary.unchanged, summary.corrected) == (0, 1, 1)
    assert revision.old_value == 41.0
    assert revision.old_delivery.name == "first.csv"
    assert revision.new_delivery.name == "second.csv"
    assert Measurement.objects.get(series=revision.series, hour=revision.hour).value == 40.0
    assert Measurement.objects.get(series=revision.series, hour=revision.hour).delivery.name == "second.csv"


def test_a_day_twice_in_a_file_is_no_correction(tmp_path):
    row = "23,2019-12-01 24:00,24,43,0.002,0.05,0.8,0.006"
    path = city_mean(tmp_path / "2019.csv", row, row)

    summary = take_in("seoul-city-mean", path)

    assert (summary.rows, summary.values, summary.new, summary.unchanged) == (2, 12, 6, 6)
    assert summary.corrected == 0


def test_rows_that_contradict_each_other_keep_the_first_however_often_they_come(tmp_path):
    path = city_mean(
        tmp_path / "2019.csv",
        "0,2019-12-01 01:00,24,43,0.002,0.05,0.8,0.006",
        "1,2019-12-01 01:00,25,43,0.002,0.05,0.8,0.006",
    )

    first = take_in("seoul-city-mean", path)
    again = take_in("seoul-city-mean", path)

    rejected = RejectedReading.objects.filter(delivery__name="2019.csv").first()
    assert (first.new, first.unchanged, first.corrected) == (6, 5, 0)
    assert (again.new, again.unchanged, again.corrected) == (0, 11, 0)
    assert first.rejected == again.rejected == {"contradicts-earlier-row": 1}
    assert (rejected.line, rejected.reading) == (3, "city-mean pm25 25")
    assert Measurement.objects.get(series__pollutant="pm25").value == 24.0


def test_a_contradiction_is_seen_across_batches_too(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "CELLS_A_BATCH", 2)
    rows = ["20160501,1,PM2.5,41,43", "20160501,2,PM2.5,44,45", "20160501,1,PM2.5,40,43"]
    path = city_site(tmp_path / "beijing_all_20160501.csv", *rows)

    first = take_in("beijing-city-site", path)
    again = take_in("beijing-city-site", path)

    assert (first.new, first.unchanged, first.corrected) == (4, 1, 0)
    assert (again.new, again.unchanged, again.corrected) == (0, 5, 0)
    assert first.rejected == again.rejected == {"contradicts-earlier-row": 1}


def test_values_are_what_is_new_unchanged_or_corrected(tmp_path):
    path = city_site(
        tmp_path / "beijing_all_20160501.csv",
        "20160501,1,PM2.5,41,553405",
        "20160501,2,PM2.5,,43",
        "20160501,3,PM2.5,x,-",
        "20160501,4,PM2.5,1",
        "20160501,4,AQI,80,80",
    )

    summary = take_in("beijing-city-site", path)

    delivery = Delivery.objects.get()
    assert summary.counts() == {
        "files": 1,
        "rows": 5,
        "values": 2,
        "new": 2,
        "unchanged": 0,
        "corrected": 0,
        "missing": 2,
        "rejected": {"implausible": 1, "not-a-number": 1, "row-cut-short": 1},
    }
    assert (delivery.rows, delivery.values, delivery.rejected) == (5, 2, summary.counts()["rejected"])
    assert RejectedReading.objects.filter(delivery=delivery).count() == 3


def test_a_name_from_2021_means_the_same_station(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41", stations=["东四"]))

    take_in("beijing-city-site", city_site(tmp_path / "b.csv", "20210501,1,PM2.5,42", stations=["东城东四"]))
    take_in("beijing-prsa", prsa(tmp_path / "c.csv", prsa_row(1, 5, station="Dongsi")))

    stations = Series.objects.filter(pollutant="pm25").values_list("station__code", flat=True)
    assert set(stations) == {"dongsi"}


def test_a_station_nobody_knows_is_taken_up_by_its_name(tmp_path):
    path = seoul_daily(tmp_path / "2016.csv", "20160101,강남대로,0.047,0.006,0.8,0.005,73,44")

    take_in("seoul-daily", path)

    station = Station.objects.get(code="강남대로")
    assert (station.name_ko, station.kind, station.city.code) == ("강남대로", "unknown", "seoul")


def test_carbon_monoxide_keeps_the_unit_of_each_source(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,CO,0.9,1.1"))
    take_in("beijing-prsa", prsa(tmp_path / "b.csv", prsa_row(1, 1, co=900)))

    series = Series.objects.filter(pollutant="co", station__code="dongsi").order_by("source")
    assert [(one.source, one.unit) for one in series] == [
        ("beijing-city-site", "mg/m³"),
        ("beijing-prsa", "µg/m³"),
    ]


def test_an_unreadable_file_is_named_and_kept_with_its_delivery(tmp_path):
    path = tmp_path / "beijing_all_20170519.csv"
    path.write_text("<html><h1>Not Found</h1></html>")

    summary = take_in("beijing-city-site", path)

    assert [(file.name, file.reason) for file in summary.unreadable] == [
        ("beijing_all_20170519.csv", "web-page-instead-of-table")
    ]
    assert Delivery.objects.get().rejected == {"web-page-instead-of-table": 1}


def test_a_delivery_that_breaks_off_leaves_nothing_behind(tmp_path, monkeypatch):
    def breaking_off(table):
        yield from SOURCE.parse(table)
        raise KeyboardInterrupt

    beijing()
    path = city_site(tmp_path / "beijing_all_20160501.csv", *[f"20160501,{h},PM2.5,41,43" for h in range(24)])
    monkeypatch.setattr(intake, "CELLS_A_BATCH", 10)

    with pytest.raises(KeyboardInterrupt):
        receive(by=None, source=replace(SOURCE, parse=breaking_off), path=path)

    assert Delivery.objects.count() == 0
    assert Measurement.objects.count() == 0


def test_the_first_and_last_hour_of_a_series_widen_with_what_arrives(tmp_path):
    take_in("beijing-city-site", city_site(tmp_path / "b.csv", "20160502,1,PM2.5,41,43"))

    take_in("beijing-city-site", city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43"))

    series = Series.objects.get(station__code="dongsi")
    assert series.last_hour - series.first_hour == 24


def test_a_file_of_missing_values_only_is_a_delivery_of_none(tmp_path):
    path = city_site(tmp_path / "beijing_all_20160501.csv", "20160501,1,PM2.5,,", "20160501,2,PM2.5,,")

    summary = take_in("beijing-city-site", path)

    assert (summary.values, summary.missing) == (0, 4)
    assert Delivery.objects.get().missing == 4


def test_what_may_not_be_read_is_named_and_the_rest_taken_in(tmp_path, monkeypatch):
    city_site(tmp_path / "folder" / "a.csv", "20160501,1,PM2.5,41,43")
    closed = city_site(tmp_path / "folder" / "closed.csv", "20160501,2,PM2.5,41,43")
    opened = Path.open

    def opened_by_another_user(path, *args, **options):
        if path == closed:
            raise PermissionError(path)
        return opened(path, *args, **options)

    # Taking the file's rights away would not keep root from reading it.
    monkeypatch.setattr(Path, "open", opened_by_another_user)

    found = take_in("beijing-city-site", tmp_path / "folder")
    alone = take_in("beijing-city-site", closed)

    assert (found.new, found.rejected) == (2, {"permission-denied": 1})
    assert (alone.files, alone.rejected) == (1, {"permission-denied": 1})
