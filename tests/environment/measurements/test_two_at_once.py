from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from environment.models import DailyRollup, Delivery, Measurement
from tests.environment.measurements.receiving import take_in
from tests.factories.air_files import city_site
from tests.factories.city import beijing, seoul


def take_in_and_leave(path):
    try:
        return take_in("beijing-city-site", path)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_take_turns(tmp_path):
    seoul(), beijing()
    rows = [f"20160501,{hour},PM2.5,{hour},43" for hour in range(24)]
    paths = [city_site(tmp_path / name, *rows) for name in ("a.csv", "b.csv")]

    with ThreadPoolExecutor(2) as threads:
        summaries = list(threads.map(take_in_and_leave, paths))

    assert sorted((summary.new, summary.unchanged) for summary in summaries) == [(0, 48), (48, 0)]
    assert Measurement.objects.count() == 48
    assert Delivery.objects.count() == 2
    assert sum(DailyRollup.objects.values_list("n", flat=True)) == 48
