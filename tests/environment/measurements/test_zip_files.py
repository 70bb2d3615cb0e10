"""A ZIP archive from the command line: a delivery for each source and city in it."""

import zipfile

import pytest

from environment.measurements.sorting import receive_sorted
from environment.models import Delivery, RejectedReading
from environment.sources.registry import SOURCES
from tests.factories.air_files import city_site, hourly_row, seoul_hourly
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db


def test_each_format_in_a_zip_is_a_delivery_and_the_rest_is_named(tmp_path):
    beijing(), seoul()
    files = {
        "서울/2020.01.csv": seoul_hourly(tmp_path / "s.csv", hourly_row("202001010100", pm25=31)),
        "北京/0501.csv": city_site(tmp_path / "b.csv", "20160501,1,PM2.5,41,43"),
    }
    with zipfile.ZipFile(tmp_path / "mailed.zip", "w") as archive:
        for name, file in files.items():
            archive.write(file, name)
        archive.writestr("inner.zip", b"PK")

    summary = receive_sorted(by=None, candidates=SOURCES.values(), path=tmp_path / "mailed.zip")

    deliveries = Delivery.objects.order_by("source").values_list("source", "name", "new")
    assert list(deliveries) == [
        ("beijing-city-site", "mailed.zip", 2),
        ("seoul-hourly", "mailed.zip", 6),
    ]
    assert [(file.name, file.reason) for file in summary.unreadable] == [("inner.zip", "archive-in-archive")]
    assert RejectedReading.objects.get().file == "inner.zip"
