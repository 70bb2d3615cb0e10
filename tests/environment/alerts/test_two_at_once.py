from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from environment.alerts.judging import judge_changes
from environment.models import AlertThread, EarlierDecision, Episode
from tests.environment.alerts.given import at, mean_of_seoul
from tests.factories.city import beijing, seoul


def judge_and_leave(city):
    try:
        judge_changes(city=city, now=at("2018-01-16 03:00"))
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_raise_one_alert_and_open_one_thread(tmp_path):
    seoul(), beijing()
    mean_of_seoul(tmp_path, [80, 80, 85])

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(judge_and_leave, [seoul(), seoul()]))

    assert (Episode.objects.count(), AlertThread.objects.count()) == (1, 1)
    assert EarlierDecision.objects.count() == 0
