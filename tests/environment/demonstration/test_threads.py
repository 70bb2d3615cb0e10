import datetime

import pytest

from environment.demonstration.threads import show_threads
from environment.models import AlertThread
from tests.environment.demonstration.test_load_demo_air import liaisons as liaisons
from tests.factories.city import beijing, seoul

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2018, 4, 20, 12, 30, tzinfo=datetime.UTC)


def test_one_exchange_is_settled_and_one_waits_for_the_other_city(liaisons):
    show_threads(now=NOW)

    assert [thread.city for thread in AlertThread.objects.closed()] == [beijing()]
    assert [thread.city for thread in AlertThread.objects.awaiting(beijing())] == [seoul()]
    assert set(AlertThread.objects.values_list("is_illustrative", flat=True)) == {True}


def test_showing_them_again_adds_nothing(liaisons):
    show_threads(now=NOW)

    show_threads(now=NOW)

    assert AlertThread.objects.count() == 2
