import datetime

import pytest

from environment.demonstration.promises import show_promises
from environment.models import GapNotice, Promise
from tests.environment.demonstration.test_load_demo_air import liaisons as liaisons
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2018, 4, 20, 12, 30, tzinfo=datetime.UTC)


def test_promises_and_gaps_are_marked_as_invented(liaisons):
    for officer, code in zip(liaisons, ("111123", "dongsi"), strict=True):
        StationFactory(city=officer.city, code=code)

    show_promises(now=NOW)

    assert set(Promise.objects.values_list("is_illustrative", flat=True)) == {True}
    assert set(GapNotice.objects.values_list("is_illustrative", flat=True)) == {True}
    assert {notice.state for notice in GapNotice.objects.all()} == {GapNotice.State.CLOSED}
