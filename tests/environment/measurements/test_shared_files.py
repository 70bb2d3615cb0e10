"""The published files of both cities against a calculation that shares no code with the product."""

import csv
import gzip
import io
import statistics
import tarfile
from collections import Counter, defaultdict
from datetime import datetime, timedelta

import pytest

from environment.models import CityDailyRollup, DailyRollup
from tests.environment.measurements.receiving import take_in

pytestmark = [pytest.mark.django_db, pytest.mark.shared_files]

BEIJING_POLLUTANTS = {"PM2.5": "pm25", "PM10": "pm10", "O3": "o3", "NO2": "no2", "SO2": "so2", "CO": "co"}


def stored_days(name="station__name_ko"):
    """Return (station, pollutant, day) → (n, mean, max) as the product rolled them up."""
    rows = DailyRollup.objects.values_list(
        f"series__{name}", "series__pollutant", "day", "n", "total", "max_value"
    )
    return {
        (station, pollutant, str(day)): (n, pytest.approx(total / n), highest)
        for station, pollutant, day, n, total, highest in rows
    }


def days_from(readings):
    """Return (station, pollutant, day) → (n, mean, max) from (station, pollutant, end of hour, value)."""
    found = defaultdict(list)
    for station, pollutant, ended, value in readings:
        found[station, pollutant, str((ended - timedelta(seconds=1)).date())].append(value)
    return {key: (len(values), statistics.fmean(values), max(values)) for key, values in found.items()}


def test_seoul_hourly(shared_files):
    path = shared_files / "seoul/hourly/서울시_기간별_시간평균_대기환경_정보_2020.01.csv"
    columns = {5: "pm10", 7: "pm25", 8: "o3", 9: "no2", 10: "co", 11: "so2"}
    readings, zeros = [], 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in list(csv.reader(file))[1:]:
            for position, pollutant in columns.items():
                if float(row[position]) == 0:
                    zeros += 1
                else:
                    ended = datetime.strptime(row[0], "%Y%m%d%H%M")
                    readings.append((row[4], pollutant, ended, float(row[position])))

    summary = take_in("seoul-hourly", path)

    assert (summary.rows, summary.new, summary.missing) == (18_600, len(readings), zeros)
    assert summary.rejected == {}
    assert stored_days() == days_from(readings)


def test_seoul_daily(shared_files):
    path = shared_files / "seoul/daily/2018.csv"
    columns = {2: "no2", 3: "o3", 4: "co", 5: "so2", 6: "pm10", 7: "pm25"}
    expected, missing, by_day = {}, 0, defaultdict(list)
    with path.open(encoding="cp949", newline="") as file:
        for day, station, *cells in list(csv.reader(file))[1:]:
            day = f"{day[:4]}-{day[4:6]}-{day[6:]}"
            for cell, pollutant in zip(cells, columns.values(), strict=True):
                if cell == "":
                    missing += 1
                else:
                    expected[station, pollutant, day] = (1, float(cell), float(cell))
                    by_day[pollutant, day].append(float(cell))

    summary = take_in("seoul-daily", path)

    pooled = CityDailyRollup.objects.values_list("pollutant", "day", "n", "total")
    assert (summary.rows, summary.new, summary.missing) == (14_637, len(expected), missing)
    assert stored_days() == expected
    assert {(pollutant, str(day)): (n, pytest.approx(total)) for pollutant, day, n, total in pooled} == {
        key: (len(values), sum(values)) for key, values in by_day.items()
    }


def test_seoul_daily_workbook(shared_files):
    summary = take_in("seoul-daily", shared_files / "formats/seoul-opendata-daily/2015_excerpt.xlsx")

    assert summary.values + summary.missing == summary.rows * 6
    assert summary.rows > 0
    assert summary.unreadable == []


def test_seoul_city_mean(shared_files):
    path = shared_files / "seoul/city-mean/seoul-air-2018.csv"
    readings = []
    with path.open(encoding="utf-8", newline="") as file:
        for _, label, *cells in list(csv.reader(file))[1:]:
            ended = datetime.strptime(label[:10], "%Y-%m-%d") + timedelta(hours=int(label[11:13]))
            for pollutant, cell in zip(("pm25", "pm10", "o3", "no2", "co", "so2"), cells, strict=True):
                readings.append(("서울시 평균", pollutant, ended, float(cell)))

    summary = take_in("seoul-city-mean", path)

    assert (summary.rows, summary.new) == (8_760, 52_560)
    assert stored_days() == days_from(readings)


def test_seoul_city_mean_with_a_day_twice_and_one_missing(shared_files):
    folder = shared_files / "formats/seoul-cleanair-cityavg"
    path = folder / "2019-12-01_07_duplicate_and_missing_days.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        labels = Counter(row[1] for row in list(csv.reader(file))[1:])

    summary = take_in("seoul-city-mean", path)
    dash = take_in("seoul-city-mean", folder / "row_with_dash.csv")

    contradictions = summary.rejected["contradicts-earlier-row"]
    assert summary.new == len(labels) * 6
    assert summary.unchanged + contradictions == (labels.total() - len(labels)) * 6
    assert (dash.new, dash.missing, dash.corrected) == (5, 1, 0)


def test_beijing_city_site(shared_files, tmp_path):
    """July 2016 holds two rows cut short."""
    readings, rows, empty, cut = [], 0, 0, 0
    with tarfile.open(shared_files / "beijing/city-site/beijing_20160101-20161231.tar.xz") as archive:
        for member in archive:
            if "_201607" not in member.name:
                continue
            content = archive.extractfile(member).read()
            (tmp_path / member.name.rpartition("/")[2]).write_bytes(content)
            heading, *lines = csv.reader(io.StringIO(content.decode("utf-8")))
            for line in lines:
                rows += 1
                if len(line) != len(heading):
                    cut += 1
                elif line[2] in BEIJING_POLLUTANTS:
                    ended = datetime.strptime(line[0], "%Y%m%d") + timedelta(hours=int(line[1]))
                    for station, cell in zip(heading[3:], line[3:], strict=True):
                        if cell:
                            readings.append((station, BEIJING_POLLUTANTS[line[2]], ended, float(cell)))
                        else:
                            empty += 1

    summary = take_in("beijing-city-site", tmp_path)

    assert (summary.files, summary.rows, summary.new, summary.missing) == (62, rows, len(readings), empty)
    assert summary.rejected == {"row-cut-short": cut} == {"row-cut-short": 2}
    assert stored_days("station__name_zh_hans") == days_from(readings)


def test_beijing_city_site_damaged_files(shared_files):
    summary = take_in("beijing-city-site", shared_files / "formats/beijing-quotsoft")

    assert summary.files == 7
    assert sorted((file.name, file.reason) for file in summary.unreadable) == [
        ("beijing_all_20161230.csv", "empty-file"),
        ("beijing_all_20170519.csv", "web-page-instead-of-table"),
    ]
    assert summary.rejected == {"empty-file": 1, "web-page-instead-of-table": 1, "implausible": 6}
    assert DailyRollup.objects.filter(day="2014-12-31").exists()


def test_beijing_prsa(shared_files):
    path = shared_files / "beijing/prsa/PRSA_Data_Dongsi_20130301-20170228.csv.gz"
    readings, absent = [], 0
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ended = datetime(int(row["year"]), int(row["month"]), int(row["day"])) + timedelta(
                hours=int(row["hour"])
            )
            for item, pollutant in BEIJING_POLLUTANTS.items():
                if row[item] == "NA":
                    absent += 1
                else:
                    readings.append((row["station"], pollutant, ended, float(row[item])))

    summary = take_in("beijing-prsa", path)

    assert (summary.rows, summary.new, summary.missing) == (35_064, len(readings), absent)
    assert stored_days("station__name_en") == days_from(readings)
