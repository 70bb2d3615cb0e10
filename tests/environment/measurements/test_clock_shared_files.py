"""Published files against each other: read by the right clock they pass, by a wrong one they do not."""

import gzip
from dataclasses import replace

import pytest

from environment.measurements.actions import receive
from environment.measurements.clock_decision import ClockDiffers
from environment.models import ClockCheck
from environment.sources.declared import Row
from environment.sources.registry import SOURCES
from tests.environment.measurements.receiving import take_in
from tests.factories.city import beijing, seoul

pytestmark = [pytest.mark.django_db, pytest.mark.shared_files]

EXCERPT = "formats/stateair/Beijing_2015_excerpt_us_dst_duplicate.csv"


def reviewed(shared_files, folder, year, month):
    """Write a month of the reviewed values of four stations, and take it in."""
    folder.mkdir()
    for path in (shared_files / "beijing/prsa").glob("*.csv.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            heading, *rows = file.read().splitlines()
        chosen = [row for row in rows if row.split(",")[1:3] == [year, month]]
        (folder / path.stem).write_text("\n".join([heading, *chosen, ""]), encoding="utf-8")
    take_in("beijing-prsa", folder)


def shifted(source, hours):
    """Return a source that reads every label later by some hours."""

    def parse(table):
        for row in source.parse(table):
            yield row._replace(hour=row.hour + hours) if isinstance(row, Row) else row

    return replace(source, parse=parse)


def clock_of(source, path):
    """Return lag and method found, and whether the file was taken in."""
    seoul(), beijing()
    try:
        receive(by=None, source=source, path=path)
    except ClockDiffers as doubt:
        return doubt.check.lag_hours, doubt.check.method, "held"
    check = ClockCheck.objects.latest("pk")
    return check.lag_hours, check.method, check.result


@pytest.mark.parametrize(("hours", "found"), [(0, (0, "city", "agrees")), (-1, (-1, "city", "held"))])
def test_the_embassy_labels_the_beginning_of_the_hour(shared_files, tmp_path, hours, found):
    reviewed(shared_files, tmp_path / "known", "2015", "3")

    assert clock_of(shifted(SOURCES["stateair-beijing"], hours), shared_files / EXCERPT) == found


@pytest.mark.parametrize(("mark", "found"), [("1", (0, "city", "agrees")), ("0", (16, "city", "held"))])
def test_rows_with_the_wrong_sign_are_seen_where_nothing_sets_them_right(shared_files, tmp_path, mark, found):
    reviewed(shared_files, tmp_path / "known", "2014", "5")
    excerpt = (shared_files / "formats/berkeley-earth/Beijing_excerpt.txt").read_text(encoding="utf-8")
    rows = [line[:-1] + mark if line.startswith("2014\t") else line for line in excerpt.splitlines()]
    path = tmp_path / "Beijing.txt"
    path.write_text("\n".join(rows), encoding="utf-8")

    assert clock_of(SOURCES["berkeley-earth"].of("beijing"), path) == found


@pytest.mark.parametrize(
    ("hours", "found"),
    [(0, (0, "days", "agrees")), (-1, (-1, "days", "held")), (1, (1, "days", "held"))],
)
def test_seouls_hours_are_labelled_by_their_end(shared_files, tmp_path, hours, found):
    take_in("seoul-daily", shared_files / "formats/seoul-opendata-daily/2020_cp949_excerpt.csv")
    month = next((shared_files / "seoul/hourly").glob("*2020.01.csv"))
    heading, *rows = month.read_text(encoding="utf-8").splitlines()
    first_days = [row for row in rows if row[1:9] < "20200109"]
    path = tmp_path / "2020.01.csv"
    path.write_text("\n".join([heading, *first_days]), encoding="utf-8")

    assert clock_of(shifted(SOURCES["seoul-hourly"], hours), path) == found
