import gzip
import io
import json

import pytest

from environment.sources.files import DataFile, data_files
from environment.sources.recognition import recognised
from environment.sources.registry import SOURCES
from environment.sources.tables import NotReadable
from tests.factories.air_files import city_site, hourly_row, prsa, prsa_row, seoul_daily, seoul_hourly

DAY = "20160501,종로구,0.04,0.006,0.8,0.005,73,44"
FOLDERS = {
    "airkorea-openapi": "airkorea-api",
    "airnow": "airnow",
    "beijing-prsa-uci501": "beijing-prsa",
    "beijing-quotsoft": "beijing-city-site",
    "berkeley-earth": "berkeley-earth",
    "openaq": "other-place",
    "seoul-cleanair-cityavg": "seoul-city-mean",
    "seoul-kaggle": "seoul-long",
    "seoul-openapi": "seoul-api",
    "seoul-opendata-daily": "seoul-daily",
    "seoul-opendata-hourly": "seoul-hourly",
    "stateair": "stateair-beijing",
}


def kind_of(content, name="file"):
    return [source.name for source in recognised(DataFile(name, io.BytesIO(content)), SOURCES.values())]


def test_daily_and_hourly_files_of_one_heading_are_told_apart(tmp_path):
    daily = seoul_daily(tmp_path / "a.csv", DAY).read_bytes()
    hourly = seoul_hourly(tmp_path / "b.csv", hourly_row("202001010100")).read_bytes()

    assert (kind_of(daily), kind_of(hourly)) == (["seoul-daily"], ["seoul-hourly"])


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        gzip.compress,
        lambda content: content.decode().encode("utf-16"),
        lambda content: b"Beijing air,,\n\n" + content,
    ],
)
def test_the_wrapping_does_not_matter(tmp_path, wrapped):
    content = city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43").read_bytes()

    assert kind_of(wrapped(content)) == ["beijing-city-site"]


def test_columns_may_stand_in_another_order(tmp_path):
    lines = prsa(tmp_path / "a.csv", prsa_row(1, 5)).read_text().splitlines()
    turned = "\n".join(",".join(line.split(",")[::-1]) for line in lines)

    assert kind_of(turned.encode()) == ["beijing-prsa"]


def test_a_file_is_read_again_from_its_start(tmp_path):
    path = city_site(tmp_path / "a.csv", "20160501,1,PM2.5,41,43")
    stream = io.BytesIO(path.read_bytes())

    recognised(DataFile("a.csv", stream), SOURCES.values())

    assert stream.read() == path.read_bytes()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty-file"),
        (b"<html><body>Not Found</body></html>", "web-page-instead-of-table"),
        (b"name,value\na,1\n", "unknown-heading"),
        (json.dumps({"RESULT": {"CODE": "INFO-100"}}).encode(), "answer-bad-key"),
        (b"Unauthorized", "answer-bad-key"),
        (b"\x1f\x8b damaged", "damaged-compression"),
    ],
)
def test_what_no_source_reads_has_its_reason(content, reason):
    with pytest.raises(NotReadable) as refused:
        kind_of(content)

    assert refused.value.reason == reason


@pytest.mark.shared_files
def test_every_published_excerpt_is_recognised(shared_files):
    found = {}
    for file in data_files(shared_files / "formats"):
        try:
            kind = recognised(file, SOURCES.values())[0].name
        except NotReadable as error:
            kind = error.reason
        found[file.name] = kind, FOLDERS[file.name.split("/")[0]]

    assert {name: kind for name, (kind, expected) in found.items() if kind != expected} == {
        "beijing-quotsoft/beijing_all_20161230.csv": "empty-file",
        "beijing-quotsoft/beijing_all_20170519.csv": "web-page-instead-of-table",
        "seoul-openapi/error_bad_key_is_xml_even_for_json.xml": "answer-bad-key",
        "seoul-openapi/error_no_data_without_wrapper.json": "answer-no-data",
    }
